import type { Fault } from '../api/faults';
import type { Translate } from './translator';

/** One sentence for a fault: what happened, and what to do next. */
export function faultText(t: Translate, fault: Fault): string {
  const name = fault.path?.split(/[\\/]/).at(-1);
  return t(`faults.${fault.code}`, {
    name: name ? t('faults.quoted', { name }) : t('faults.theFile'),
    detail: fault.detail ?? '?',
  });
}
