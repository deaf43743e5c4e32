import { writeFileSync } from 'node:fs';

/**
 * What a test run tells build/test.mjs, through the file named by PERIPLO_RESULTS:
 * { passed, failed, skipped: [{ title, reason }] }.
 */
export function tell(results) {
  if (process.env.PERIPLO_RESULTS) writeFileSync(process.env.PERIPLO_RESULTS, JSON.stringify(results));
}
