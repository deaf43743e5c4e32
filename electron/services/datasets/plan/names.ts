import { normaliseName } from '../../../../shared/analysis/normalise-name';
import type { MapOutline } from '../../../../shared/metrics/map-outline';
import { isEverybody, isTotal, TargetMatcher } from '../../../../shared/metrics/match-targets';
import { type DataPlan, type MatchedName, PLAN_LIMITS, type UnmatchedName } from '../../../../shared/metrics/planned';
import { type Recipe, type Target, targetKey } from '../../../../shared/metrics/recipe';
import type { Engine } from '../engine';
import type { Work } from '../session';
import { createMapping } from './mapping';

/** What a row is about, as the working table keeps it; from 0 on: the number of a target, metric or segment. */
export const NOBODY = { unmatched: -1, total: -2, blank: -3 } as const;

export interface NamedRows {
  text: string;
  rows: number;
}

/** The different texts of a column with their rows, those with the most rows first; null: there are more than `most`. */
export async function textsOf(
  engine: Engine,
  from: string,
  column: number,
  most: number,
): Promise<NamedRows[] | { count: number }> {
  const cell = `c${column}`;
  const rows = await engine.all(
    `SELECT ${cell}, count(*) AS n FROM ${from} GROUP BY 1 ORDER BY n DESC, min(line) LIMIT ${most + 1}`,
  );
  if (rows.length > most) {
    const [[count] = []] = await engine.all(`SELECT count(DISTINCT ${cell}) FROM ${from}`);
    return { count: Number(count) };
  }
  return rows.map(([text, n]) => ({ text: String(text), rows: Number(n) }));
}

export type Names = Pick<
  DataPlan,
  'matched' | 'matchedCount' | 'ambiguous' | 'ambiguousCount' | 'unmatched' | 'unmatchedCount' | 'rowsTotals'
> & {
  targets: Target[];
  /** The cells that are called a total and left out. */
  totals: string[];
  hasLikely: number;
};

/** Finds what the names of a column mean, and makes the table `names` that says so. */
export async function matchColumn(
  engine: Engine,
  work: Work,
  texts: readonly NamedRows[],
  recipe: Pick<Recipe, 'matches' | 'skipTotals'>,
  outline: MapOutline,
): Promise<Names> {
  const matcher = new TargetMatcher(outline, recipe.matches);
  const targets: Target[] = [];
  const places = new Map<string, number>();
  const [matched, ambiguous, unmatched] = [
    new Map<string, MatchedName>(),
    new Map<string, Names['ambiguous'][number]>(),
    new Map<string, UnmatchedName>(),
  ];
  let rowsTotals = 0;
  const rows: { text: string; tgt: number }[] = [];
  const add = <Item extends { rows: number }>(list: Map<string, Item>, name: string, item: Item) => {
    const known = list.get(name);
    if (known) known.rows += item.rows;
    else list.set(name, item);
  };
  for (const { text, rows: count } of texts) {
    const name = text.trim();
    const put = (tgt: number) => rows.push({ text, tgt });
    if (name === '') {
      put(NOBODY.blank);
      continue;
    }
    const match = matcher.match(name);
    if (match.type === 'unmatched' && !match.leftOut && recipe.skipTotals && isTotal(name)) {
      rowsTotals += count;
      put(NOBODY.total);
    } else if (match.type === 'matched') {
      const key = targetKey(match.target);
      let place = places.get(key);
      if (place === undefined) {
        place = targets.push(match.target) - 1;
        places.set(key, place);
      }
      put(place);
      add(matched, name, { name, target: match.target, how: match.how, rows: count });
    } else {
      put(NOBODY.unmatched);
      if (match.type === 'ambiguous') add(ambiguous, name, { name, targets: match.targets, rows: count });
      else add(unmatched, name, { name, rows: count, suggestion: match.suggestion, leftOut: match.leftOut });
    }
  }
  await createMapping(engine, work, 'names', { tgt: 'INTEGER' }, rows);
  const first = <Item>(list: Map<string, Item>) => [...list.values()].slice(0, PLAN_LIMITS.names);
  return {
    targets,
    matched: first(matched),
    matchedCount: matched.size,
    ambiguous: first(ambiguous),
    ambiguousCount: ambiguous.size,
    unmatched: first(unmatched),
    unmatchedCount: unmatched.size,
    rowsTotals,
    totals: rows.flatMap(({ text, tgt }) => (tgt === NOBODY.total ? text : [])),
    hasLikely: [...unmatched.values()].filter(({ suggestion }) => suggestion !== null).length,
  };
}

