import {
  countsOf,
  GROUPINGS,
  isFilteringIdeas,
  NO_IDEA_FILTER,
  SORT_ORDERS,
  STATUSES,
} from '../../../shared/ideas/filter';
import { selectPersonas, selectStages } from '../../panels/common/map-facts';
import { useEditor } from '../../store/editor';
import { useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Segmented } from '../../ui/Segmented';
import { Select } from '../../ui/Select';
import { today } from '../../ui/today';
import { IdeasFiles } from './IdeasFiles';
import { selectChoices, selectShown, setFilter, setIdeas } from './model';
import { openPrompts } from './open-prompts';

const TABS = ['grid', 'board', 'calendar', 'coverage'] as const;

/** Tabs, filters and counts, and what leads on: questions and files. */
export function IdeasBar() {
  const t = useTexts();
  const tab = useEditor((state) => state.ideas.tab);
  const prompts = useEditor((state) => state.ideas.prompts);
  return (
    <div className="ideas-bar">
      <div className="ideas-bar-line">
        <Segmented
          label={t('ideas.tabs.name')}
          value={tab}
          options={TABS.map((value) => ({ value, text: t(`ideas.tabs.${value}`) }))}
          onChange={(next) => setIdeas({ tab: next })}
        />
        {tab !== 'coverage' && <Counts />}
        <span className="ideas-bar-end">
          <Button
            icon="circle-question-mark"
            aria-pressed={prompts}
            onClick={() => (prompts ? setIdeas({ prompts: false }) : openPrompts())}
          >
            {t('ideas.prompts.open')}
          </Button>
          <IdeasFiles />
        </span>
      </div>
      {tab !== 'coverage' && <Filters isGrid={tab === 'grid'} />}
    </div>
  );
}

function Counts() {
  const t = useTexts();
  const { rows } = useEditor(selectShown);
  const missing = useEditor((state) => state.ideas.filter.missing);
  const { ideas, unanswered, overdue } = countsOf(rows, today());
  return (
    <span className="ideas-counts" role="status">
      <span className="ideas-total">{t('ideas.counts.ideas', { count: ideas })}</span>
      {unanswered > 0 && (
        <button
          type="button"
          className="chip danger"
          aria-pressed={missing}
          title={t('ideas.filter.missing')}
          onClick={() => setFilter({ missing: !missing })}
        >
          {t('ideas.counts.unanswered', { count: unanswered })}
        </button>
      )}
      {overdue > 0 && (
        <span className="chip warning">
          <Icon name="clock" size={12} />
          {t('ideas.counts.overdue', { count: overdue })}
        </span>
      )}
    </span>
  );
}

function Filters({ isGrid }: { isGrid: boolean }) {
  const t = useTexts();
  const filter = useEditor((state) => state.ideas.filter);
  const group = useEditor((state) => state.ideas.group);
  const order = useEditor((state) => state.ideas.order);
  const personas = useEditor(selectPersonas);
  const stages = useEditor(selectStages);
  const choices = useEditor(selectChoices);
  const untitled = t('ideas.grid.untitled');
  const named = (any: string, names: readonly string[]) => [
    { value: '', text: any },
    ...names.map((name) => ({ value: name, text: name })),
  ];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would not flow as one line
    <div className="ideas-filters" role="group" aria-label={t('ideas.filter.name')}>
      <Choice
        label={t('ideas.filter.persona')}
        value={filter.persona ?? ''}
        options={[
          { value: '', text: t('ideas.filter.allPersonas') },
          ...personas.map(({ id, title }) => ({
            value: id,
            text: t('ideas.filter.onePersona', { name: title || untitled }),
          })),
        ]}
        onChange={(persona) => setFilter({ persona: persona || null })}
      />
      <Choice
        label={t('ideas.filter.stage')}
        value={filter.stage ?? ''}
        options={[
          { value: '', text: t('ideas.filter.allStages') },
          ...stages.map(({ id, title }) => ({ value: id, text: title || untitled })),
        ]}
        onChange={(stage) => setFilter({ stage: stage || null })}
      />
      <Choice
        label={t('ideas.filter.severity')}
        value={String(filter.severity ?? '')}
        options={[
          { value: '', text: t('ideas.filter.anySeverity') },
          ...[1, 2, 3, 4, 5].map((value) => ({
            value: String(value),
            text: t('ideas.filter.severityFrom', { value }),
          })),
        ]}
        onChange={(severity) => setFilter({ severity: severity ? Number(severity) : null })}
      />
      <Choice
        label={t('ideas.filter.status')}
        value={filter.status ?? ''}
        options={[
          { value: '', text: t('ideas.filter.anyStatus') },
          ...STATUSES.map((value) => ({
            value: value as string,
            text: t('ideas.filter.oneStatus', { name: t(`options.status.${value}`) }),
          })),
        ]}
        onChange={(status) => setFilter({ status: STATUSES.find((one) => one === status) ?? null })}
      />
      <Choice
        label={t('ideas.filter.format')}
        value={filter.format ?? ''}
        options={named(t('ideas.filter.anyFormat'), choices.formats)}
        onChange={(format) => setFilter({ format: format || null })}
      />
      <Choice
        label={t('ideas.filter.channel')}
        value={filter.channel ?? ''}
        options={named(t('ideas.filter.anyChannel'), choices.channels)}
        onChange={(channel) => setFilter({ channel: channel || null })}
      />
      <Choice
        label={t('ideas.filter.owner')}
        value={filter.owner ?? ''}
        options={named(t('ideas.filter.anyOwner'), choices.owners)}
        onChange={(owner) => setFilter({ owner: owner || null })}
      />
      {isFilteringIdeas(filter) && (
        <IconButton
          small
          icon="x"
          label={t('ideas.filter.clear')}
          onClick={() => setIdeas({ filter: NO_IDEA_FILTER })}
        />
      )}
      {isGrid && (
        <span className="ideas-bar-end">
          <Choice
            label={t('ideas.filter.group')}
            value={group}
            options={GROUPINGS.map((value) => ({ value, text: t(`ideas.filter.groups.${value}`) }))}
            onChange={(next) => setIdeas({ group: next })}
          />
          <span title={t('ideas.filter.weightHint')}>
            <Choice
              label={t('ideas.filter.sort')}
              value={order}
              options={SORT_ORDERS.map((value) => ({ value, text: t(`ideas.filter.sorts.${value}`) }))}
              onChange={(next) => setIdeas({ order: next })}
            />
          </span>
        </span>
      )}
    </div>
  );
}

/** A list as wide as what it says. */
function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  options: readonly { value: Value; text: string }[];
  onChange: (value: Value) => void;
}) {
  return (
    <span className={props.value === '' ? 'ideas-choice' : 'ideas-choice set'}>
      <Select {...props} />
    </span>
  );
}
