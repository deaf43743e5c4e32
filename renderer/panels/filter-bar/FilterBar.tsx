import { useMemo } from 'react';
import { filterChoices, isFiltering, type MapFilter, NO_FILTER } from '../../../shared/analysis/filter';
import { ELEMENT_KINDS, type JourneyMap } from '../../../shared/document/schema';
import type { IconName } from '../../../shared/figures/icons';
import { KINDS } from '../../../shared/kinds/registry';
import { editor, useEditor } from '../../store/editor';
import { dimmedOf } from '../../store/picture';
import { useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { selectKindCounts, selectPersonas } from '../common/map-facts';
import { rememberLast } from '../common/remember';
import './filter-bar.css';

interface Choice {
  value: string;
  text: string;
  icon?: IconName;
}

/** The same lists until a department or a tag comes or goes. */
const choicesOf = (() => {
  let kept: { key: string; choices: ReturnType<typeof filterChoices> } | null = null;
  return rememberLast((map: JourneyMap) => {
    const choices = filterChoices(map);
    const key = JSON.stringify(choices);
    if (kept?.key !== key) kept = { key, choices };
    return kept.choices;
  });
})();

/** Makes all recede but what fits the chosen personas, kinds, departments and tags. */
export function FilterBar() {
  const t = useTexts();
  const filter = useEditor((state) => state.filter);
  const personas = useEditor(selectPersonas);
  const counts = useEditor(selectKindCounts);
  const choices = useEditor((state) => choicesOf(state.map));
  const kinds = useMemo(() => ELEMENT_KINDS.filter((kind) => kind !== 'stage' && counts[kind]), [counts]);
  const named = (names: readonly string[]): Choice[] => names.map((name) => ({ value: name, text: name }));
  return (
    <section className="filter-bar" aria-label={t('panels.filter.name')}>
      <div className="filter-groups">
        <FilterGroup
          list="personas"
          label={t('panels.filter.personas')}
          choices={personas.map(({ id, title }) => ({ value: id, text: title || t('kinds.persona.one') }))}
        />
        <FilterGroup
          list="kinds"
          label={t('panels.filter.kinds')}
          choices={kinds.map((kind) => ({ value: kind, text: t(`kinds.${kind}.many`), icon: KINDS[kind].icon }))}
        />
        <FilterGroup list="departments" label={t('panels.filter.departments')} choices={named(choices.departments)} />
        <FilterGroup list="tags" label={t('panels.filter.tags')} choices={named(choices.tags)} />
      </div>
      <div className="filter-end">
        <ShownCount />
        <Button
          small
          look="quiet"
          disabled={!isFiltering(filter)}
          onClick={() => editor.setState({ filter: NO_FILTER })}
        >
          {t('panels.filter.clear')}
        </Button>
        <IconButton
          small
          icon="x"
          label={t('panels.filter.close')}
          onClick={() => editor.setState({ filterOpen: false })}
        />
      </div>
    </section>
  );
}

function FilterGroup({ list, label, choices }: { list: keyof MapFilter; label: string; choices: readonly Choice[] }) {
  const chosen: readonly string[] = useEditor((state) => state.filter[list]);
  if (choices.length === 0) return null;
  const toggle = (value: string) => {
    const next = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
    editor.setState(({ filter }) => ({ filter: { ...filter, [list]: next } }));
  };
  const chips = choices.map(({ value, text, icon }) => (
    <button
      key={value}
      type="button"
      className="chip filter-chip"
      aria-pressed={chosen.includes(value)}
      onClick={() => toggle(value)}
    >
      {icon && <Icon name={icon} size={12} />}
      {text}
    </button>
  ));
  return (
    // biome-ignore lint/a11y/useSemanticElements: the groups flow on like words, which a fieldset does not
    <div className="filter-group" role="group" aria-label={label}>
      {/* The title never stands alone at the end of a line. */}
      <span className="filter-start">
        <span className="section-title" aria-hidden="true">
          {label}
        </span>
        {chips[0]}
      </span>
      {chips.slice(1)}
    </div>
  );
}

/** How much of the map stays in sight. */
function ShownCount() {
  const t = useTexts();
  const on = useEditor((state) => isFiltering(state.filter));
  const counts = useEditor(selectKindCounts);
  const dimmed = useEditor((state) => dimmedOf(state).size);
  if (!on) return null;
  const total = Object.entries(counts).reduce((sum, [kind, count]) => (kind === 'stage' ? sum : sum + count), 0);
  return (
    <span className="filter-count" role="status">
      {t('panels.filter.shown', { shown: total - dimmed, total })}
    </span>
  );
}
