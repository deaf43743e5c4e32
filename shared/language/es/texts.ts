import type { en } from '../en/texts';
import { fields, kinds, options, suggestions, summary } from './kinds';
import { lanes, stageModels } from './starts';

/** The shape of the English texts; plural forms may differ (Spanish has `many`). */
export type Texts<T> = { [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> };

export const es = { kinds, fields, options, summary, suggestions, lanes, stageModels } satisfies Texts<typeof en>;
