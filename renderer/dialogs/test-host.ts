import type { CallName, Calls, StartInfo } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import { defaultPreferences } from '../../shared/api/preferences';
import type { JourneyMap } from '../../shared/document/schema';
import { setMachine } from '../app/machine';
import type { Host } from '../host/host';
import { editor, initialState } from '../store/editor';
import { showMap } from '../store/history';
import { setMeasure } from '../store/measure';

type Answers = {
  [Name in CallName]?: (argument: Calls[Name]['takes']) => Calls[Name]['gives'] | Promise<Calls[Name]['gives']>;
};

export interface Asked {
  name: CallName;
  argument: unknown;
}

const START: StartInfo = {
  host: 'browser',
  version: '1.0.0',
  platform: 'linux',
  locale: 'en',
  nativeDialogs: false,
  canPrint: false,
  preferences: defaultPreferences(),
  recents: [],
  open: { type: 'nothing' },
};

/** A window with a map on a machine that answers as told; gives all that the machine is asked. */
export function startWindow(map: JourneyMap, answers: Answers = {}, start: Partial<StartInfo> = {}): Asked[] {
  const asked: Asked[] = [];
  const host: Host = {
    async call(name, argument) {
      asked.push({ name, argument });
      const answer = answers[name];
      if (!answer) throw new FaultError({ code: 'unexpected', detail: name });
      return answer(argument);
    },
    on: () => () => {},
  };
  setMachine(host);
  setMeasure((text, font) => text.length * font.size * 0.55);
  editor.setState(
    { ...initialState, preferences: { ...defaultPreferences(), language: 'en' }, start: { ...START, ...start } },
    true,
  );
  showMap(map);
  return asked;
}
