import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { connect } from '../../../shared/commands/connections';
import { openTestMap, type Stage } from '../../panels/common/testing';
import { editor } from '../../store/editor';
import { change, undo } from '../../store/history';
import { Ideas } from './Ideas';
import { IdeasSide } from './IdeasSide';
import { setIdeas } from './model';

let stage: Stage;

beforeEach(() => {
  stage = openTestMap([
    ['pain-point', 'Shipping cost', { severity: 4 }],
    ['pain-point', 'Pausing', { severity: 5 }],
    ['answer', 'Total price'],
    ['content-idea', 'Calculator', { format: 'Tool', status: 'draft', due: '2026-12-04' }],
  ]);
  change('relations', (draft) => {
    connect(draft, stage.id('Shipping cost'), stage.id('Total price'));
    connect(draft, stage.id('Total price'), stage.id('Calculator'));
  });
});

const card = (name: RegExp) => screen.getByRole('button', { name });
const element = (title: string) => stage.map().elements[stage.id(title)];
const servedBy = (title: string) =>
  Object.values(stage.map().connections)
    .filter(({ to }) => to === stage.id(title))
    .map(({ from }) => stage.map().elements[from]?.title);

describe('the grid', () => {
  test('shows each pain point with its answers and ideas, and what is missing as invitations', () => {
    render(<Ideas />);
    expect(card(/^Shipping cost severity 4/)).toBeTruthy();
    expect(card(/^Calculator Tool · draft · due 4 Dec/)).toBeTruthy();
    expect(card(/^No answer yet – add one: Pausing/)).toBeTruthy();
    expect(screen.getByText('1 pain point without an answer')).toBeTruthy();
  });

  test('is filled in with the keyboard alone: one step each, which Escape gives up', async () => {
    const user = userEvent.setup();
    render(<Ideas />);
    await user.click(card(/^Pausing/));
    expect(editor.getState().selection).toEqual([stage.id('Pausing')]);
    const before = stage.steps();
    await user.keyboard('a');
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Self-service{Enter}');
    expect(element('Self-service')).toMatchObject({ kind: 'answer', stage: element('Pausing')?.stage });
    expect(document.activeElement?.textContent).toContain('Self-service');
    await user.keyboard('n');
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'How to pause');
    const typed = within(screen.getByRole('group', { name: 'Edit Content idea' }));
    await user.type(typed.getByRole('combobox', { name: 'Format' }), 'Video{Enter}');
    expect(element('How to pause')).toMatchObject({ kind: 'content-idea', format: 'Video', status: 'idea' });
    expect(stage.steps()).toBe(before + 2);
    await user.keyboard('{Enter}');
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'xxx{Escape}');
    expect(element('How to pause')).toBeTruthy();
    await user.keyboard('s');
    expect(element('How to pause')).toMatchObject({ status: 'draft' });
    await user.keyboard('n{Escape}');
    expect(stage.steps()).toBe(before + 3);
    undo();
    undo();
    expect(element('How to pause')).toBeUndefined();
  });

  test('the arrow keys go from card to card, and only one card is a stop of the Tab key', async () => {
    const user = userEvent.setup();
    render(<Ideas />);
    await user.click(card(/^Shipping cost/));
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.textContent).toContain('Calculator');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Content idea: Pausing');
    await user.keyboard('{Home}');
    expect(document.activeElement?.textContent).toContain('Pausing');
    expect(document.querySelectorAll('[data-cell][tabindex="0"]')).toHaveLength(1);
  });

  test('an idea is moved to another pain point, or serves both, with the keyboard', async () => {
    const user = userEvent.setup();
    render(<Ideas />);
    await user.click(card(/^Calculator/));
    await user.keyboard('m{ArrowDown}');
    expect(screen.getAllByRole('status').some((one) => one.textContent?.includes('Moving “Calculator”'))).toBe(true);
    await user.keyboard('{Escape}m{ArrowDown}{Shift>}{Enter}{/Shift}');
    expect(servedBy('Calculator')).toEqual(['Total price', 'Pausing']);
    expect(screen.getAllByText('serves 2')).toHaveLength(2);
    const [first] = screen.getAllByRole('button', { name: /^Calculator/ });
    first!.focus();
    await user.keyboard('{Shift>}{Delete}{/Shift}');
    expect(servedBy('Calculator')).toEqual(['Pausing']);
    expect(element('Calculator')).toBeTruthy();
  });

  test('a filter leaves what fits; the chip shows what is missing', async () => {
    const user = userEvent.setup();
    render(<Ideas />);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Severity' }), '5');
    expect(screen.queryByRole('button', { name: /^Shipping cost/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await user.click(screen.getByRole('button', { name: '1 pain point without an answer' }));
    expect(screen.queryByRole('button', { name: /^Shipping cost/ })).toBeNull();
  });

  test('a map that is looked at only stays as it is', async () => {
    const user = userEvent.setup();
    editor.setState({ readOnly: true });
    render(<Ideas />);
    await user.click(card(/^Calculator/));
    await user.keyboard('s{Enter}n{Delete}');
    expect(screen.queryByRole('textbox', { name: 'Title' })).toBeNull();
    expect(element('Calculator')).toMatchObject({ status: 'draft' });
  });
});

describe('the same ideas', () => {
  test('on the board change their status with Shift and an arrow key', async () => {
    const user = userEvent.setup();
    setIdeas({ tab: 'board' });
    render(<Ideas />);
    card(/^Calculator/).focus();
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(element('Calculator')).toMatchObject({ status: 'planned' });
    expect(within(screen.getByRole('region', { name: 'Planned' })).getByRole('button', { name: /^Calculator/ })).toBe(
      document.activeElement,
    );
  });

  test('in the calendar move from day to day, on into the next month', async () => {
    const user = userEvent.setup();
    setIdeas({ tab: 'calendar', month: '2026-12' });
    render(<Ideas />);
    card(/^Calculator/).focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
    expect(element('Calculator')).toMatchObject({ due: '2026-12-12' });
    await user.click(screen.getByRole('button', { name: 'Add an idea due 1 Dec 2026' }));
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Post{Enter}');
    expect(element('Post')).toMatchObject({ kind: 'content-idea', due: '2026-12-01' });
  });

  test('leave gaps in the coverage, which a click fills', async () => {
    const user = userEvent.setup();
    setIdeas({ tab: 'coverage' });
    render(<Ideas />);
    const gaps = screen.getAllByRole('button', { name: /^Tool, .*nothing yet/ });
    expect(gaps).toHaveLength(2);
    await user.click(gaps[0]!);
    expect(element('New Tool')).toMatchObject({ kind: 'content-idea', format: 'Tool' });
    expect(editor.getState().selection).toEqual([stage.id('New Tool')]);
    expect(screen.getAllByRole('button', { name: /^Tool, .*nothing yet/ })).toHaveLength(1);
  });
});

describe('questions', () => {
  test('are answered in place, and the answer serves the card at hand', async () => {
    const user = userEvent.setup();
    editor.setState({ selection: [stage.id('Pausing')] });
    setIdeas({ prompts: true });
    render(<IdeasSide />);
    const box = screen.getByRole('textbox', { name: /What do they have to know or see/ });
    await user.type(box, 'A pause button{Enter}');
    expect(servedBy('A pause button')).toEqual(['Pausing']);
    expect((box as HTMLTextAreaElement).value).toBe('');
    await user.click(screen.getByRole('radio', { name: 'Persona' }));
    const [first] = screen.getAllByRole('button', { name: 'Add a persona' });
    await user.click(first!);
    await user.type(screen.getByRole('textbox', { name: /ordinary day/ }), 'Up at six{Enter}');
    expect(element('Persona')).toMatchObject({ kind: 'persona', dayInTheLife: 'Up at six' });
  });
});

test('an empty map teaches the way, and its first pain point begins it', async () => {
  const user = userEvent.setup();
  stage = openTestMap([]);
  render(<Ideas />);
  expect(screen.getByRole('heading', { name: 'From pain point to content' })).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Add a pain point' }));
  await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Too slow{Enter}');
  expect(element('Too slow')).toMatchObject({ kind: 'pain-point' });
  expect(card(/^Too slow/)).toBeTruthy();
});
