import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { FolderEntry } from '../../../shared/api/calls';
import type { IconName } from '../../../shared/figures/icons';
import type { Language } from '../../../shared/language/translator';
import { useLanguage, useTexts } from '../../store/texts';
import { Icon } from '../../ui/Icon';
import { formatMoment, formatSize } from './format-entry';

const ICONS: Record<FolderEntry['type'], IconName> = {
  folder: 'folder',
  map: 'map',
  data: 'file-spreadsheet',
  picture: 'image',
  export: 'file',
};

/** Letters typed within this time belong to one word. */
const WORD_MS = 700;

interface FolderListProps {
  label: string;
  entries: readonly FolderEntry[];
  /** Whether a file can be chosen here; folders always can. */
  fits: (entry: FolderEntry) => boolean;
  /** Path of the entry that is marked. */
  marked: string | null;
  onMark: (entry: FolderEntry) => void;
  /** Double click or Enter. */
  onOpen: (entry: FolderEntry) => void;
  /** Backspace: to the folder above. */
  onUp: () => void;
}

/** What lies in a folder, as a list for mouse and keyboard: arrows, Home, End, Enter, Backspace, and typing a name's beginning. */
export function FolderList({ label, entries, fits, marked, onMark, onOpen, onUp }: FolderListProps) {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [word, setWord] = useState({ text: '', at: 0 });
  const usable = entries.filter((entry) => entry.type === 'folder' || fits(entry));
  const index = usable.findIndex((entry) => entry.path === marked);

  useEffect(() => {
    if (marked !== null) list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [marked]);

  const mark = (at: number) => {
    const entry = usable[Math.min(Math.max(at, 0), usable.length - 1)];
    if (entry) onMark(entry);
  };
  const typeAhead = (letter: string) => {
    const now = performance.now();
    const text = (now - word.at < WORD_MS ? word.text : '') + letter.toLowerCase();
    setWord({ text, at: now });
    const begins = (entry: FolderEntry) => entry.name.toLowerCase().startsWith(text);
    // A single letter again goes on to the next name that begins with it.
    const from = text.length === 1 ? index + 1 : Math.max(index, 0);
    const found = [...usable.slice(from), ...usable.slice(0, from)].find(begins);
    if (found) onMark(found);
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const entry = usable[index];
    const moves: Record<string, () => void> = {
      ArrowDown: () => mark(index + 1),
      ArrowUp: () => mark(index < 0 ? usable.length - 1 : index - 1),
      Home: () => mark(0),
      End: () => mark(usable.length - 1),
      PageDown: () => mark(index + 8),
      PageUp: () => mark(index - 8),
      Enter: () => entry && onOpen(entry),
      Backspace: onUp,
    };
    const move = moves[event.key];
    if (move) move();
    else if (event.key.length === 1 && event.key !== ' ') typeAhead(event.key);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      className="folder-list"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={index >= 0 ? `${id}-${index}` : undefined}
      onKeyDown={press}
      onFocus={() => index < 0 && mark(0)}
    >
      {entries.map((entry) => (
        <Row
          key={entry.path}
          id={`${id}-${usable.indexOf(entry)}`}
          entry={entry}
          usable={usable.includes(entry)}
          marked={entry.path === marked}
          language={language}
          onMark={onMark}
          onOpen={onOpen}
        />
      ))}
      {entries.length === 0 && (
        <div className="folder-empty" role="option" tabIndex={-1} aria-selected={false} aria-disabled="true">
          {t('dialogs.files.emptyFolder')}
        </div>
      )}
    </div>
  );
}

interface RowProps {
  id: string;
  entry: FolderEntry;
  usable: boolean;
  marked: boolean;
  language: Language;
  onMark: (entry: FolderEntry) => void;
  onOpen: (entry: FolderEntry) => void;
}

function Row({ id, entry, usable, marked, language, onMark, onOpen }: RowProps) {
  return (
    // The keys of a list belong to the list, which names the marked row to screen readers.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      className="folder-row"
      role="option"
      // The list has the focus; its rows are reached through it.
      tabIndex={-1}
      aria-selected={marked}
      aria-disabled={!usable}
      onClick={() => usable && onMark(entry)}
      onDoubleClick={() => usable && onOpen(entry)}
    >
      <Icon name={ICONS[entry.type]} />
      <span className="folder-name">{entry.name}</span>
      <span className="folder-size">{entry.type === 'folder' ? '' : formatSize(entry.size, language)}</span>
      <span className="folder-date">{formatMoment(entry.modifiedAt, language)}</span>
    </div>
  );
}
