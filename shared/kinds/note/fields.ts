import { colour } from '../fields';

export const noteFields = {
  colour: colour(),
} as const;