/** Finds the metric of the recipe that each text of the metric column names, and makes the table `metrics`. */
export async function matchMetrics(
  engine: Engine,
  work: Work,
  texts: readonly NamedRows[],
  recipe: Pick<Recipe, 'metrics'>,
): Promise<DataPlan['unknownMetrics']> {
  const exact = new Map(recipe.metrics.map(({ key }, index) => [key.trim(), index]));
  const folded = new Map(recipe.metrics.map(({ key }, index) => [normaliseName(key), index]));
  const unknown: DataPlan['unknownMetrics'] = [];
  const rows = texts.map(({ text, rows: count }) => {
    const name = text.trim();
    const met = name === '' ? NOBODY.blank : (exact.get(name) ?? folded.get(normaliseName(name)) ?? NOBODY.unmatched);
    if (met === NOBODY.unmatched) unknown.push({ name, rows: count });
    return { text, met };
  });
  await createMapping(engine, work, 'metrics', { met: 'INTEGER' }, rows);
  return unknown.slice(0, PLAN_LIMITS.names);
}

/** A part of the customers. `persona` null: none. */
export interface Segment {
  segment: string;
  persona: string | null;
}

/** Makes the table `segments` for a column of segments; number 0 is everybody. */
export async function matchSegments(
  engine: Engine,
  work: Work,
  texts: readonly NamedRows[],
): Promise<{ names: string[]; hasEverybody: boolean }> {
  const names = [''];
  let hasEverybody = false;
  const rows = texts.map(({ text }) => {
    const name = text.trim();
    if (isEverybody(name)) {
      hasEverybody = true;
      return { text, seg: 0 };
    }
    const known = names.indexOf(name);
    return { text, seg: known > 0 ? known : names.push(name) - 1 };
  });
  await createMapping(engine, work, 'segments', { seg: 'INTEGER' }, rows);
  return { names, hasEverybody };
}

/** The same for a column of personas: number 0 is everybody, −1 nobody on the map. Makes the table `personas`. */
export async function matchPersonas(
  engine: Engine,
  work: Work,
  texts: readonly NamedRows[],
  recipe: Pick<Recipe, 'personas'>,
  outline: MapOutline,
): Promise<{ ids: (string | null)[]; hasEverybody: boolean; listed: DataPlan['personas'] }> {
  const chosen = new Map(recipe.personas.map(({ name, persona }) => [name, persona]));
  const personas = outline.elements.filter(({ kind }) => kind === 'persona');
  const folded = new Map(personas.map(({ id, title }) => [normaliseName(title), id]));
  const exists = new Set(personas.map(({ id }) => id));
  const ids: (string | null)[] = [null];
  const listed: DataPlan['personas'] = [];
  let hasEverybody = false;
  const rows = texts.map(({ text, rows: count }) => {
    const name = text.trim();
    const wanted = chosen.get(name);
    const id =
      wanted !== undefined && (wanted === null || exists.has(wanted)) ? wanted : folded.get(normaliseName(name));
    if (!id && isEverybody(name)) {
      hasEverybody = true;
      return { text, per: 0 };
    }
    listed.push({ name, persona: id ?? null, rows: count });
    if (!id) return { text, per: NOBODY.unmatched };
    const known = ids.indexOf(id);
    return { text, per: known > 0 ? known : ids.push(id) - 1 };
  });
  await createMapping(engine, work, 'personas', { per: 'INTEGER' }, rows);
  return { ids, hasEverybody, listed: listed.slice(0, PLAN_LIMITS.names) };
}
