import { useId, useMemo } from 'react';
import type { JourneyMap } from '../../../shared/document/schema';
import { KINDS } from '../../../shared/kinds/registry';
import type { ImportChoices } from '../../../shared/metrics/import-choices';
import type { ImportPlan } from '../../../shared/metrics/import-plan';
import { useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { ImportSection } from './ImportSection';

const MOST_LISTED = 50;
const UNDECIDED = '';

interface ImportNamesProps {
  plan: ImportPlan;
  map: JourneyMap;
  assignments: ImportChoices['assignments'];
  onAssign: (assignments: ImportChoices['assignments']) => void;
}

/** Names of the file that did not find their card by themselves. A likeness is offered, never taken. */
export function ImportNames({ plan, map, assignments, onAssign }: ImportNamesProps) {
  const t = useTexts();
  const assign = (name: string, element: string) =>
    onAssign([...assignments.filter(([other]) => other !== name), [name, element]]);
  const release = (name: string) => onAssign(assignments.filter(([other]) => other !== name));
  const byHand = plan.matched.filter(({ name }) => assignments.some(([assigned]) => assigned === name));
  const listId = useId();
  // Only titles that mean one card: the others can't be told apart by name.
  const titled = useMemo(() => uniqueTitles(map), [map]);
  const titleOf = (id: string) => map.elements[id]?.title ?? '';
  /** Cards of one name differ by where they stand. */
  const placeOf = (id: string) => {
    const element = map.elements[id];
    const stage = element?.stage ? map.elements[element.stage]?.title : undefined;
    return [element && t(`kinds.${element.kind}.one`), stage ?? t('lanes.waiting')].filter(Boolean).join(' · ');
  };
  const rows = (count: number) => <span className="import-rows">{t('dialogs.import.inRows', { count })}</span>;

  return (
    <>
      {plan.unmatched.length > 0 && (
        <ImportSection open title={t('dialogs.import.unmatched', { count: plan.unmatched.length })}>
          <datalist id={listId}>
            {[...titled.keys()].map((title) => (
              <option key={title} value={title} />
            ))}
          </datalist>
          <ul className="import-names">
            {plan.unmatched.slice(0, MOST_LISTED).map(({ name, rows: count, suggestion }) => (
              <li key={name}>
                <span className="import-name">{name}</span>
                {rows(count)}
                {suggestion && (
                  <Button small onClick={() => assign(name, suggestion.element)}>
                    <SuggestionIcon map={map} element={suggestion.element} />
                    {t('dialogs.import.use', { title: titleOf(suggestion.element) })}
                  </Button>
                )}
                <input
                  className="input"
                  list={listId}
                  aria-label={t('dialogs.import.whichCard', { name })}
                  placeholder={t('dialogs.import.pickCard')}
                  onChange={(event) => {
                    const element = titled.get(event.target.value);
                    if (element) assign(name, element);
                  }}
                />
              </li>
            ))}
            {plan.unmatched.length > MOST_LISTED && (
              <li className="import-more">
                {t('dialogs.import.more', { count: plan.unmatched.length - MOST_LISTED })}
              </li>
            )}
          </ul>
        </ImportSection>
      )}
      {plan.ambiguous.length > 0 && (
        <ImportSection open title={t('dialogs.import.ambiguous', { count: plan.ambiguous.length })}>
          <ul className="import-names">
            {plan.ambiguous.slice(0, MOST_LISTED).map(({ name, elements, rows: count }) => (
              <li key={name}>
                <span className="import-name">{name}</span>
                {rows(count)}
                <Select
                  label={t('dialogs.import.whichCard', { name })}
                  value={UNDECIDED}
                  options={[
                    { value: UNDECIDED, text: t('dialogs.import.pickCard') },
                    ...elements.map((id) => ({ value: id, text: placeOf(id) })),
                  ]}
                  onChange={(element) => element !== UNDECIDED && assign(name, element)}
                />
              </li>
            ))}
          </ul>
        </ImportSection>
      )}
      {byHand.length > 0 && (
        <ImportSection open title={t('dialogs.import.byHand', { count: byHand.length })}>
          <ul className="import-names">
            {byHand.map(({ name, element, rows: count }) => (
              <li key={name}>
                <span className="import-name">
                  {name} → {titleOf(element)}
                </span>
                {rows(count)}
                <IconButton
                  small
                  icon="x"
                  label={t('dialogs.import.release', { name })}
                  onClick={() => release(name)}
                />
              </li>
            ))}
          </ul>
        </ImportSection>
      )}
    </>
  );
}

function uniqueTitles(map: JourneyMap): Map<string, string> {
  const found = new Map<string, string | null>();
  for (const { id, title } of Object.values(map.elements)) {
    const name = title.trim();
    if (name !== '') found.set(name, found.has(name) ? null : id);
  }
  return new Map(
    [...found]
      .flatMap(([title, id]) => (id === null ? [] : [[title, id] as const]))
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}

function SuggestionIcon({ map, element }: { map: JourneyMap; element: string }) {
  const kind = map.elements[element]?.kind;
  return kind ? <Icon name={KINDS[kind].icon} size={13} /> : null;
}
