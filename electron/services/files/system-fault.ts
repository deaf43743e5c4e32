import type { FaultCode } from '../../../shared/api/faults';
import { FaultError } from '../../../shared/api/faults';

const FAULTS_OF_SYSTEM: Readonly<Record<string, FaultCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  EAGAIN: 'busy',
  EMFILE: 'busy',
  ENFILE: 'busy',
  EEXIST: 'exists',
  EISDIR: 'not-a-file',
  ENAMETOOLONG: 'invalid-name',
  ELOOP: 'not-found',
};

/** The `code` of a system error, or an empty text. */
export const systemCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The fault that a failed file operation means for the user. A FaultError is given back as it is. */
export function systemFault(error: unknown, path: string): FaultError {
  if (error instanceof FaultError) return error;
  const code = systemCode(error);
  const fault = FAULTS_OF_SYSTEM[code];
  return new FaultError(fault ? { code: fault, path } : { code: 'unexpected', path, ...(code && { detail: code }) }, {
    cause: error,
  });
}

/** Runs a file operation; its failure comes as a FaultError. */
export async function withFaults<Value>(path: string, work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw systemFault(error, path);
  }
}
