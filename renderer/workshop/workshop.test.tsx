import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { openTestMap, type Stage } from '../panels/common/testing';
import { editor } from '../store/editor';
import { undo } from '../store/history';
import { dimmedOf } from '../store/picture';
import { Discussion } from './Discussion';
import { FacilitationBar } from './FacilitationBar';
import { closeSession, sessionAtHand, timeLeft } from './meeting';
import { PresentBar, PresentedView } from './PresentBar';
import { present } from './presenting';
import { WorkshopPanel } from './WorkshopPanel';
import { setWorkshop } from './workshop-state';

let stage: Stage;
const user = userEvent.setup();

beforeEach(() => {
  stage = openTestMap([
    ['touchpoint', 'Shop'],
    ['pain-point', 'Too dear'],
    ['pain-point', 'Too late'],
  ]);
});

describe('the discussion of a card', () => {
  test('takes what is said with the name of who says it, and resolves it; each is a step', async () => {
    const id = stage.id('Shop');
    render(<Discussion id={id} />);
    await user.type(screen.getByLabelText('Your comment'), 'Nobody finds it');
    await user.type(screen.getByLabelText('Your name'), 'Ana');
    await user.click(screen.getByRole('button', { name: 'Comment' }));
    expect(Object.values(stage.map().comments)).toMatchObject([
      { element: id, author: 'Ana', text: 'Nobody finds it', resolved: false },
    ]);
    expect(stage.steps()).toBe(1);
    await user.type(screen.getByLabelText('Your comment'), 'I do{Enter}');
    expect(screen.getAllByRole('article')).toHaveLength(2);
    await user.click(screen.getAllByRole('button', { name: 'Resolve' })[0] as HTMLElement);
    expect(screen.getByText('1 resolved')).toBeTruthy();
    undo();
    undo();
    expect(Object.values(stage.map().comments)).toHaveLength(1);
  });

  test('is in the list of open comments until it is resolved', async () => {
    render(<Discussion id={stage.id('Too dear')} />);
    await user.type(screen.getByLabelText('Your comment'), 'Show it earlier{Enter}');
    setWorkshop({ panel: 'comments' });
    render(<WorkshopPanel />);
    const item = screen.getByRole('button', { name: 'Too dear' }).closest('li') as HTMLElement;
    await user.click(within(item).getByRole('button', { name: 'Resolve' }));
    expect(screen.getByText(/Nothing is left to talk about/)).toBeTruthy();
  });
});

async function beginSession(): Promise<void> {
  setWorkshop({ panel: 'session' });
  render(
    <>
      <FacilitationBar />
      <WorkshopPanel />
    </>,
  );
  await user.click(screen.getByRole('button', { name: 'Begin' }));
}

describe('a session', () => {
  test('goes through its steps: each sets the clock and lets recede what it is not about', async () => {
    await beginSession();
    expect(sessionAtHand(editor.getState())?.agenda).toHaveLength(8);
    await user.click(screen.getByRole('button', { name: /^5/ }));
    expect(sessionAtHand(editor.getState())?.step).toBe(4);
    expect(timeLeft(editor.getState().workshop.timer)).toBe(8 * 60_000);
    expect(dimmedOf(editor.getState())).toEqual(new Set([stage.id('Shop')]));
    await user.click(screen.getByRole('button', { name: 'Start the clock' }));
    await user.click(screen.getByRole('button', { name: 'Next step' }));
    expect(editor.getState().workshop.timer.endsAt).toBeGreaterThan(Date.now() + 3 * 60_000);
    closeSession();
    expect(dimmedOf(editor.getState()).size).toBe(0);
  });

  test('counts the dots of its people, who have no more than they have; taken back by undo', async () => {
    await beginSession();
    await user.type(screen.getByLabelText('Names, with commas between them'), 'Ana, Eva, Ana{Enter}');
    expect(sessionAtHand(editor.getState())?.members.map(({ name }) => name)).toEqual(['Ana', 'Eva']);
    const put = (title: string) => screen.getByRole('button', { name: `Put a dot on ${title}` }) as HTMLButtonElement;
    await user.click(put('Too late'));
    await user.click(put('Too late'));
    await user.click(put('Too dear'));
    expect(put('Too dear').disabled).toBe(true);
    expect(Object.values(stage.map().votes)).toMatchObject([{ voter: 'Ana', count: 2 }, { count: 1 }]);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who votes' }), 'Eva');
    expect(put('Too dear').disabled).toBe(false);
    undo();
    expect(Object.values(stage.map().votes)).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Hide' }));
    expect(screen.getAllByRole('img', { name: /of your own/ })).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Most votes first' })).toBeNull();
  });

  test('a line is a card in the stage and row of what the step is about; notes have the colour of who says it', async () => {
    await beginSession();
    await user.type(screen.getByLabelText('Names, with commas between them'), 'Ana, Eva{Enter}');
    await user.click(screen.getByRole('button', { name: /^5/ }));
    const line = screen.getByLabelText('A line, a card: Enter');
    await user.type(line, 'Nobody answers{Enter}Too many forms{Enter}{Enter}');
    const [first, second] = ['Nobody answers', 'Too many forms'].map((title) => stage.map().elements[stage.id(title)]);
    const known = stage.map().elements[stage.id('Too dear')];
    expect(first).toMatchObject({ kind: 'pain-point', stage: known?.stage, lane: known?.lane });
    expect(second?.y).toBeGreaterThan(first?.y ?? 0);
    undo();
    expect(stage.id('Too many forms')).toBe('');
    expect(stage.id('Nobody answers')).not.toBe('');
    await user.selectOptions(screen.getByLabelText('Kind of the new cards'), 'Note');
    await user.click(screen.getByRole('radio', { name: 'Eva' }));
    line.focus();
    await user.paste('Ask Jo\n\nAsk Mo');
    const eva = sessionAtHand(editor.getState())?.members[1]?.colour;
    for (const title of ['Ask Jo', 'Ask Mo']) {
      expect(stage.map().elements[stage.id(title)]).toMatchObject({ kind: 'note', colour: eva });
    }
    undo();
    expect(stage.id('Ask Jo') + stage.id('Ask Mo')).toBe('');
  });

  test('keeps what was settled, with who and when', async () => {
    await beginSession();
    await user.click(screen.getByRole('radio', { name: 'Agreed' }));
    await user.type(screen.getByLabelText('What somebody does…'), 'Call three customers{Enter}');
    await user.type(screen.getByLabelText('Who'), 'Eva');
    fireEvent.change(screen.getByLabelText('By when'), { target: { value: '2026-12-01' } });
    await user.click(screen.getByRole('checkbox', { name: /Call three customers/ }));
    expect(Object.values(stage.map().actions)).toMatchObject([
      {
        type: 'action',
        text: 'Call three customers',
        owner: 'Eva',
        due: '2026-12-01',
        done: true,
        session: editor.getState().workshop.session,
      },
    ]);
  });
});

