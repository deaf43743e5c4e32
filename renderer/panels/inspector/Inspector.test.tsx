import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Profiler } from 'react';
import { describe, expect, it } from 'vitest';
import type { ElementOf } from '../../../shared/document/schema';
import { editor } from '../../store/editor';
import { redo, undo } from '../../store/history';
import { select } from '../../store/selection';
import { openTestMap } from '../common/testing';
import { Personas } from '../left-panel/Personas';
import { Inspector } from './Inspector';

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('fields of one element', () => {
  it('makes one step of what is typed into one field', async () => {
    const stage = openTestMap([['touchpoint', 'Web']]);
    const id = stage.id('Web');
    select([id]);
    render(<Inspector />);
    const user = userEvent.setup();
    await user.type(field('Title'), 'site of ours');
    await user.type(field('Owner'), 'Ana');
    await user.type(field('Title'), '!');
    expect(stage.map().elements[id]).toMatchObject({ title: 'Website of ours!', owner: 'Ana' });
    expect(stage.steps()).toBe(3);
    act(undo);
    act(undo);
    expect(stage.map().elements[id]).toMatchObject({ title: 'Website of ours', owner: '' });
    expect(field('Title').value).toBe('Website of ours');
    act(undo);
    expect(stage.map().elements[id]?.title).toBe('Web');
    act(redo);
    expect(stage.map().elements[id]?.title).toBe('Website of ours');
  });

  it('chooses a feeling by keyboard and takes it back', async () => {
    const stage = openTestMap([['touchpoint', 'Web']]);
    const id = stage.id('Web');
    const feeling = () => (stage.map().elements[id] as ElementOf<'touchpoint'>).feeling;
    select([id]);
    render(<Inspector />);
    const user = userEvent.setup();
    const group = screen.getByRole('radiogroup', { name: 'Feeling' });
    const faces = within(group).getAllByRole('radio');
    expect(faces.map((face) => face.tabIndex)).toEqual([0, -1, -1, -1, -1]);
    faces[0]!.focus();
    await user.keyboard('{ArrowRight}');
    expect(feeling()).toBe(-2);
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(feeling()).toBe(1);
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Good' }));
    expect(screen.getByRole('radio', { name: 'Good' }).getAttribute('aria-checked')).toBe('true');
    await user.keyboard('{End}{ArrowRight}');
    expect(feeling()).toBe(2);
    await user.keyboard('{Backspace}');
    expect(feeling()).toBeNull();
    expect(Object.keys(stage.map().elements)).toContain(id);
    await user.click(faces[1]!);
    expect(feeling()).toBe(-1);
    await user.click(faces[1]!);
    expect(feeling()).toBeNull();
  });

  it('adds tags with Enter and comma, once each, and removes the last with Backspace', async () => {
    const stage = openTestMap([['note', 'Idea', { tags: ['Price'] }]]);
    const id = stage.id('Idea');
    const tags = () => stage.map().elements[id]?.tags;
    select([id]);
    render(<Inspector />);
    const user = userEvent.setup();
    const input = screen.getByLabelText('Tags');
    await user.type(input, 'health{Enter}food,PRICE,');
    expect(tags()).toEqual(['Price', 'health', 'food']);
    expect(stage.steps()).toBe(2);
    await user.type(input, '{Backspace}');
    expect(tags()).toEqual(['Price', 'health']);
    await user.click(screen.getByRole('button', { name: 'Remove the tag Price' }));
    expect(tags()).toEqual(['health']);
  });

  it('marks a number that is none and does not apply it', async () => {
    const stage = openTestMap([['outcome', 'Sale', { value: 12 }]]);
    const id = stage.id('Sale');
    const value = () => (stage.map().elements[id] as ElementOf<'outcome'>).value;
    select([id]);
    render(<Inspector />);
    const user = userEvent.setup();
    const input = field('Value per customer');
    await user.clear(input);
    expect(value()).toBeNull();
    await user.type(input, '1,234.5');
    expect(value()).toBe(1234.5);
    await user.type(input, 'x');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(value()).toBe(1234.5);
    await user.tab();
    expect(input.value).toBe('1,234.5x');
    act(undo);
    expect(value()).toBe(12);
    expect(input.value).toBe('12');
  });

  it('keeps empty lines while a list is typed, and out of the map', async () => {
    const stage = openTestMap([['persona', 'Lucía']]);
    const id = stage.id('Lucía');
    select([id]);
    render(<Inspector />);
    const user = userEvent.setup();
    await user.type(field('Goals'), 'Sleep{Enter}{Enter}Eat');
    expect(field('Goals').value).toBe('Sleep\n\nEat');
    expect((stage.map().elements[id] as ElementOf<'persona'>).goals).toEqual(['Sleep', 'Eat']);
    await user.tab();
    expect(field('Goals').value).toBe('Sleep\nEat');
    expect(stage.steps()).toBe(1);
  });

  it('moves a card into another stage, to a free place', async () => {
    const stage = openTestMap([['touchpoint', 'Web']]);
    const id = stage.id('Web');
    const target = stage.id('Purchase');
    const { lane } = stage.map().elements[id]!;
    select([id]);
    render(<Inspector />);
    const user = userEvent.setup();
    await user.selectOptions(screen.getByLabelText('Stage'), 'Purchase');
    expect(stage.map().elements[id]).toMatchObject({ stage: target, lane });
    await user.selectOptions(screen.getByLabelText('Row'), 'No row');
    expect(stage.map().elements[id]).toMatchObject({ stage: null, lane: null });
    await user.selectOptions(screen.getByLabelText('Stage'), 'Purchase');
    expect(stage.map().elements[id]).toMatchObject({ stage: target, lane });
    expect(stage.steps()).toBe(3);
  });

  it('changes nothing in a map that can only be looked at', async () => {
    const stage = openTestMap([['touchpoint', 'Web']]);
    select([stage.id('Web')]);
    editor.setState({ readOnly: true });
    render(<Inspector />);
    const user = userEvent.setup();
    await user.type(field('Title'), 'x');
    expect(screen.getByLabelText('Owner').closest('fieldset')?.disabled).toBe(true);
    expect(stage.steps()).toBe(0);
  });

  it('leaves other panels alone while a title is typed', async () => {
    const stage = openTestMap([
      ['touchpoint', 'Web'],
      ['persona', 'Lucía'],
    ]);
    select([stage.id('Web')]);
    let commits = 0;
    render(
      <>
        <Profiler id="personas" onRender={() => commits++}>
          <Personas />
        </Profiler>
        <Inspector />
      </>,
    );
    expect(commits).toBe(1);
    await userEvent.setup().type(field('Title'), 'site');
    expect(stage.id('Website')).not.toBe('');
    expect(commits).toBe(1);
  });
});

