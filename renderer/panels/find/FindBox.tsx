import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type SearchHit, searchMap } from '../../../shared/analysis/search';
import type { JourneyMap } from '../../../shared/document/schema';
import { KINDS } from '../../../shared/kinds/registry';
import { canvas } from '../../app/canvas-port';
import { editor, useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { showOnMap } from '../common/show-element';
import './find-box.css';

const NO_HITS: readonly SearchHit[] = [];

/** Finds cards by their words. Enter and the arrows go from match to match, Escape closes. */
export function FindBox() {
  const t = useTexts();
  const map = useDeferredValue(useEditor((state) => state.map));
  const [query, setQuery] = useState('');
  const [current, setCurrent] = useState(-1);
  const listId = useId();
  const hits = useMemo(() => (query.trim() ? searchMap(map, query) : NO_HITS), [map, query]);
  const at = Math.min(current, hits.length - 1);

  const close = () => {
    editor.setState({ findOpen: false });
    canvas().focus();
  };
  const go = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    setCurrent(index);
    showOnMap(hit.element);
  };
  const step = (by: 1 | -1) => go(at < 0 ? (by > 0 ? 0 : hits.length - 1) : (at + by + hits.length) % hits.length);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' || (event.key === 'Enter' && !event.shiftKey)) step(1);
    else if (event.key === 'ArrowUp' || event.key === 'Enter') step(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const searching = query.trim() !== '';
  const count =
    hits.length === 0
      ? t('panels.find.none')
      : at < 0
        ? t('panels.find.found', { count: hits.length })
        : t('panels.find.place', { current: at + 1, total: hits.length });
  return (
    <search className="find-box" aria-label={t('panels.find.name')}>
      <div className="find-line">
        <Icon name="search" size={14} />
        <input
          role="combobox"
          aria-label={t('panels.find.name')}
          aria-expanded={hits.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={at >= 0 ? `${listId}-${at}` : undefined}
          placeholder={t('panels.find.placeholder')}
          // The box opens to be typed into.
          // biome-ignore lint/a11y/noAutofocus: see above
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setCurrent(-1);
          }}
          onKeyDown={press}
        />
        <span className="find-count" role="status">
          {searching && count}
        </span>
        <IconButton
          small
          icon="chevron-up"
          label={t('panels.find.previous')}
          disabled={hits.length === 0}
          onClick={() => step(-1)}
        />
        <IconButton
          small
          icon="chevron-down"
          label={t('panels.find.next')}
          disabled={hits.length === 0}
          onClick={() => step(1)}
        />
        <IconButton small icon="x" label={t('ui.close')} onClick={close} />
      </div>
      {hits.length > 0 && <Hits id={listId} hits={hits} map={map} current={at} onChoose={go} />}
    </search>
  );
}

interface HitsProps {
  id: string;
  hits: readonly SearchHit[];
  map: JourneyMap;
  current: number;
  onChoose: (index: number) => void;
}

function Hits({ id, hits, map, current, onChoose }: HitsProps) {
  const t = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (current >= 0) list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className="find-hits" role="listbox" id={id} aria-label={t('panels.find.results')} ref={list}>
      {hits.map((hit, index) => {
        const element = map.elements[hit.element];
        if (!element) return null;
        const stage = element.stage === null ? undefined : map.elements[element.stage];
        const { icon, tone } = KINDS[element.kind];
        return (
          // Keys stay with the field above; the options are for the pointer and for screen readers.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          <div
            key={hit.element}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className="find-hit"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(index)}
          >
            <span style={{ color: `var(--tone-${tone}-strong)` }}>
              <Icon name={icon} size={14} />
            </span>
            <span className="find-title">{element.title || t(`kinds.${element.kind}.one`)}</span>
            <span className="find-place">{stage?.title}</span>
          </div>
        );
      })}
    </div>
  );
}
