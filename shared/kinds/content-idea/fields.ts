import { choice, date, line } from '../fields';

export const contentIdeaFields = {
  format: line('formats'),
  channel: line('channels'),
  status: choice(['idea', 'draft', 'planned', 'published'], 'idea'),
  due: date(),
} as const;
