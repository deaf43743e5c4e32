import { canvas, files, ui } from './app';
import { calculators } from './calculators';
import { catalogue } from './catalogue';
import { commandLine } from './command-line';
import { commands, menus, steps } from './commands';
import { compare } from './compare';
import { comparison } from './comparison';
import { dataPlan } from './data-plan';
import { decisionView } from './decision-view';
import { decisions } from './decisions';
import { desktopMenu } from './desktop-menu';
import { dialogs } from './dialogs';
import { exported } from './exported';
import { faults } from './faults';
import { formulas } from './formulas';
import { gitConflict } from './git-conflict';
import { hints } from './hints';
import { history } from './history';
import { ideas } from './ideas';
import { importCommand } from './import-command';
import { importer } from './importer';
import { fields, kinds, options, suggestions, summary } from './kinds';
import { library } from './library';
import { metricRules } from './metric-rules';
import { metrics } from './metrics';
import { metricsView } from './metrics-view';
import { overlay } from './overlay';
import { panels } from './panels';
import { prompts } from './prompts';
import { lanes, stageModels } from './starts';
import { views } from './views';
import { workshop } from './workshop';

/** All texts of the program in English; `es/texts.ts` has the same shape, which the compiler checks. */
export const en = {
  canvas,
  files,
  ui,
  calculators,
  catalogue,
  commandLine,
  commands,
  compare,
  comparison,
  menus,
  steps,
  dataPlan,
  decisionView,
  decisions,
  desktopMenu,
  dialogs,
  exported,
  faults,
  gitConflict,
  formulas,
  hints,
  history,
  ideas,
  library,
  metricRules,
  importCommand,
  importer,
  metrics,
  metricsView,
  overlay,
  panels,
  kinds,
  fields,
  options,
  summary,
  suggestions,
  prompts,
  lanes,
  stageModels,
  views,
  workshop,
};
