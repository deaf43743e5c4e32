import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { OwnTemplate } from '../../../shared/api/calls';
import { addCard } from '../../../shared/commands/cards';
import { lanesOf, stagesOf } from '../../../shared/document/create';
import { mapFromModel } from '../../../shared/document/templates';
import { keepTemplate } from '../../app/own-templates';
import { runCommand } from '../../app/run';
import { NewMap } from '../../dialogs/NewMap';
import { SaveTemplate } from '../../dialogs/SaveTemplate';
import { startWindow } from '../../dialogs/test-host';
import { editor } from '../../store/editor';
import { undo } from '../../store/history';
import { select } from '../../store/selection';
import { openTestMap } from '../common/testing';
import { LeftPanel } from '../left-panel/LeftPanel';

const map = () => editor.getState().map;
const touchpoints = () => Object.values(map().elements).filter(({ kind }) => kind === 'touchpoint');

/** A machine that keeps templates as the real one does: a list, each under an id. */
function open(kept: (OwnTemplate & { text: string })[] = []) {
  // A canvas that can be asked for its view.
  openTestMap([]);
  let store = kept;
  let next = 0;
  startWindow(mapFromModel('three-phases', 'en', 'Test'), {
    'templates.list': () => ({ templates: store.map(({ text: _, ...one }) => one), damaged: [] }),
    'templates.read': ({ id }) => {
      const found = store.find((one) => one.id === id);
      if (!found) throw new Error(id);
      const { text, ...template } = found;
      return { template, text };
    },
    'templates.write': ({ id, type, title, text }) => {
      const one = { id: id ?? `own${next++}`, type, title, savedAt: '', stages: 3, cards: 2, language: null, text };
      store = [...store.filter((other) => other.id !== one.id), one];
      return one;
    },
    'templates.remove': ({ id }) => {
      store = store.filter((one) => one.id !== id);
      return null;
    },
    'preferences.write': () => null,
  });
  return { titles: () => store.map(({ title }) => title) };
}

describe('the library', () => {
  it('opens in place of the cards, with the search ready, and closes by Escape', async () => {
    open();
    render(<LeftPanel />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Library' }));
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search the library' }));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('searchbox')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Library' })));
  });

  it('adds an entry by a click and by Enter, to the stage that is chosen, each as one step', async () => {
    open();
    runCommand('openLibrary');
    render(<LeftPanel />);
    const user = userEvent.setup();
    await user.type(screen.getByRole('searchbox'), 'billing');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Add to stage' }), 'Loyalty');
    await user.click(screen.getByRole('button', { name: /^Billing/ }));
    screen.getByRole('button', { name: /^Billing/ }).focus();
    await user.keyboard('{Enter}');
    expect(touchpoints()).toHaveLength(2);
    const loyalty = stagesOf(map())[2];
    const lane = lanesOf(map()).find(({ kinds }) => kinds.includes('touchpoint'));
    expect(touchpoints()[0]).toMatchObject({
      title: 'Billing',
      channel: 'Billing',
      phase: 'after',
      initiative: 'proactive',
      feeling: 0,
      stage: loyalty?.id,
      lane: lane?.id,
    });
    expect(screen.getByRole('status').textContent).toBe('“Billing” is on the map');
    undo();
    undo();
    expect(touchpoints()).toHaveLength(0);
  });

  it('adds a whole set as one step', async () => {
    open();
    runCommand('openLibrary');
    render(<LeftPanel />);
    await userEvent.click(screen.getByRole('button', { name: 'Add all 5: Customer service' }));
    expect(touchpoints().map(({ title }) => title)).toEqual([
      'Support channels',
      'Customer-success programme',
      'Customer onboarding',
      'Loyalty programme',
      'Self-service resources',
    ]);
    expect(editor.getState().past).toHaveLength(1);
    expect(editor.getState().selection).toHaveLength(5);
    undo();
    expect(touchpoints()).toHaveLength(0);
  });

  it('finds by title, explanation and channel, without accents; says so where nothing is found', async () => {
    open();
    editor.setState(({ preferences }) => ({ preferences: { ...preferences, language: 'es' } }));
    runCommand('openLibrary');
    render(<LeftPanel />);
    const user = userEvent.setup();
    await user.type(screen.getByRole('searchbox'), 'telefono');
    const rows = screen.getAllByRole('listitem').map((row) => row.textContent);
    expect(rows.some((row) => row?.startsWith('Teléfono'))).toBe(true);
    expect(rows.some((row) => row?.startsWith('Programa de éxito'))).toBe(true);
    await user.clear(screen.getByRole('searchbox'));
    await user.type(screen.getByRole('searchbox'), 'xyz');
    expect(screen.getByText(/Nada se llama así/)).toBeTruthy();
  });

  it('drags an entry with its texts', () => {
    open();
    runCommand('openLibrary');
    render(<LeftPanel />);
    const row = screen.getByRole('button', { name: /^Chatbot/ });
    fireEvent.pointerDown(row, { button: 0, isPrimary: true, pointerId: 1, clientX: 10, clientY: 10 });
    fireEvent.pointerMove(window, { pointerId: 1, clientX: 400, clientY: 200 });
    expect(editor.getState().gesture).toMatchObject({
      type: 'add',
      kind: 'touchpoint',
      entry: { values: { title: 'Chatbot', phase: 'service', initiative: 'reactive' } },
    });
    fireEvent.keyDown(window, { key: 'Escape' });
    expect(editor.getState().gesture).toBeNull();
    expect(touchpoints()).toHaveLength(0);
  });

  it('folds a set away', async () => {
    open();
    runCommand('openLibrary');
    render(<LeftPanel />);
    const fold = screen.getByRole('button', { name: /^Also met/ });
    expect(screen.queryByRole('button', { name: /^Chatbot/ })).not.toBeNull();
    await userEvent.click(fold);
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('button', { name: /^Chatbot/ })).toBeNull();
  });
});