describe('several elements at once', () => {
  it('shows what they share, and sets it in one step', async () => {
    const stage = openTestMap([
      ['touchpoint', 'Web', { department: 'Sales', feeling: 1 }],
      ['pain-point', 'Slow', { department: 'IT' }],
      ['answer', 'Faster'],
    ]);
    const ids = ['Web', 'Slow', 'Faster'].map(stage.id);
    select(ids);
    render(<Inspector />);
    expect(screen.getByText('3 cards')).toBeTruthy();
    expect(screen.queryByRole('radiogroup', { name: 'Feeling' })).toBeNull();
    const department = screen.getByLabelText<HTMLInputElement>('Department');
    expect([department.value, department.placeholder]).toEqual(['', 'Several values']);
    const user = userEvent.setup();
    await user.type(department, 'Product');
    expect(ids.map((id) => (stage.map().elements[id] as ElementOf<'answer'>).department)).toEqual(
      Array(3).fill('Product'),
    );
    expect(stage.steps()).toBe(1);
    act(undo);
    expect(ids.map((id) => (stage.map().elements[id] as ElementOf<'answer'>).department)).toEqual(['Sales', 'IT', '']);
  });

  it('keeps the tags that only some of them have', async () => {
    const stage = openTestMap([
      ['note', 'A', { tags: ['both', 'one'] }],
      ['note', 'B', { tags: ['both'] }],
    ]);
    const [a, b] = [stage.id('A'), stage.id('B')];
    select([a, b]);
    render(<Inspector />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('Tags'), 'new{Enter}{Backspace}{Backspace}');
    expect([stage.map().elements[a]?.tags, stage.map().elements[b]?.tags]).toEqual([['one'], []]);
  });

  it('moves cards into a stage without putting one on the other', async () => {
    const stage = openTestMap([
      ['note', 'A'],
      ['note', 'B'],
    ]);
    const [a, b] = [stage.id('A'), stage.id('B')];
    const lane = Object.values(stage.map().lanes).find((candidate) => candidate.kinds.includes('action'))!;
    select([a, b]);
    render(<Inspector />);
    await userEvent.setup().selectOptions(screen.getByLabelText('Row'), lane.title);
    const cards = [stage.map().elements[a]!, stage.map().elements[b]!];
    expect(cards.map((card) => card.lane)).toEqual([lane.id, lane.id]);
    expect(cards[1]!.y).toBeGreaterThanOrEqual(cards[0]!.y + 36);
    expect(stage.steps()).toBe(1);
  });
});

