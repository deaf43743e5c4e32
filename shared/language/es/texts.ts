import type { en } from '../en/texts';
import { canvas, files, ui } from './app';
import { catalogue } from './catalogue';
import { commandLine } from './command-line';
import { commands, menus, steps } from './commands';
import { comparison } from './comparison';
import { decisions } from './decisions';
import { desktopMenu } from './desktop-menu';
import { dialogs } from './dialogs';
import { exported } from './exported';
import { faults } from './faults';
import { gitConflict } from './git-conflict';
import { hints } from './hints';
import { history } from './history';
import { fields, kinds, options, suggestions, summary } from './kinds';
import { metricRules } from './metric-rules';
import { metrics } from './metrics';
import { panels } from './panels';
import { lanes, stageModels } from './starts';
import { views } from './views';

/** The shape of the English texts; plural forms may differ (Spanish has `many`). */
export type Texts<T> = { [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> };

export const es = {
  canvas,
  files,
  ui,
  catalogue,
  commandLine,
  commands,
  comparison,
  menus,
  steps,
  decisions,
  desktopMenu,
  dialogs,
  exported,
  faults,
  gitConflict,
  hints,
  history,
  metricRules,
  metrics,
  panels,
  kinds,
  fields,
  options,
  summary,
  suggestions,
  lanes,
  stageModels,
  views,
} satisfies Texts<typeof en>;
