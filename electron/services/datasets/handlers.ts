import { describeTable } from './plan/describe';
import { planImport } from './plan/plan';
import type { Answer, Argument, RequestName } from './requests';
import { readRows } from './rows';
import type { Session, Work } from './session';

type Handlers = {
  [Name in Exclude<RequestName, 'open'>]: (
    argument: Argument<Name>,
    session: Session,
    work: Work,
  ) => Promise<Answer<Name>>;
};

/** Who answers which request about an open data file. */
export const HANDLERS: Handlers = { rows: readRows, describe: describeTable, plan: planImport };