describe('a connection', () => {
  it('takes a probability in percent and says what is left', async () => {
    const stage = openTestMap(
      [
        ['decision', 'Buy?'],
        ['outcome', 'Sale'],
      ],
      true,
    );
    const [connection] = Object.values(stage.map().connections);
    const probability = () => stage.map().connections[connection!.id]?.probability;
    select([connection!.id]);
    render(<Inspector />);
    const user = userEvent.setup();
    const input = field('Probability in percent');
    await user.type(input, '62.5');
    expect(probability()).toBe(0.625);
    expect(screen.getByRole('status').textContent).toContain('37.5% left');
    await user.clear(input);
    expect(probability()).toBeNull();
    await user.type(input, '140');
    expect(probability()).toBe(0.14);
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('At most 100 %')).toBeTruthy();
  });

  it('can be turned round', async () => {
    const stage = openTestMap(
      [
        ['touchpoint', 'Web'],
        ['touchpoint', 'Shop'],
      ],
      true,
    );
    const [connection] = Object.values(stage.map().connections);
    select([connection!.id]);
    render(<Inspector />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'Reverse' }));
    expect(stage.map().connections[connection!.id]).toMatchObject({ from: stage.id('Shop'), to: stage.id('Web') });
  });

  it('is listed with the element and leads to the other end', async () => {
    const stage = openTestMap(
      [
        ['touchpoint', 'Web'],
        ['touchpoint', 'Shop'],
      ],
      true,
    );
    select([stage.id('Web')]);
    render(<Inspector />);
    await userEvent.setup().click(screen.getByRole('button', { name: 'To: Shop' }));
    expect(editor.getState().selection).toEqual([stage.id('Shop')]);
    expect(stage.shown).toHaveLength(1);
  });
});

describe('nothing selected', () => {
  it('shows the map, and selects all of a kind', async () => {
    const stage = openTestMap([
      ['note', 'A'],
      ['note', 'B'],
    ]);
    render(<Inspector />);
    const user = userEvent.setup();
    await user.type(field('Description'), 'What we saw');
    expect(stage.map().description).toBe('What we saw');
    expect(stage.steps()).toBe(1);
    await user.click(screen.getByRole('button', { name: /Notes/ }));
    expect([...editor.getState().selection].sort()).toEqual([stage.id('A'), stage.id('B')].sort());
  });
});