test('the next session starts from the last one', async () => {
  await beginSession();
  await user.type(screen.getByLabelText('Names, with commas between them'), 'Ana{Enter}');
  await user.click(screen.getByRole('radio', { name: 'Agreed' }));
  await user.type(screen.getByLabelText('What we decide…'), 'No more forms{Enter}');
  await user.click(screen.getByRole('radio', { name: 'Session' }));
  await user.click(screen.getAllByRole('button', { name: 'End the session' })[0] as HTMLElement);
  const since = screen.getByRole('region', { name: 'Since Session 1' });
  expect(within(since).getByText('No more forms')).toBeTruthy();
  expect(within(since).getByText(/^Save the map to compare/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Begin' }));
  expect(sessionAtHand(editor.getState())).toMatchObject({ title: 'Session 2', members: [{ name: 'Ana' }], step: 0 });
});

describe('presenting', () => {
  test('a view without slides is presented as it is, and Escape leads back to it', async () => {
    editor.setState({ view: 'decisions' });
    present();
    expect(editor.getState()).toMatchObject({ view: 'decisions', workshop: { presenting: { at: 0 } } });
    render(<PresentedView title="Decisions" />);
    expect(screen.getByRole('heading', { name: 'Decisions' })).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    expect(editor.getState()).toMatchObject({ view: 'decisions', workshop: { presenting: null } });
  });

  const at = () => editor.getState().workshop.presenting?.at;

  test('keys, clickers and buttons go through the stages; Escape ends it', async () => {
    render(<PresentBar />);
    present();
    expect(await screen.findByText(/^1\. /)).toBeTruthy();
    expect(dimmedOf(editor.getState()).size).toBe(0);
    await user.keyboard('{PageDown}');
    expect(at()).toBe(1);
    await user.keyboard('{ArrowRight}{ArrowLeft}{PageUp}{PageUp}');
    expect(at()).toBe(0);
    await user.click(screen.getByRole('button', { name: 'On' }));
    expect(at()).toBe(1);
    await user.keyboard('{End}{PageDown}');
    expect(screen.getByText(/^3\. /)).toBeTruthy();
    expect(dimmedOf(editor.getState()).has(stage.id('Shop'))).toBe(true);
    await user.keyboard('{Escape}');
    expect(editor.getState().workshop.presenting).toBeNull();
  });

  test('keys type while something is typed, and what is edited stays in the presentation', async () => {
    render(
      <>
        <input aria-label="field" />
        <PresentBar />
      </>,
    );
    present();
    await screen.findByText(/^1\. /);
    await user.type(screen.getByLabelText('field'), 'two words{ArrowLeft}');
    expect(at()).toBe(0);
    expect((screen.getByLabelText('field') as HTMLInputElement).value).toBe('two words');
  });

  test('goes through the views that were kept, from the first', async () => {
    setWorkshop({ panel: 'views' });
    const panel = render(<WorkshopPanel />);
    await user.click(screen.getByRole('button', { name: 'Keep this view' }));
    await user.type(screen.getByLabelText('What to say about it'), 'Here they leave');
    await user.click(screen.getByRole('button', { name: 'Keep this view' }));
    panel.unmount();
    render(<PresentBar />);
    present();
    expect(await screen.findByText('View 1')).toBeTruthy();
    expect(screen.getByText('Here they leave')).toBeTruthy();
    expect(screen.getByText('1 / 2')).toBeTruthy();
  });
});
