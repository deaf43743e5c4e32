import { produce } from 'immer';
import { Popover } from 'radix-ui';
import { addScenario, setInScenario } from '../../../shared/commands/decisions';
import { adoptObserved } from '../../../shared/decisions/observed';
import { byOrder } from '../../../shared/document/create';
import type { Entry, Scenario } from '../../../shared/document/schema';
import { formatCustomers } from '../../../shared/scene/decisions/amounts';
import { selectPersonas } from '../../panels/common/map-facts';
import { NumberInput } from '../../panels/inspector/controls/NumberInput';
import { EntryForm } from '../../panels/inspector/decisions/EntryFields';
import { editor, useEditor } from '../../store/editor';
import { change, endMerge } from '../../store/history';
import { texts, useLanguage, useTexts } from '../../store/texts';
import { tell } from '../../store/toasts';
import { Button } from '../../ui/Button';
import { Icon } from '../../ui/Icon';
import { Select } from '../../ui/Select';
import { DecisionFiles } from './DecisionFiles';
import { entryName } from './entry-name';
import { look, personaOf, scenarioOf, scenariosOf, useModel } from './model';

const ALL = 'all';
const BASE = 'base';
const SPANS = [3, 6, 12, 18, 24];

/** Above the picture: who enters, who and when is looked at, and in which world. */
export function DecisionBar() {
  const t = useTexts();
  const { solution, observed } = useModel();
  const personas = useEditor(selectPersonas);
  const persona = useEditor(personaOf);
  const periods = useEditor((state) => state.decisions.periods);
  const readOnly = useEditor((state) => state.readOnly);
  const happy = useEditor((state) => state.decisions.route === 'happy');
  const { unit } = solution.graph;
  return (
    <div className="decision-bar">
      <div className="decision-bar-group">
        <Entering />
        {personas.length > 0 && (
          <Select
            label={t('decisionView.persona')}
            value={persona ?? ALL}
            options={[
              { value: ALL, text: t('decisionView.allPersonas') },
              ...personas.map(({ id, title }) => ({
                value: id,
                text: t('decisionView.onePersona', { name: title || t('kinds.persona.one') }),
              })),
            ]}
            onChange={(value) => look({ persona: value === ALL ? null : value })}
          />
        )}
        <Select
          label={t('decisionView.span')}
          value={String(periods)}
          options={SPANS.map((count) => ({ value: String(count), text: t(`decisionView.next.${unit}`, { count }) }))}
          onChange={(value) => look({ periods: Number(value) })}
        />
      </div>
      <div className="decision-bar-group">
        <Button
          icon="sparkles"
          className="decision-brief"
          aria-pressed={happy}
          title={t('decisionView.happyHint')}
          onClick={() => look({ route: happy ? null : 'happy' })}
        >
          <span>{t('decisionView.happy')}</span>
        </Button>
        <Button
          icon="eye"
          className="decision-brief"
          disabled={readOnly || observed.size === 0}
          title={observed.size === 0 ? t('decisionView.nothingObserved') : t('decisionView.useObservedHint')}
          onClick={takeObserved}
        >
          <span>{t('decisionView.useObserved')}</span>
        </Button>
        <ScenarioChooser />
        <Button icon="plus" disabled={readOnly} onClick={newScenario}>
          {t('decisionView.newScenario')}
        </Button>
        <DecisionFiles />
      </div>
    </div>
  );
}

/** How many enter; a click shows where, and lets it be changed. */
function Entering() {
  const t = useTexts();
  const language = useLanguage();
  const { solution } = useModel();
  const entries = useEditor((state) => state.map.entries);
  const readOnly = useEditor((state) => state.readOnly);
  const scenario = useEditor(scenarioOf);
  const { map } = solution.graph;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button disabled={Object.keys(entries).length === 0}>
          {t(`decisionView.enterPer.${solution.graph.unit}`, {
            customers: formatCustomers(solution.customers, language),
          })}
          <Icon name="pencil" size={13} />
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu decision-entries"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          aria-label={t('decisionView.entry.title')}
        >
          <fieldset className="editable" disabled={readOnly}>
            {byOrder(Object.values(entries)).map((entry) => (
              <section key={entry.id} aria-label={entryName(map, entry, t)}>
                <h3 className="section-title">{entryName(map, entry, t)}</h3>
                {scenario && <InScenario scenario={scenario} entry={entry} />}
                <EntryForm entry={entry} />
              </section>
            ))}
          </fieldset>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** How many enter in the scenario that is looked at; empty: as many as in the map. */
function InScenario({ scenario, entry }: { scenario: Scenario; entry: Entry }) {
  const t = useTexts();
  const label = t('decisionView.entry.inScenario');
  const put = (customers: unknown) =>
    change(
      texts()('steps.edit', { field: label }),
      (draft) =>
        setInScenario(draft, scenario.id, {
          entries: { [entry.id]: typeof customers === 'number' ? customers : null },
        }),
      { merge: `field:scenario:${scenario.id}:${entry.id}` },
    );
  return (
    <NumberInput
      label={label}
      value={scenario.entries[entry.id] ?? null}
      edit={{ type: put, end: endMerge }}
      min={0}
      placeholder={String(entry.customers)}
    />
  );
}

function ScenarioChooser() {
  const t = useTexts();
  const map = useEditor((state) => state.map);
  const scenario = useEditor(scenarioOf);
  const scenarios = scenariosOf(map);
  if (scenarios.length === 0) return null;
  return (
    <Select
      label={t('decisionView.scenario')}
      value={scenario?.id ?? BASE}
      options={[
        { value: BASE, text: t('decisionView.base') },
        ...scenarios.map(({ id, title }) => ({ value: id, text: title || t('decisionView.unnamedScenario') })),
      ]}
      onChange={(value) => look({ scenario: value === BASE ? null : value, trial: null })}
    />
  );
}

/** A scenario like the one that is looked at; from then on sliders change it, and leave the map alone. */
function newScenario(): void {
  const { map, decisions } = editor.getState();
  const t = texts();
  const title = t('decisionView.scenarioNumber', { number: Object.keys(map.scenarios).length + 1 });
  const like = scenarioOf({ map, decisions })?.id ?? null;
  const id = change(t('decisionView.newScenario'), (draft) => addScenario(draft, title, like));
  if (!id) return;
  look({ scenario: id });
  tell('good', t('decisionView.scenarioMade', { title }));
}

/** In the map, as its new predictions; in a scenario, as its numbers. */
function takeObserved(): void {
  const t = texts();
  const { map, decisions } = editor.getState();
  const scenario = scenarioOf({ map, decisions });
  const label = t('decisionView.useObserved');
  if (scenario) {
    const tried = produce(map, (draft) => {
      adoptObserved(draft);
    });
    const changed = Object.values(tried.connections).flatMap(({ id, probability }) =>
      probability !== null && probability !== map.connections[id]?.probability ? [[id, probability] as const] : [],
    );
    change(label, (draft) => setInScenario(draft, scenario.id, { probabilities: Object.fromEntries(changed) }));
    tell('good', t('decisionView.tookObserved', { count: changed.length }));
    return;
  }
  const count = change(label, (draft) => adoptObserved(draft));
  tell('good', t('decisionView.tookObserved', { count: count ?? 0 }));
}
