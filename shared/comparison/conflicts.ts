import type { Collection } from './records';
import type { MergeSide, States } from './three-way';

/** Something that both sides changed, each in its own way. */
export interface Conflict {
  /** `elements/a1/title`, `measurements/m1/points/2026-W47`: the same whichever side is ours. */
  id: string;
  type: 'field' | 'place' | 'deleted';
  collection: Collection;
  record: string;
  /** The field; `place` (stage, row, x and y together), `ends` (what a line joins), or `record` for all of it. */
  field: string;
  /** One item of a list: a period, the address of a link; null: the whole field. */
  item: string | null;
  /** The values; undefined: deleted, or not there yet. */
  base: unknown;
  ours: unknown;
  theirs: unknown;
  /** The side whose value the map holds. */
  taken: MergeSide;
}

export type Choices = Readonly<Record<string, MergeSide>>;

/** Collects what has to be asked, and answers with what was chosen; else with ours. */
export class ConflictBook {
  readonly open: Conflict[] = [];
  readonly settled: Conflict[] = [];
  readonly #choices: Choices;

  constructor(choices: Choices) {
    this.#choices = choices;
  }

  decide(
    states: States,
    about: Pick<Conflict, 'type' | 'collection' | 'record' | 'field' | 'item'>,
    otherwise: MergeSide = 'ours',
  ): unknown {
    const { type, collection, record, field, item } = about;
    const id = [collection, record, field, ...(item === null ? [] : [item])].join('/');
    const chosen = Object.hasOwn(this.#choices, id) ? this.#choices[id] : undefined;
    const taken = chosen ?? otherwise;
    const { base, ours, theirs } = states;
    const conflict: Conflict = { id, type, collection, record, field, item, base, ours, theirs, taken };
    (chosen ? this.settled : this.open).push(conflict);
    return states[taken];
  }
}