describe('own entries and templates', () => {
  const withCards = () => {
    const [stage] = stagesOf(map());
    const lane = lanesOf(map())[1];
    const draft = structuredClone(map());
    const ids = ['One', 'Two'].map((title, index) =>
      addCard(
        draft,
        'touchpoint',
        { stage: stage?.id ?? null, lane: lane?.id ?? null, x: 10, y: 10 + index * 80 },
        { title },
      ),
    );
    editor.setState({ map: draft });
    select(ids);
  };

  it('selected cards become an entry that is added, renamed, removed and taken back', async () => {
    const { titles } = open();
    withCards();
    const user = userEvent.setup();
    const dialog = render(<SaveTemplate />);
    expect(screen.getByRole('button', { name: 'Save template' })).toHaveProperty('disabled', true);
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Our start');
    await user.click(screen.getByRole('button', { name: 'Save template' }));
    await waitFor(() => expect(titles()).toEqual(['Our start']));
    dialog.unmount();

    editor.setState({ libraryOpen: true });
    render(<LeftPanel />);
    await user.click(await screen.findByRole('button', { name: /^Our start/ }));
    await waitFor(() => expect(touchpoints()).toHaveLength(4));
    await user.click(screen.getByRole('button', { name: 'Rename “Our start”' }));
    await user.keyboard('First steps{Enter}');
    await waitFor(() => expect(titles()).toEqual(['First steps']));
    await user.click(await screen.findByRole('button', { name: 'Remove “First steps”' }));
    await waitFor(() => expect(titles()).toEqual([]));
    editor.getState().toasts.at(-1)?.action?.run();
    await waitFor(() => expect(titles()).toEqual(['First steps']));
  });

  it('a whole map is offered for new maps, and gets an id of its own', async () => {
    open();
    const before = map().id;
    expect(await keepTemplate('map', 'Quarterly')).toBe(true);
    render(<NewMap />);
    const user = userEvent.setup();
    const own = await screen.findByRole('radio', { name: /^Quarterly/ });
    await user.click(own);
    await user.click(screen.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(map().title).toBe('Quarterly'));
    expect(map().id).not.toBe(before);
    expect(stagesOf(map())).toHaveLength(3);
  });

  it('a whole-map template is chosen with the keyboard and filled in, in the language of the map', async () => {
    open();
    render(<NewMap />);
    const user = userEvent.setup();
    const choices = await screen.findByRole('group', { name: 'Whole maps to edit' });
    expect(within(choices).getAllByRole('radio')).toHaveLength(6);
    await user.click(screen.getByRole('radio', { name: 'Español' }));
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Clínica del barrio');
    within(choices)
      .getByRole('radio', { name: /^Clinic/ })
      .focus();
    await user.keyboard(' ');
    await user.click(screen.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(map().title).toBe('Clínica del barrio'));
    expect(stagesOf(map())[0]?.title).toBe('Síntoma');
    expect(Object.keys(map().elements).length).toBeGreaterThan(40);
  });
});
