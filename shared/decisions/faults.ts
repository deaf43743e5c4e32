/** What can be wrong with the ways through a map, the gravest first. Texts: `decisions.faults` in shared/language. */
export const FLOW_FAULTS = [
  'over-one',
  'negative',
  'not-a-number',
  'way-nowhere',
  'entry-nowhere',
  'entry-not-a-number',
  'loop-without-exit',
  'too-tangled',
  'no-entries',
  'dead-end',
  'unreachable',
  'way-from-outcome',
] as const;
export type FlowFaultId = (typeof FLOW_FAULTS)[number];

/** The numbers can't be meant like this; the others are only worth knowing. */
const ERRORS: ReadonlySet<FlowFaultId> = new Set(FLOW_FAULTS.slice(0, 8));

export interface FlowFault {
  id: FlowFaultId;
  /** The element it is about; null: none, or one that is not there. */
  element: string | null;
  connection: string | null;
  entry?: string;
  /** All elements of a loop. */
  elements?: readonly string[];
  /** What its text needs. */
  values?: Record<string, string | number>;
}

export const isError = (fault: FlowFault): boolean => ERRORS.has(fault.id);
