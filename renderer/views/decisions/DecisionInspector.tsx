import type { Connection } from '../../../shared/document/schema';
import { KINDS } from '../../../shared/kinds/registry';
import { Section } from '../../panels/common/Section';
import { showOnMap } from '../../panels/common/show-element';
import { LineInput, ParagraphInput } from '../../panels/inspector/controls/TextInputs';
import { BranchFields } from '../../panels/inspector/decisions/BranchFields';
import { connectionEdit } from '../../panels/inspector/decisions/connection-edit';
import { EntryFields } from '../../panels/inspector/decisions/EntryFields';
import { ExitFields } from '../../panels/inspector/decisions/ExitFields';
import { Editable } from '../../panels/inspector/ElementFacts';
import { KindField } from '../../panels/inspector/KindField';
import { useEditor } from '../../store/editor';
import { select } from '../../store/selection';
import { useTexts } from '../../store/texts';
import { Button, IconButton } from '../../ui/Button';
import { Checks } from './Checks';
import { ForkTable } from './ForkTable';
import './inspector.css';
import { look, scenarioOf, useModel } from './model';
import { Summary } from './Summary';
import { Tornado } from './Tornado';
import { WhatIf } from './WhatIf';

/** At the right: the fork that was chosen, with what it means; or the map's ends, where nothing is. */
export function DecisionInspector() {
  const element = useEditor(({ selection, map }) => selection.find((id) => map.elements[id]) ?? null);
  const connection = useEditor(({ selection, map }) => selection.find((id) => map.connections[id]) ?? null);
  const from = useEditor(({ map }) => (connection ? (map.connections[connection]?.from ?? null) : null));
  const chosen = element ?? from;
  return (
    <div className="inspector decision-inspector">
      <ScenarioNote />
      {chosen ? <Chosen key={chosen} id={chosen} branch={element ? null : connection} /> : <Summary />}
      <Tornado />
      {chosen && !connection && <Customers key={chosen} id={chosen} />}
      <Checks />
    </div>
  );
}

/** Sliders change the scenario; all else is the map's. */
function ScenarioNote() {
  const t = useTexts();
  const scenario = useEditor(scenarioOf);
  if (!scenario) return null;
  return (
    <p className="dialog-note scenario-note">
      {t('decisionView.inScenario', { title: scenario.title || t('decisionView.unnamedScenario') })}
    </p>
  );
}

function Chosen({ id, branch }: { id: string; branch: string | null }) {
  const t = useTexts();
  const { settled } = useModel();
  const element = useEditor(({ map }) => map.elements[id]);
  const stage = useEditor(({ map }) => (element?.stage ? (map.elements[element.stage]?.title ?? '') : ''));
  const connection = useEditor(({ map }) => (branch ? map.connections[branch] : undefined));
  const route = useEditor((state) => state.decisions.route);
  if (!element) return null;
  const node = settled.graph.nodes[settled.graph.nodeOf.get(id) ?? -1];
  const kind = t(`kinds.${element.kind}.one`);
  const isOutcome = element.kind === 'outcome';
  const showRoute = () => look({ outcome: id, route: route === 'outcome' ? null : 'outcome' });
  return (
    <>
      <header className="decision-head">
        <div>
          <h2>{element.title || kind}</h2>
          <p>{stage ? t('panels.inspector.subtitle', { kind, stage }) : kind}</p>
        </div>
        <IconButton small icon="map" label={t('decisionView.showOnMap')} onClick={() => showOnMap(id)} />
      </header>
      {node && node.ways.length > 0 && (
        <Section title={t('decisionView.ifThen')}>
          <ForkTable id={id} branch={branch} />
          <WhatIf id={id} />
        </Section>
      )}
      {connection && <Branch connection={connection} />}
      {isOutcome && (
        <Section title={t('panels.inspector.details')}>
          <Editable>
            {Object.entries(KINDS.outcome.fields).map(([name, field]) => (
              <KindField key={name} ids={[id]} kind="outcome" name={name} field={field} />
            ))}
          </Editable>
          <Button small icon="footprints" aria-pressed={route === 'outcome'} onClick={showRoute}>
            {t('decisionView.routeHere')}
          </Button>
        </Section>
      )}
    </>
  );
}

/** Who starts at the card, and who leaves there. */
function Customers({ id }: { id: string }) {
  const t = useTexts();
  const isOutcome = useEditor(({ map }) => map.elements[id]?.kind === 'outcome');
  return (
    <>
      <Section title={t('decisionView.entry.title')}>
        <Editable>
          <EntryFields element={id} />
        </Editable>
      </Section>
      {!isOutcome && (
        <Section title={t('decisionView.exit.title')}>
          <Editable>
            <ExitFields element={id} />
          </Editable>
        </Section>
      )}
    </>
  );
}

/** One branch of the fork above: what the map says of it. */
function Branch({ connection }: { connection: Connection }) {
  const t = useTexts();
  const { id, label, condition } = connection;
  const labels = { label: t('panels.connection.label'), condition: t('panels.connection.condition') };
  return (
    <Section
      title={t('decisionView.branchTitle')}
      action={
        <IconButton small icon="x" label={t('decisionView.closeBranch')} onClick={() => select([connection.from])} />
      }
    >
      <Editable>
        <LineInput label={labels.label} value={label} edit={connectionEdit(id, 'label', labels.label)} />
        <ParagraphInput
          label={labels.condition}
          value={condition}
          edit={connectionEdit(id, 'condition', labels.condition)}
        />
        <BranchFields connection={connection} />
      </Editable>
    </Section>
  );
}
