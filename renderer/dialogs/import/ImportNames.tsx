import { useId, useMemo } from 'react';
import { personasOf } from '../../../shared/document/create';
import type { JourneyMap } from '../../../shared/document/schema';
import { KINDS } from '../../../shared/kinds/registry';
import type { DataPlan } from '../../../shared/metrics/planned';
import { type Recipe, type Target, targetKey } from '../../../shared/metrics/recipe';
import { withMatch, withPersona } from '../../../shared/metrics/recipe-edits';
import { useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { ImportSection } from './ImportSection';
import { targetText } from './target-text';

const MOST_LISTED = 60;
const UNDECIDED = '';
const LEFT_OUT = 'left-out';
const MAP: Target = { type: 'map' };

interface ImportNamesProps {
  plan: DataPlan;
  map: JourneyMap;
  recipe: Recipe;
  onChange: (recipe: Recipe) => void;
}

/** Names of the file that did not find what they stand for by themselves. A likeness is offered, never taken. */
export function ImportNames({ plan, map, recipe, onChange }: ImportNamesProps) {
  const t = useTexts();
  const settle = (name: string, target: Target | null | undefined) => onChange(withMatch(recipe, name, target));
  const chosen = plan.matched.filter(({ how }) => how === 'chosen');
  const leftOut = plan.unmatched.filter((one) => one.leftOut);
  const open = plan.unmatched.filter((one) => !one.leftOut);
  const listId = useId();
  const titled = useMemo(() => uniqueTitles(map), [map]);
  const rows = (count: number) => <span className="import-rows">{t('dialogs.import.inRows', { count })}</span>;
  return (
    <>
      {open.length > 0 && (
        <ImportSection open title={t('importer.unmatched', { count: plan.unmatchedCount - leftOut.length })}>
          <datalist id={listId}>
            {[...titled.keys()].map((title) => (
              <option key={title} value={title} />
            ))}
          </datalist>
          <ul className="import-names">
            {open.slice(0, MOST_LISTED).map(({ name, rows: count, suggestion }) => (
              <li key={name}>
                <span className="import-name">{name}</span>
                {rows(count)}
                {suggestion && (
                  <Button small onClick={() => settle(name, suggestion.target)}>
                    <TargetIcon map={map} target={suggestion.target} />
                    {t('importer.isIt', {
                      title: targetText(suggestion.target, map, t),
                      percent: Math.round(suggestion.confidence * 100),
                    })}
                  </Button>
                )}
                <input
                  className="input"
                  list={listId}
                  aria-label={t('importer.whichOne', { name })}
                  placeholder={t('importer.pick')}
                  onChange={(event) => {
                    const target = titled.get(event.target.value);
                    if (target) settle(name, target);
                  }}
                />
                <Button small onClick={() => settle(name, MAP)}>
                  {t('metricsView.wholeMap')}
                </Button>
                <IconButton
                  small
                  icon="x"
                  label={t('importer.leaveOut', { name })}
                  onClick={() => settle(name, null)}
                />
              </li>
            ))}
          </ul>
        </ImportSection>
      )}
      {plan.ambiguous.length > 0 && (
        <ImportSection open title={t('importer.ambiguous', { count: plan.ambiguousCount })}>
          <ul className="import-names">
            {plan.ambiguous.slice(0, MOST_LISTED).map(({ name, targets, rows: count }) => (
              <li key={name}>
                <span className="import-name">{name}</span>
                {rows(count)}
                <Select
                  label={t('importer.whichOne', { name })}
                  value={UNDECIDED}
                  options={[
                    { value: UNDECIDED, text: t('dialogs.import.pickCard') },
                    ...targets.map((target) => ({
                      value: targetKey(target),
                      text: targetText(target, map, t, { place: true }),
                    })),
                    { value: LEFT_OUT, text: t('importer.leftOutOption') },
                  ]}
                  onChange={(key) =>
                    settle(name, key === LEFT_OUT ? null : targets.find((target) => targetKey(target) === key))
                  }
                />
              </li>
            ))}
          </ul>
        </ImportSection>
      )}
      <Personas plan={plan} map={map} recipe={recipe} onChange={onChange} />
      {chosen.length + leftOut.length > 0 && (
        <ImportSection title={t('dialogs.import.byHand', { count: chosen.length + leftOut.length })}>
          <ul className="import-names">
            {[
              ...chosen.map(({ name, target, rows: count }) => ({ name, text: targetText(target, map, t), count })),
              ...leftOut.map(({ name, rows: count }) => ({ name, text: t('importer.leftOutOption'), count })),
            ].map(({ name, text, count }) => (
              <li key={name}>
                <span className="import-name">
                  {name} → {text}
                </span>
                {rows(count)}
                <IconButton
                  small
                  icon="undo-2"
                  label={t('dialogs.import.release', { name })}
                  onClick={() => settle(name, undefined)}
                />
              </li>
            ))}
          </ul>
        </ImportSection>
      )}
    </>
  );
}

function Personas({ plan, map, recipe, onChange }: ImportNamesProps) {
  const t = useTexts();
  if (plan.personas.length === 0) return null;
  const personas = personasOf(map);
  const open = plan.personas.filter(({ persona }) => persona === null);
  return (
    <ImportSection open={open.length > 0} title={t('importer.personas', { count: plan.personas.length })}>
      <ul className="import-names">
        {plan.personas.slice(0, MOST_LISTED).map(({ name, persona, rows: count }) => (
          <li key={name}>
            <span className="import-name">{name}</span>
            <span className="import-rows">{t('dialogs.import.inRows', { count })}</span>
            <Select
              label={t('importer.whichPersona', { name })}
              value={persona ?? UNDECIDED}
              options={[
                { value: UNDECIDED, text: t('importer.leftOutOption') },
                ...personas.map(({ id, title }) => ({ value: id, text: title || t('metricsView.untitledCard') })),
              ]}
              onChange={(id) => onChange(withPersona(recipe, name, id || null))}
            />
          </li>
        ))}
      </ul>
    </ImportSection>
  );
}

/** Titles that mean one thing: the others can't be told apart by name. */
function uniqueTitles(map: JourneyMap): Map<string, Target> {
  const found = new Map<string, Target | null>();
  for (const { id, title } of Object.values(map.elements)) {
    const name = title.trim();
    if (name !== '') found.set(name, found.has(name) ? null : { type: 'element', id });
  }
  for (const connection of Object.values(map.connections)) {
    const [from, to] = [connection.from, connection.to].map((id) => map.elements[id]?.title.trim() ?? '');
    const name = `${from} → ${to}`;
    if (from && to) found.set(name, found.has(name) ? null : { type: 'connection', id: connection.id });
  }
  return new Map(
    [...found]
      .flatMap(([title, target]) => (target === null ? [] : [[title, target] as const]))
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

function TargetIcon({ map, target }: { map: JourneyMap; target: Target }) {
  const kind = target.type === 'element' ? map.elements[target.id]?.kind : undefined;
  return kind ? <Icon name={KINDS[kind].icon} size={13} /> : null;
}
