import { useEffect, useMemo, useState } from 'react';
import type { Solution } from '../../../shared/decisions/solve';
import type { FigureContext } from '../../../shared/figures/figure';
import { exitsShown } from '../../../shared/scene/decisions/decision-export';
import { arrangeGraph, type DecisionLayout, layoutFrom, layoutQuestion } from '../../../shared/scene/decisions/layout';
import { arrangeBeside } from './arrange';

/** Answers are kept by their question, for this window: going to and fro between views and scenarios moves nothing. */
const answers = new Map<string, DecisionLayout>();
const MOST_KEPT = 12;

/** Asks ELK, or remembers. */
async function layoutOf(solution: Solution, context: FigureContext): Promise<DecisionLayout> {
  const exits = exitsShown(solution);
  const question = layoutQuestion(solution.graph, exits, context);
  const key = keyOf(question, exits);
  const known = answers.get(key);
  if (known) return known;
  const layout = layoutFrom(await arrangeGraph(question, arrangeBeside), exits);
  const [oldest] = answers.keys();
  if (answers.size >= MOST_KEPT && oldest !== undefined) answers.delete(oldest);
  answers.set(key, layout);
  return layout;
}

const keyOf = (question: object, exits: ReadonlySet<string>) => JSON.stringify([question, [...exits]]);

/** Where everything stands; while that is worked out, where it stood before. Null: not known yet. `failed`: it can't be. */
export function useLayout(
  settled: Solution,
  context: FigureContext,
): { layout: DecisionLayout | null; failed: boolean } {
  const key = useMemo(() => {
    const exits = exitsShown(settled);
    return keyOf(layoutQuestion(settled.graph, exits, context), exits);
  }, [settled, context]);
  const [state, setState] = useState<{ key: string; layout: DecisionLayout | null; failed: boolean }>(() => ({
    key,
    layout: answers.get(key) ?? null,
    failed: false,
  }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question decides, not the numbers behind it
  useEffect(() => {
    let current = true;
    layoutOf(settled, context).then(
      (layout) => current && setState({ key, layout, failed: false }),
      () => current && setState((before) => ({ ...before, failed: true })),
    );
    return () => {
      current = false;
    };
  }, [key]);
  return { layout: answers.get(key) ?? state.layout, failed: state.failed && !answers.has(key) };
}
