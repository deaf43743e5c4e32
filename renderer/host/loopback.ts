import { decode, encode } from '@msgpack/msgpack';
import type { Answer, CallName, Calls } from '../../shared/api/calls';
import { FaultError } from '../../shared/api/faults';
import type { Host } from './host';

const TYPE = 'application/msgpack';
/** Bytes that a browser still sends when the page is gone; it allows 64 KiB for all that is under way. */
const OUTLIVING = 48 * 1024;

/** Tells this page from others in the same browser: one may write a file while another looks at it. */
const WINDOW = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
  byte.toString(16).padStart(2, '0'),
).join('');

/** The host behind the loopback server that this page came from. */
export function loopbackHost(): Host {
  let events: EventSource | null = null;
  return {
    async call(name, argument) {
      const value = await post(name, argument);
      // The server has checked the address; the page is in a browser already, so it opens there.
      if (name === 'links.open')
        window.open((argument as Calls['links.open']['takes']).url, '_blank', 'noopener,noreferrer');
      return value;
    },
    on(event, listener) {
      events ??= new EventSource(`/api/events?window=${WINDOW}`);
      const source = events;
      const receive = (message: MessageEvent<string>) => listener(JSON.parse(message.data));
      source.addEventListener(event, receive);
      return () => source.removeEventListener(event, receive);
    },
  };
}

async function post<Name extends CallName>(name: Name, argument: Calls[Name]['takes']): Promise<Calls[Name]['gives']> {
  const answer = await fetchAnswer(name, argument);
  if (!answer.ok) throw new FaultError(answer.fault);
  return answer.value;
}

async function fetchAnswer<Name extends CallName>(
  name: Name,
  argument: Calls[Name]['takes'],
): Promise<Answer<Calls[Name]['gives']>> {
  const body = new Uint8Array(encode(argument));
  let response: Response;
  try {
    const headers = { 'Content-Type': TYPE, 'X-Periplo-Window': WINDOW };
    // The last draft of a page that is being closed.
    const keepalive = name === 'drafts.write' && body.length <= OUTLIVING;
    response = await fetch(`/api/${name}`, { method: 'POST', headers, body, keepalive });
  } catch (error) {
    throw new FaultError({ code: 'unreachable' }, { cause: error });
  }
  if (response.status === 413) throw new FaultError({ code: 'too-large' });
  if (!response.ok) throw new FaultError({ code: 'unreachable', detail: String(response.status) });
  return decode(await response.arrayBuffer()) as Answer<Calls[Name]['gives']>;
}
