import { setConnection } from '../../../../shared/commands/connections';
import type { Connection } from '../../../../shared/document/schema';
import { change, endMerge } from '../../../store/history';
import { texts } from '../../../store/texts';
import type { FieldEdit } from '../use-field';

export type ConnectionValues = Partial<Omit<Connection, 'id'>>;

/** Changes a connection: as a step of its own, or joined to the one with the same key. */
export function putConnection(id: string, label: string, values: ConnectionValues, merge?: string): void {
  change(texts()('steps.edit', { field: label }), (draft) => setConnection(draft, id, values), merge ? { merge } : {});
}

/** Edits of one field of a connection; the values come from the control that belongs to the field. */
export function connectionEdit<Name extends keyof ConnectionValues>(id: string, name: Name, label: string): FieldEdit {
  const valuesOf = (value: unknown) => ({ [name]: value }) as ConnectionValues;
  return {
    set: (value) => putConnection(id, label, valuesOf(value)),
    type: (value) => putConnection(id, label, valuesOf(value), `field:${name}:${id}`),
    end: endMerge,
  };
}
