/**
 * What can go wrong on the machine, as a code that the renderer and the command line turn into one sentence with
 * what to do next (`faults` in shared/language). Never a stack trace.
 */
export const FAULT_CODES = [
  'not-found',
  'no-permission',
  'disk-full',
  'read-only',
  'busy',
  'exists',
  'changed-outside',
  'in-use',
  'outside-granted-folder',
  'too-large',
  'not-a-file',
  'invalid-name',
  'invalid-map',
  'version-damaged',
  'too-many-templates',
  'invalid-request',
  'refused-link',
  'picture-too-large',
  'page-too-large',
  'verification-failed',
  'data-empty',
  'data-header-only',
  'data-not-a-table',
  'data-old-workbook',
  'data-protected',
  'data-damaged',
  'data-inflated',
  'data-no-sheet',
  'data-encoding',
  'data-too-many-rows',
  'data-too-many-columns',
  'data-long-row',
  'data-no-room',
  'data-too-slow',
  'data-stopped',
  'cancelled',
  'unreachable',
  'unexpected',
] as const;

export type FaultCode = (typeof FAULT_CODES)[number];

export interface Fault {
  code: FaultCode;
  path?: string;
  /** A number or name the sentence needs: the largest scale, the limit, the field at fault. */
  detail?: string;
}

/** Thrown by services; the hosts turn it into an answer. */
export class FaultError extends Error {
  override name = 'FaultError';
  constructor(
    readonly fault: Fault,
    options?: { cause?: unknown },
  ) {
    super(`${fault.code}${fault.path ? ` ${fault.path}` : ''}${fault.detail ? ` (${fault.detail})` : ''}`, options);
  }
}
