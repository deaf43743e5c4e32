import { colour, paragraph } from '../fields';

export const stageFields = {
  /** What the customer wants to have reached by the end of the stage. */
  customerGoal: paragraph(),
  // The six questions every department answers for a stage.
  crucialData: paragraph(),
  controlledData: paragraph(),
  helpfulData: paragraph(),
  successSigns: paragraph(),
  warningSigns: paragraph(),
  departmentGoals: paragraph(),
  colour: colour(),
} as const;
