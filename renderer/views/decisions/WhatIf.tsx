import { setInScenario, setShares, sharesWith } from '../../../shared/commands/decisions';
import { branchName } from '../../../shared/decisions/wording';
import { formatShare } from '../../../shared/language/format';
import { editor, useEditor } from '../../store/editor';
import { change } from '../../store/history';
import { texts, useLanguage, useTexts } from '../../store/texts';
import { look, scenarioOf, useModel } from './model';

/** A slider for each branch: widths and numbers follow at once, the map when the slider is let go. */
export function WhatIf({ id }: { id: string }) {
  const t = useTexts();
  const language = useLanguage();
  const readOnly = useEditor((state) => state.readOnly);
  const { solution } = useModel();
  const { graph } = solution;
  const node = graph.nodes[graph.nodeOf.get(id) ?? -1];
  if (!node) return null;
  return (
    <fieldset className="what-if" disabled={readOnly}>
      <legend>{t('decisionView.whatIf')}</legend>
      {node.ways.map((way) => {
        const connection = graph.map.connections[graph.ways[way]?.id ?? ''];
        if (!connection) return null;
        const share = graph.shares[way] ?? 0;
        const name = branchName(graph.map, connection, t);
        return (
          <label key={connection.id}>
            <span title={name}>{name}</span>
            <input
              type="range"
              min={0}
              max={100}
              step={1}
              value={Math.round(share * 1000) / 10}
              aria-label={t('decisionView.slider', { name })}
              aria-valuetext={formatShare(share, language)}
              onChange={(event) => tryShare(connection.id, Number(event.target.value) / 100)}
              onPointerUp={settle}
              onPointerCancel={settle}
              onKeyUp={settle}
              onBlur={settle}
            />
            <output>{formatShare(share, language)}</output>
          </label>
        );
      })}
    </fieldset>
  );
}

/** From what is settled, so that a slider that comes back leaves everything as it was. */
function tryShare(connection: string, share: number): void {
  const { map, decisions, readOnly } = editor.getState();
  if (!readOnly) look({ trial: sharesWith(map, connection, share, scenarioOf({ map, decisions })) });
}

/** One step of the history: in the map, or in the scenario that is looked at. */
function settle(): void {
  const { map, decisions } = editor.getState();
  const { trial } = decisions;
  if (!trial) return;
  const scenario = scenarioOf({ map, decisions });
  change(texts()('decisionView.whatIfStep'), (draft) =>
    scenario ? setInScenario(draft, scenario.id, { probabilities: { ...trial } }) : setShares(draft, trial),
  );
  look({ trial: null });
}
