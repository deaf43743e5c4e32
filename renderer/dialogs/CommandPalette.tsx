import { Command } from 'cmdk';
import { Dialog as Radix } from 'radix-ui';
import { useMemo, useState } from 'react';
import { normaliseName } from '../../shared/analysis/normalise-name';
import { searchMap } from '../../shared/analysis/search';
import { COMMANDS, type CommandEntry, type CommandId, isEnabled } from '../../shared/commands/table';
import type { MapElement } from '../../shared/document/schema';
import { KINDS } from '../../shared/kinds/registry';
import { createTranslator, type Translate } from '../../shared/language/translator';
import { commandStateOf } from '../app/command-state';
import { runCommand } from '../app/run';
import { showOnMap } from '../panels/common/show-element';
import { editor, useEditor } from '../store/editor';
import { useTexts } from '../store/texts';
import { Icon } from '../ui/Icon';
import { closeDialog } from './close';
import './command-palette.css';
import { shownKeys } from './shown-keys';

const MOST_CARDS = 8;
const MOST_RECENT = 5;

/** The commands used from here in this session, the latest first. */
let recent: readonly CommandId[] = [];

const english = createTranslator('en');
const spanish = createTranslator('es');

/** Any command and any card, by typing a part of its name. */
export function CommandPalette() {
  const t = useTexts();
  const map = useEditor((state) => state.map);
  const host = useEditor((state) => state.start?.host);
  const [query, setQuery] = useState('');
  // What can be used is what can be used on the map behind the palette: it does not change while this is open.
  const [usable] = useState(() =>
    COMMANDS.filter(
      (command) => command.id !== 'commandPalette' && isEnabled(command, commandStateOf(editor.getState())),
    ),
  );

  const commands = useMemo(() => findCommands(usable, query, t), [usable, query, t]);
  const cards = useMemo(
    () => searchMap(map, query, MOST_CARDS).flatMap((hit) => map.elements[hit.element] ?? []),
    [map, query],
  );
  const recents = query.trim() === '' ? recent.flatMap((id) => usable.find((command) => command.id === id) ?? []) : [];

  const item = (command: CommandEntry, prefix: string) => (
    <Command.Item
      key={command.id}
      className="menu-item"
      value={`${prefix}${command.id}`}
      onSelect={() => run(command.id)}
    >
      {command.icon ? <Icon name={command.icon} /> : <span className="palette-no-icon" />}
      <span className="palette-text">{labelOf(command, t)}</span>
      <span className="palette-menu">{t(`menus.${command.menu}`)}</span>
      {shownKeys(command, host) && <kbd>{shownKeys(command, host)}</kbd>}
    </Command.Item>
  );

  return (
    <Radix.Root open onOpenChange={(open) => !open && closeDialog()}>
      <Radix.Portal>
        <Radix.Overlay className="dialog-shade" />
        <Radix.Content className="palette" aria-describedby={undefined}>
          <Radix.Title className="visually-hidden">{t('dialogs.palette.title')}</Radix.Title>
          <Command label={t('dialogs.palette.title')} shouldFilter={false} loop>
            <div className="palette-field">
              <Icon name="search" />
              <Command.Input value={query} onValueChange={setQuery} placeholder={t('dialogs.palette.placeholder')} />
            </div>
            <Command.List className="palette-list" label={t('dialogs.palette.results')}>
              <Command.Empty className="palette-empty">
                {t('dialogs.palette.nothing', { query: query.trim() })}
              </Command.Empty>
              {recents.length > 0 && (
                <Command.Group heading={t('dialogs.palette.recent')}>
                  {recents.map((command) => item(command, 'recent:'))}
                </Command.Group>
              )}
              {commands.length > 0 && (
                <Command.Group heading={t('dialogs.palette.commands')}>
                  {commands.map((command) => item(command, 'command:'))}
                </Command.Group>
              )}
              {cards.length > 0 && (
                <Command.Group heading={t('dialogs.palette.cards')}>
                  {cards.map((element) => (
                    <Command.Item
                      key={element.id}
                      className="menu-item"
                      value={`card:${element.id}`}
                      onSelect={() => jumpTo(element)}
                    >
                      <Icon name={KINDS[element.kind].icon} />
                      <span className="palette-text">{element.title || t('canvas.untitled')}</span>
                      <span className="palette-menu">{t(`kinds.${element.kind}.one`)}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function labelOf(command: CommandEntry, t: Translate): string {
  return command.id.startsWith('add:') ? t('steps.add', { kind: t(command.label).toLowerCase() }) : t(command.label);
}

/** Commands whose name holds every word, in either language: whoever knows "export" finds "Exportar", too. */
function findCommands(usable: readonly CommandEntry[], query: string, t: Translate): CommandEntry[] {
  const words = normaliseName(query).split(' ').filter(Boolean);
  if (words.length === 0) return [...usable];
  const scored = usable.flatMap((command) => {
    const own = ` ${normaliseName(`${labelOf(command, t)} ${t(`menus.${command.menu}`)}`)}`;
    const all = `${own} ${normaliseName(labelOf(command, english))} ${normaliseName(labelOf(command, spanish))}`;
    if (!words.every((word) => all.includes(word))) return [];
    const score = words.reduce(
      (sum, word) => sum + (own.includes(` ${word}`) ? 4 : own.includes(word) ? 2 : 1),
      own.startsWith(` ${words[0]}`) ? 3 : 0,
    );
    return [{ command, score }];
  });
  return scored.sort((a, b) => b.score - a.score).map(({ command }) => command);
}

function run(id: CommandId): void {
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, MOST_RECENT);
  // Closed first: the command may open a dialog of its own.
  closeDialog();
  runCommand(id);
}

function jumpTo(element: MapElement): void {
  closeDialog();
  showOnMap(element.id);
}
