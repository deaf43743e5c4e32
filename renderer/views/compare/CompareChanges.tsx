import { memo, useEffect, useMemo, useRef } from 'react';
import { CHANGE_TYPES, type Change, type Comparison } from '../../../shared/comparison/changes';
import { countChanges, filterComparison } from '../../../shared/comparison/difference';
import { changeGroup } from '../../../shared/comparison/markdown';
import { changeTexts, SIGNS } from '../../../shared/comparison/texts';
import { showAllTypes, toggleMinor, toggleType } from '../../app/comparing';
import { comparisonOf, comparisonSceneOf, shownComparisonOf } from '../../store/comparison';
import { useEditor } from '../../store/editor';
import { useLanguage, useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { goToChange, stepTo } from './go-to-change';
import './compare.css';

/** The changes in words, beside the picture. */
export function CompareChanges() {
  const t = useTexts();
  const comparison = useEditor(comparisonOf);
  const shown = useEditor(shownComparisonOf);
  const current = useEditor((state) => state.comparing?.current ?? null);
  if (!comparison || !shown) return <p className="compare-none">{t('compare.nothingYet')}</p>;
  const at = shown.changes.findIndex((change) => change.id === current);
  const total = shown.changes.length;
  return (
    <div className="compare-changes">
      <div className="compare-head">
        <h2>{t('compare.changes')}</h2>
        <span className="compare-place" role="status">
          {at < 0 ? t('compare.count', { count: total }) : t('compare.place', { current: at + 1, total })}
        </span>
        <IconButton
          small
          icon="chevron-up"
          label={t('compare.previous')}
          hint="K"
          disabled={total === 0}
          onClick={() => stepTo(-1)}
        />
        <IconButton
          small
          icon="chevron-down"
          label={t('compare.next')}
          hint="J"
          disabled={total === 0}
          onClick={() => stepTo(1)}
        />
      </div>
      <Filter comparison={comparison} />
      {total === 0 && comparison.changes.length > 0 && <AllHidden comparison={comparison} />}
      <ChangeList shown={shown} current={current} />
      <Minor comparison={comparison} />
    </div>
  );
}

/** Each type of change with its count, to be shown or hidden. */
function Filter({ comparison }: { comparison: Comparison }) {
  const t = useTexts();
  const types = useEditor((state) => state.comparing?.types) ?? CHANGE_TYPES;
  const minor = useEditor((state) => state.comparing?.minor ?? false);
  const counts = useMemo(() => countChanges(filterComparison(comparison, { minor })), [comparison, minor]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a frame of its own
    <div className="compare-filter" role="group" aria-label={t('compare.filter')}>
      {CHANGE_TYPES.map((type) => (
        <button
          key={type}
          type="button"
          className={`compare-type ${type}`}
          aria-pressed={types.includes(type)}
          aria-label={t('compare.type', { type: t(`comparison.types.${type}`), count: counts[type] })}
          title={t(`comparison.types.${type}`)}
          onClick={() => toggleType(type)}
        >
          <span className={`compare-sign ${type}`} aria-hidden="true">
            {SIGNS[type]}
          </span>
          <span>{counts[type]}</span>
        </button>
      ))}
    </div>
  );
}

function AllHidden({ comparison }: { comparison: Comparison }) {
  const t = useTexts();
  const types = useEditor((state) => state.comparing?.types.length ?? 0);
  if (types === CHANGE_TYPES.length || comparison.changes.every((change) => change.minor)) return null;
  return (
    <div className="compare-none">
      <p>{t('compare.filtered')}</p>
      <Button small onClick={showAllTypes}>
        {t('compare.showAll')}
      </Button>
    </div>
  );
}

/** What nobody would miss: folded away until it is asked for. */
function Minor({ comparison }: { comparison: Comparison }) {
  const t = useTexts();
  const minor = useEditor((state) => state.comparing?.minor ?? false);
  const count = useMemo(() => {
    const grave = filterComparison(comparison, {}).changes.length;
    return comparison.changes.length - grave;
  }, [comparison]);
  if (count === 0) return null;
  return (
    <button
      type="button"
      className="compare-minor"
      aria-expanded={minor}
      title={t('compare.minorHint')}
      onClick={toggleMinor}
    >
      {t('compare.minor', { count })}
    </button>
  );
}

interface Group {
  heading: string;
  changes: Change[];
}

const ChangeList = memo(function ChangeList({ shown, current }: { shown: Comparison; current: string | null }) {
  const t = useTexts();
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const scene = useEditor(comparisonSceneOf);
  const groups = useMemo(() => {
    const found: Group[] = [];
    for (const change of shown.changes) {
      const heading = changeGroup(change, shown, t, language);
      const last = found.at(-1);
      if (last?.heading === heading) last.changes.push(change);
      else found.push({ heading, changes: [change] });
    }
    return found;
  }, [shown, t, language]);
  useEffect(() => {
    if (current === null) return;
    const row = list.current?.querySelector('[aria-current="true"]');
    row?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <div className="compare-list" ref={list}>
      {groups.map(({ heading, changes }) => (
        <section key={`${heading} ${changes[0]?.id}`}>
          <h3 className="section-title">{heading}</h3>
          <ol>
            {changes.map((change) => (
              <Row
                key={change.id}
                change={change}
                comparison={shown}
                number={scene?.numbers.get(change.id) ?? 0}
                isOnMap={scene?.places.has(change.id) ?? false}
                isCurrent={change.id === current}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
});

interface RowProps {
  change: Change;
  comparison: Comparison;
  number: number;
  isOnMap: boolean;
  isCurrent: boolean;
}

const Row = memo(function Row({ change, comparison, number, isOnMap, isCurrent }: RowProps) {
  const t = useTexts();
  const language = useLanguage();
  const { subject, lines } = useMemo(
    () => changeTexts(change, comparison, t, language),
    [change, comparison, t, language],
  );
  return (
    <li>
      <button
        type="button"
        className="compare-row"
        aria-current={isCurrent}
        data-change={change.id}
        onClick={() => goToChange(change.id)}
      >
        <span className="compare-marks">
          {change.types.map((type) => (
            <span key={type} className={`compare-sign ${type}`} title={t(`comparison.types.${type}`)}>
              <span aria-hidden="true">{SIGNS[type]}</span>
              <span className="visually-hidden">{t(`comparison.types.${type}`)}</span>
            </span>
          ))}
          <span className="compare-number">{number}</span>
        </span>
        <span className="compare-words">
          <strong>{subject}</strong>
          {lines.map((line) => (
            <small key={line}>{line}</small>
          ))}
          {!isOnMap && <small className="compare-off">{t('compare.notOnMap')}</small>}
        </span>
      </button>
    </li>
  );
});
