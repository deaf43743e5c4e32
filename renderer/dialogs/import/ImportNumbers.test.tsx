import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { CallName, Calls } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { addCard } from '../../../shared/commands/cards';
import { emptyMap } from '../../../shared/document/create';
import type { DatasetFacts } from '../../../shared/metrics/dataset';
import { type ColumnDescription, type Description, descriptionSchema } from '../../../shared/metrics/described';
import { type DataPlan, dataPlanSchema } from '../../../shared/metrics/planned';
import { type Recipe, recipeSchema } from '../../../shared/metrics/recipe';
import { editor } from '../../store/editor';
import { undo } from '../../store/history';
import { Dialogs } from '../Dialogs';
import { type Asked, startWindow } from '../test-host';

/** The machine reads files in a process of its own; what it would answer is written down here, checked by its schemas. */

const FACTS: DatasetFacts = {
  format: 'csv',
  hash: 'a'.repeat(64),
  bytes: 90,
  encoding: 'windows-1252',
  delimiter: ';',
  sheets: [],
  sheet: null,
  columns: [
    { name: null, cells: null },
    { name: null, cells: null },
    { name: null, cells: null },
  ],
  rows: 5,
  usualCells: 3,
  ragged: [],
  raggedCount: 0,
  merged: [],
  hiddenRows: 0,
  problems: [],
  problemCount: 0,
};

const column = (index: number, name: string, values: Partial<ColumnDescription> = {}): ColumnDescription => ({
  index,
  name,
  filled: 4,
  missing: 0,
  numbers: 0,
  dates: 0,
  distinct: 3,
  isEstimate: false,
  examples: [],
  number: null,
  date: null,
  onMap: 0,
  personas: 0,
  measure: null,
  period: null,
  texts: null,
  ...values,
});

const RECIPE: Recipe = v.parse(recipeSchema, {
  version: 1,
  header: { first: 1, last: 1 },
  layout: 'long',
  columns: [
    { name: 'Semana', index: 0, role: 'period' },
    { name: 'Tarjeta', index: 1, role: 'card' },
    { name: 'Visitas', index: 2, role: 'value', metric: 'Visitas' },
  ],
  metrics: [{ key: 'Visitas', title: 'Visitas', aggregation: 'sum', decimals: 0 }],
});

const AMBIGUOUS = {
  decimal: null,
  ambiguous: true,
  mixed: false,
  examples: [{ line: 2, cell: '1.234', point: 1.234, comma: 1234 }],
  percent: 0,
  currency: null,
  decimals: 0,
  tooLarge: 0,
  range: null,
  whole: false,
};

const DESCRIPTION: Description = v.parse(descriptionSchema, {
  header: { first: 1, last: 1 },
  rows: 4,
  columns: [
    column(0, 'Semana', { dates: 4 }),
    column(1, 'Tarjeta', { onMap: 0.6 }),
    column(2, 'Visitas', { numbers: 4, number: AMBIGUOUS }),
  ],
  totals: [],
  totalCount: 0,
  suggestion: RECIPE,
});

/** What the machine makes of a recipe: a question while the decimal sign is open, then values. */
function planFor(recipe: Recipe): DataPlan {
  const decimal = recipe.columns[2]?.decimal ?? null;
  const value = decimal === ',' ? 1234 : 1.234;
  const settled = recipe.matches.find(({ name }) => name === 'Chekout')?.target ?? null;
  const target = (id: string) => ({ type: 'element' as const, id });
  const points = [{ period: '2026-W47', value, rows: 1 }];
  const values = [target('shop'), ...(settled ? [settled] : [])].map((one) => ({
    metric: 'Visitas',
    target: one,
    segment: '',
    persona: null,
    points,
  }));
  return v.parse(dataPlanSchema, {
    recipe,
    columns: ['Semana', 'Tarjeta', 'Visitas'],
    questions: decimal ? [] : [{ question: 'decimal', column: 2, mixed: false, examples: AMBIGUOUS.examples }],
    notes: [],
    periodUnit: 'week',
    values: decimal ? values : [],
    matched: [{ name: 'PRODUCTO', target: target('shop'), how: 'folded', rows: 2 }],
    matchedCount: settled ? 2 : 1,
    ambiguous: [],
    ambiguousCount: 0,
    unmatched: settled
      ? []
      : [{ name: 'Chekout', rows: 1, suggestion: { target: target('pays'), confidence: 0.92 }, leftOut: false }],
    unmatchedCount: settled ? 0 : 1,
    personas: [],
    unknownMetrics: [],
    refused: [{ line: 5, reason: 'not-a-number', column: 2, cell: 'mucho' }],
    refusedCounts: [{ reason: 'not-a-number', rows: 1 }],
    withoutResult: [],
    withoutResultCount: 0,
    rowsRead: 4,
    rowsUsed: 2,
    rowsTotals: 0,
    rowsWithoutValue: 0,
    rowsUnmatched: 1,
    rowsRefused: 1,
    preview: [
      {
        line: 2,
        cells: ['16/11/2026', 'PRODUCTO', '1.234'],
        target: target('shop'),
        period: '2026-W47',
        values: [{ column: 2, value: decimal ? value : null }],
        refused: null,
      },
    ],
  });
}

