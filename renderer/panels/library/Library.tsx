import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { normaliseName } from '../../../shared/analysis/normalise-name';
import type { OwnTemplate } from '../../../shared/api/calls';
import { stagesOf } from '../../../shared/document/create';
import type { Translate } from '../../../shared/language/translator';
import {
  channelOf,
  entriesOf,
  LIBRARY_SETS,
  TOUCHPOINT_IDS,
  type TouchpointId,
} from '../../../shared/library/touchpoints';
import { addEntries } from '../../app/library';
import { readOwnTemplates } from '../../app/own-templates';
import { useFocus } from '../../dialogs/use-focus';
import { editor, useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { EntryRow } from './EntryRow';
import './library.css';
import { LibraryGroup } from './LibraryGroup';
import { OwnRow } from './OwnRow';

const NONE: readonly OwnTemplate[] = [];

/** The touchpoints of the field and what users kept, to be dragged or added to the map, singly or as a set. */
export function Library() {
  const t = useTexts();
  const id = useId();
  const search = useFocus<HTMLInputElement>();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState('');
  const [said, setSaid] = useState('');
  const readOnly = useEditor((state) => state.readOnly);
  const map = useEditor((state) => state.map);
  const own = useEditor((state) => state.ownTemplates);
  useEffect(() => void readOwnTemplates(), []);

  const stages = useMemo(() => stagesOf(map), [map]);
  const stage = stages.some((one) => one.id === chosen) ? chosen : null;
  const found = useMemo(() => matching(query, t), [query, t]);
  const kept = (own?.templates ?? NONE).filter(({ type, title }) => type === 'cards' && isIn(title, query));
  const say = (titles: readonly string[]) =>
    setSaid(titles.length > 0 ? t('library.added', { count: titles.length, title: titles[0] ?? '' }) : '');
  const add = (ids: readonly TouchpointId[]) =>
    say(addEntries(ids, stage).map((_, at) => t(`library.touchpoints.${ids[at] ?? 'phone'}.title`)));
  const close = () => {
    editor.setState({ libraryOpen: false });
    // The button that opens it is there again with the next picture.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('.library-open')?.focus());
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || editor.getState().gesture) return;
    event.preventDefault();
    event.stopPropagation();
    if (query) setQuery('');
    else close();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever the focus is in it
    <div className="library" onKeyDown={press}>
      <div className="library-head">
        <IconButton small icon="chevron-left" label={t('library.back')} onClick={close} />
        <h2>{t('library.title')}</h2>
      </div>
      <div className="library-tools">
        <div className="library-search">
          <Icon name="search" size={14} />
          <input
            ref={search}
            type="search"
            className="input"
            aria-label={t('library.search')}
            placeholder={t('library.search')}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
        {stages.length > 0 && (
          <div className="library-into">
            <label htmlFor={`${id}-stage`}>{t('library.into')}</label>
            <Select
              id={`${id}-stage`}
              value={stage ?? ''}
              options={[
                { value: '', text: t('library.atHand') },
                ...stages.map((one) => ({ value: one.id, text: one.title || t('kinds.stage.one') })),
              ]}
              onChange={setChosen}
            />
          </div>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <div className="library-groups">
        {LIBRARY_SETS.map((set) => {
          const ids = entriesOf(set).filter((one) => found.has(one));
          if (ids.length === 0) return null;
          const name = t(`library.sets.${set}`);
          return (
            <LibraryGroup
              key={set}
              name={name}
              count={ids.length}
              searching={query.trim() !== ''}
              action={
                <Button
                  small
                  look="quiet"
                  disabled={readOnly}
                  title={t('library.addSetHint', { set: name })}
                  aria-label={`${t('library.addSet', { count: ids.length })}: ${name}`}
                  onClick={() => add(ids)}
                >
                  {t('library.addSet', { count: ids.length })}
                </Button>
              }
            >
              {ids.map((one) => (
                <EntryRow key={one} id={one} readOnly={readOnly} onAdd={() => add([one])} />
              ))}
            </LibraryGroup>
          );
        })}
        {(kept.length > 0 || query.trim() === '') && (
          <LibraryGroup name={t('library.sets.own')} count={kept.length} searching={query.trim() !== ''}>
            {kept.map((one) => (
              <OwnRow key={one.id} template={one} stage={stage} readOnly={readOnly} onAdded={() => say([one.title])} />
            ))}
            {kept.length === 0 && <li className="left-empty library-empty">{t('library.own.empty')}</li>}
          </LibraryGroup>
        )}
        {own && own.damaged.length > 0 && (
          <p className="left-empty library-empty">{t('library.own.damaged', { count: own.damaged.length })}</p>
        )}
        {found.size === 0 && kept.length === 0 && (
          <p className="left-empty library-empty">{t('library.nothingFound')}</p>
        )}
      </div>
    </div>
  );
}

const isIn = (text: string, query: string): boolean => {
  const name = normaliseName(text);
  return normaliseName(query)
    .split(' ')
    .every((word) => name.includes(word));
};

/** Entries whose title, explanation or channel has all words of a query. */
function matching(query: string, t: Translate): ReadonlySet<TouchpointId> {
  return new Set(
    TOUCHPOINT_IDS.filter((id) =>
      isIn(
        `${t(`library.touchpoints.${id}.title`)} ${t(`library.touchpoints.${id}.about`)} ${channelOf(id, t)}`,
        query,
      ),
    ),
  );
}
