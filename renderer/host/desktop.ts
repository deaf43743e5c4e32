import type { Bridge } from '../../shared/api/bridge';
import { FaultError } from '../../shared/api/faults';
import type { Host } from './host';

/** The host behind the functions that the desktop's preload has put into the page. */
export function desktopHost(bridge: Bridge): Host {
  return {
    async call(name, argument) {
      const answer = await bridge.call[name](argument);
      if (!answer.ok) throw new FaultError(answer.fault);
      return answer.value;
    },
    on: (event, listener) => bridge.on[event](listener),
  };
}
