import { normaliseName } from '../analysis/normalise-name';
import { personasOf, stagesOf } from '../document/create';
import type { ElementKind, JourneyMap, MapElement } from '../document/schema';
import { distinctNames } from './filter';
import type { Idea } from './grid';

export const COVERAGES = ['stage-format', 'stage-channel', 'persona-stage', 'initiative', 'phase-touchpoint'] as const;
export type CoverageId = (typeof COVERAGES)[number];

/** A row or a column: an id, a name of the map's own, or an option. */
export interface CoverageHead {
  /** Id of a stage or persona, an option, or a name as first written. */
  key: string;
  /** What it is called; null: an option, named in `options` of shared/language. */
  title: string | null;
}

export interface CoverageCell {
  /** Cards that stand for it, in the order of the map; none: a gap. */
  cards: readonly string[];
  /** The card that would fill it. */
  missing: { kind: Extract<ElementKind, 'content-idea' | 'touchpoint'>; stage: string | null; values: CardValues };
}

/** Fields of the card that fills a gap. */
export interface CardValues {
  format?: string;
  channel?: string;
  personas?: string[];
  initiative?: 'proactive' | 'reactive';
  phase?: 'before' | 'during' | 'after' | 'service';
}

export interface Coverage {
  id: CoverageId;
  rows: readonly CoverageHead[];
  columns: readonly CoverageHead[];
  /** By row, by column. */
  cells: readonly (readonly CoverageCell[])[];
  /** Cells without a card. */
  gaps: number;
}

const INITIATIVES = ['proactive', 'reactive'] as const;
const PHASES = ['before', 'during', 'after', 'service'] as const;

/**
 * Where a map has content and touchpoints, and where not: formats, channels or personas by stage (content ideas), who
 * starts the contact by stage, and channels by phase (touchpoints). `usual` adds names to the formats or channels in use.
 * An idea without personas counts for every one of them.
 */
export function coverageOf(map: JourneyMap, id: CoverageId, usual: readonly string[] = []): Coverage {
  const elements = Object.values(map.elements);
  const ideas = elements.filter((one): one is Idea => one.kind === 'content-idea');
  const touchpoints = elements.filter((one) => one.kind === 'touchpoint');
  const stages = stagesOf(map).map(({ id: key, title }) => ({ key, title }));
  const named = (names: readonly string[]) => distinctNames(names).map((name) => ({ key: name, title: name }));
  switch (id) {
    case 'stage-format':
    case 'stage-channel': {
      const field = id === 'stage-format' ? 'format' : 'channel';
      const heads = named([...ideas.map((idea) => idea[field]), ...usual]);
      return matrix(
        id,
        heads,
        stages,
        ideas,
        (idea, row, column) => idea.stage === column && same(idea[field], row),
        (row, column) => ({
          kind: 'content-idea',
          stage: column,
          values: { [field]: row },
        }),
      );
    }
    case 'persona-stage': {
      const personas = personasOf(map).map(({ id: key, title }) => ({ key, title }));
      const concerns = (idea: MapElement, persona: string) =>
        idea.personas.length === 0 || idea.personas.includes(persona);
      return matrix(
        id,
        personas,
        stages,
        ideas,
        (idea, row, column) => idea.stage === column && concerns(idea, row),
        (row, column) => ({
          kind: 'content-idea',
          stage: column,
          values: { personas: [row] },
        }),
      );
    }
    case 'initiative': {
      const heads = INITIATIVES.map((key) => ({ key, title: null }));
      return matrix(
        id,
        heads,
        stages,
        touchpoints,
        (one, row, column) => one.stage === column && one.initiative === row,
        (row, column) => ({
          kind: 'touchpoint',
          stage: column,
          values: { initiative: row === 'proactive' ? 'proactive' : 'reactive' },
        }),
      );
    }
    case 'phase-touchpoint': {
      const heads = named([...touchpoints.map(({ channel }) => channel), ...usual]);
      const phases = PHASES.map((key) => ({ key, title: null }));
      return matrix(
        id,
        heads,
        phases,
        touchpoints,
        (one, row, column) => one.phase === column && same(one.channel, row),
        (row, column) => ({
          kind: 'touchpoint',
          stage: stageOfPhase(map, column),
          values: { channel: row, phase: PHASES.find((phase) => phase === column) ?? 'before' },
        }),
      );
    }
  }
}

function matrix<Card extends MapElement>(
  id: CoverageId,
  rows: readonly CoverageHead[],
  columns: readonly CoverageHead[],
  cards: readonly Card[],
  stands: (card: Card, row: string, column: string) => boolean,
  missing: (row: string, column: string) => CoverageCell['missing'],
): Coverage {
  const cells = rows.map((row) =>
    columns.map(
      (column): CoverageCell => ({
        cards: cards.filter((card) => stands(card, row.key, column.key)).map((card) => card.id),
        missing: missing(row.key, column.key),
      }),
    ),
  );
  return { id, rows, columns, cells, gaps: cells.flat().filter((cell) => cell.cards.length === 0).length };
}

const same = (a: string, b: string) => normaliseName(a) === normaliseName(b);

/** The stage in which most touchpoints of a phase stand; in want of any, the place of the phase along the journey. */
function stageOfPhase(map: JourneyMap, phase: string): string | null {
  const stages = stagesOf(map);
  const counts = new Map<string, number>();
  for (const one of Object.values(map.elements)) {
    if (one.kind !== 'touchpoint' || one.phase !== phase || one.stage === null) continue;
    counts.set(one.stage, (counts.get(one.stage) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const found = stages.find((stage) => most > 0 && counts.get(stage.id) === most);
  if (found) return found.id;
  const share = { before: 0, during: 0.5, after: 1, service: 1 }[phase] ?? 0;
  return stages[Math.round(share * (stages.length - 1))]?.id ?? null;
}
