import { lanes, stageModels } from './starts';
import { fields, kinds, options, suggestions, summary } from './kinds';

/** All texts of the program in English; `es/texts.ts` has the same shape, which the compiler checks. */
export const en = { kinds, fields, options, summary, suggestions, lanes, stageModels };
