import { useMemo } from 'react';
import { setFields } from '../../../shared/commands/cards';
import type { JourneyMap } from '../../../shared/document/schema';
import { useEditor } from '../../store/editor';
import { change, endMerge } from '../../store/history';
import { texts } from '../../store/texts';
import { rememberLast } from '../common/remember';
import { sharedValue } from './shared-values';

/** The value of a field in the elements; listens to nothing else. */
export function useFieldValue(ids: readonly string[], name: string): unknown {
  const read = useMemo(() => rememberLast((map: JourneyMap) => sharedValue(map, ids, name)), [ids, name]);
  return useEditor((state) => read(state.map));
}

export interface FieldEdit {
  /** Sets the field in all of the elements, as a step of its own. */
  set: (value: unknown) => void;
  /** The same, letter by letter: one step until `end`. */
  type: (value: unknown) => void;
  end: () => void;
}

export function useFieldEdit(ids: readonly string[], name: string, label: string): FieldEdit {
  return useMemo(() => {
    const edit = (value: unknown, merge?: string) =>
      change(
        texts()('steps.edit', { field: label }),
        (draft) => setFields(draft, ids, { [name]: value }),
        merge ? { merge } : {},
      );
    return {
      set: (value) => edit(value),
      type: (value) => edit(value, `field:${name}:${ids.join(' ')}`),
      end: endMerge,
    };
  }, [ids, name, label]);
}