let asked: Asked[];

function open(answers: { [Name in CallName]?: (argument: Calls[Name]['takes']) => Calls[Name]['gives'] } = {}) {
  const map = emptyMap({ title: 'Clínica' });
  for (const [id, title] of [
    ['shop', 'Producto'],
    ['pays', 'Checkout'],
  ]) {
    const made = addCard(map, 'touchpoint', { stage: null, lane: null, x: 0, y: 0 }, { title });
    const card = map.elements[made];
    delete map.elements[made];
    if (card && id) map.elements[id] = { ...card, id };
  }
  asked = startWindow(map, {
    'datasets.open': () => ({ name: 'visitas.csv', facts: FACTS }),
    'datasets.rows': () => [{ line: 2, cells: ['16/11/2026', 'PRODUCTO', '1.234'] }],
    'datasets.describe': () => DESCRIPTION,
    'datasets.plan': ({ recipe }) => planFor(recipe),
    'datasets.cancel': () => null,
    'datasets.close': () => null,
    'datasets.remember': () => null,
    ...answers,
  });
  render(<Dialogs />);
  const file = { name: 'visitas.csv', bytes: new Uint8Array([1]) };
  editor.setState({ dialog: { name: 'importNumbers', file, source: null } });
}

const importButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^(Import|Refresh)$/ });
const measured = () => Object.values(editor.getState().map.measurements);

describe('importing numbers', () => {
  it('asks what the file leaves open, with both readings of its own values; then one step puts them on the map', async () => {
    open();
    const question = await screen.findByRole('group', { name: /decimal sign in “Visitas”/ });
    expect(importButton().disabled).toBe(true);
    expect(screen.getByRole('cell', { name: 'PRODUCTO' })).toBeTruthy();
    await userEvent.click(within(question).getByRole('radio', { name: /Decimal comma/ }));
    await waitFor(() => expect(importButton().disabled).toBe(false));
    expect(screen.getByText('This is not a number')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /Is it “Checkout”\? 92 % alike/ }));
    await screen.findByText('2 of 2 names found on the map');
    await userEvent.click(importButton());
    await waitFor(() => expect(editor.getState().dialog).toBeNull());
    expect(measured().map(({ element, points }) => [element, points[0]?.value])).toEqual([
      ['shop', 1234],
      ['pays', 1234],
    ]);
    const [source] = Object.values(editor.getState().map.sources);
    expect(source).toMatchObject({ name: 'visitas.csv', hash: FACTS.hash });
    const remembered = asked.find(({ name }) => name === 'datasets.remember')?.argument;
    expect(remembered).toMatchObject({ source: source?.id });
    undo();
    expect(measured()).toEqual([]);
  });

  it('a column gets another role, and the machine is asked again', async () => {
    open();
    const role = await screen.findByLabelText<HTMLSelectElement>('Visitas');
    await userEvent.selectOptions(role, 'Not used');
    await waitFor(() => {
      const last = asked.findLast(({ name }) => name === 'datasets.plan')?.argument as { recipe: Recipe };
      expect(last.recipe.metrics).toEqual([]);
    });
  });

  it('says in one sentence what is wrong with a file, and closes what it opened', async () => {
    open({
      'datasets.open': () => {
        throw new FaultError({ code: 'data-empty', path: 'visitas.csv' });
      },
    });
    expect((await screen.findByRole('alert')).textContent?.trim().length).toBeGreaterThan(10);
    expect(importButton().disabled).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(asked.map(({ name }) => name)).toContain('datasets.close'));
    expect(measured()).toEqual([]);
  });

  it('a refresh shows beforehand what changes', async () => {
    open();
    const question = await screen.findByRole('group', { name: /decimal sign/ });
    await userEvent.click(within(question).getByRole('radio', { name: /Decimal comma/ }));
    await waitFor(() => expect(importButton().disabled).toBe(false));
    await userEvent.click(importButton());
    await waitFor(() => expect(editor.getState().dialog).toBeNull());
    const [source] = Object.keys(editor.getState().map.sources);
    const file = { name: 'visitas.csv', bytes: new Uint8Array([2, 2]) };
    editor.setState({ dialog: { name: 'importNumbers', file, source: source ?? null } });
    expect(await screen.findByText('What changes on the map')).toBeTruthy();
    // The kept recipe answers the question of the decimal sign.
    expect(screen.getByText('1 as before', { exact: false })).toBeTruthy();
    expect(importButton().textContent).toBe('Refresh');
  });
});
