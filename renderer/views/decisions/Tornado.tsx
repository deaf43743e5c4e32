import { useDeferredValue, useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { sensitivityOf } from '../../../shared/decisions/sensitivity';
import { branchName, effectShortText, effectText, objectiveName, titleOf } from '../../../shared/decisions/wording';
import { Section } from '../../panels/common/Section';
import { useEditor } from '../../store/editor';
import { select } from '../../store/selection';
import { useLanguage, useTexts } from '../../store/texts';
import { objectiveOf, useModel } from './model';
import { showInFlow } from './use-shown';

const MOST = 6;

/** Which forks move the outcome most, the strongest first; each leads to its branch. */
export function Tornado() {
  const t = useTexts();
  const language = useLanguage();
  const { solution } = useModel();
  // Bars may lag behind a slider, numbers on the picture may not.
  const graph = useDeferredValue(solution.graph);
  const objective = useEditor(useShallow(objectiveOf));
  const sensitivity = useMemo(() => objective && sensitivityOf(graph, objective, { swings: 0 }), [graph, objective]);
  const forks = sensitivity?.forks.filter(({ perPoint }) => Math.abs(perPoint) >= 0.005).slice(0, MOST) ?? [];
  if (!objective || forks.length === 0) return null;
  const most = Math.abs(forks[0]?.perPoint ?? 1);
  return (
    <Section title={t('decisionView.moves', { what: objectiveName(graph.map, objective, t) })}>
      <ul className="tornado">
        {forks.map(({ connection, element, perPoint }) => {
          const record = graph.map.connections[connection];
          const name = record ? branchName(graph.map, record, t) : '';
          const words = effectText(perPoint, objective, graph, t, language);
          return (
            <li key={connection}>
              <button
                type="button"
                title={words}
                onClick={() => {
                  select([connection]);
                  showInFlow(connection);
                }}
              >
                <span className="tornado-name">
                  {titleOf(graph.map, element, t)} <em>{name}</em>
                </span>
                <span className="tornado-effect">{effectShortText(perPoint, objective, t, language)}</span>
                <svg className="tornado-bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">
                  <rect width="100" height="1" className="tornado-track" />
                  <rect
                    width={(Math.abs(perPoint) / most) * 100}
                    height="1"
                    className={perPoint < 0 ? 'tornado-less' : 'tornado-more'}
                  />
                </svg>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
