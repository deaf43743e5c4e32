import { decode, encode } from '@msgpack/msgpack';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bridge, CALL_NAMES } from '../../shared/api/bridge';
import type { Answer } from '../../shared/api/calls';
import { FAULT_CODES, FaultError } from '../../shared/api/faults';
import { en } from '../../shared/language/en/texts';
import { faultText } from '../../shared/language/fault-text';
import { createTranslator } from '../../shared/language/translator';
import { connectHost } from './connect';

interface Sent {
  path: string;
  argument: unknown;
  headers: Record<string, string>;
}

/** Stands for the server's end of the wire; what it gets and gives is real MessagePack. */
function serve(answer: (path: string) => Answer<unknown> | number | Error): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: { body: Uint8Array; headers: Record<string, string> }) => {
    sent.push({ path, argument: decode(init.body), headers: init.headers });
    const given = answer(path);
    if (given instanceof Error) throw given;
    return typeof given === 'number'
      ? new Response('no', { status: given })
      : new Response(new Uint8Array(encode(given)));
  });
  return sent;
}

class FakeEventSource extends EventTarget {
  static readonly opened: FakeEventSource[] = [];
  constructor(readonly url: string) {
    super();
    FakeEventSource.opened.push(this);
  }
}

beforeEach(() => {
  FakeEventSource.opened.length = 0;
  vi.stubGlobal('EventSource', FakeEventSource);
});
afterEach(() => vi.unstubAllGlobals());

describe('behind a loopback server', () => {
  it('calls with bytes unharmed', async () => {
    const bytes = Uint8Array.from([0, 1, 254, 255]);
    const sent = serve(() => ({ ok: true, value: { name: 'a.png', bytes } }));
    const host = await connectHost();
    const given = await host.call('files.read', { path: '/maps/a.png' });
    expect(given.bytes).toBeInstanceOf(Uint8Array);
    expect([...given.bytes]).toEqual([0, 1, 254, 255]);
    expect(sent).toEqual([
      {
        path: '/api/files.read',
        argument: { path: '/maps/a.png' },
        headers: {
          'Content-Type': 'application/msgpack',
          'X-Periplo-Window': expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      },
    ]);
    await host.call('files.write', { path: '/maps/b.png', bytes, overwrite: false });
    expect(sent[1]?.argument).toEqual({ path: '/maps/b.png', bytes, overwrite: false });
  });

  it('gives faults as FaultErrors, also where nobody answers', async () => {
    const host = await connectHost();
    serve(() => ({ ok: false, fault: { code: 'disk-full', path: '/maps/a.journey.json' } }));
    const refused = host.call('maps.read', { path: '/maps/a.journey.json' });
    await expect(refused).rejects.toBeInstanceOf(FaultError);
    await expect(refused).rejects.toMatchObject({ fault: { code: 'disk-full', path: '/maps/a.journey.json' } });
    for (const [given, code] of [
      [new TypeError('Failed to fetch'), 'unreachable'],
      [403, 'unreachable'],
      [500, 'unreachable'],
      [413, 'too-large'],
    ] as const) {
      serve(() => given);
      await expect(host.call('recents.list', {})).rejects.toMatchObject({ fault: { code } });
    }
  });

  it('opens a link in the browser, once the server has found nothing against it', async () => {
    const opened: unknown[][] = [];
    vi.stubGlobal('open', (...args: unknown[]) => opened.push(args));
    const host = await connectHost();
    serve(() => ({ ok: false, fault: { code: 'refused-link' } }));
    await expect(host.call('links.open', { url: 'javascript:alert(1)' })).rejects.toMatchObject({
      fault: { code: 'refused-link' },
    });
    expect(opened).toEqual([]);
    serve(() => ({ ok: true, value: null }));
    await host.call('links.open', { url: 'https://example.org/' });
    expect(opened).toEqual([['https://example.org/', '_blank', 'noopener,noreferrer']]);
  });

  it('hears events over one connection until it stops listening', async () => {
    const host = await connectHost();
    const heard: boolean[] = [];
    const stop = host.on('theme.changed', ({ dark }) => heard.push(dark));
    host.on('file.requested', () => heard.push(false));
    expect(FakeEventSource.opened.map(({ url }) => url)).toEqual([
      expect.stringMatching(/^\/api\/events\?window=[0-9a-f]{32}$/),
    ]);
    const [source] = FakeEventSource.opened;
    source?.dispatchEvent(new MessageEvent('theme.changed', { data: '{"dark":true}' }));
    stop();
    source?.dispatchEvent(new MessageEvent('theme.changed', { data: '{"dark":false}' }));
    expect(heard).toEqual([true]);
  });
});

describe('behind a preload', () => {
  it('uses its functions and nothing else', async () => {
    const calls: [string, unknown][] = [];
    let emit: ((event: { path: string }) => void) | null = null;
    const bridge = {
      call: Object.fromEntries(
        CALL_NAMES.map((name) => [
          name,
          async (argument: unknown) => {
            calls.push([name, argument]);
            return name === 'app.close' ? { ok: false, fault: { code: 'busy' } } : { ok: true, value: [] };
          },
        ]),
      ),
      on: {
        'file.requested': (listener: typeof emit) => {
          emit = listener;
          return () => {
            emit = null;
          };
        },
      },
    } as unknown as Bridge;
    vi.stubGlobal('periplo', bridge);
    const host = await connectHost();
    expect(await host.call('recents.list', {})).toEqual([]);
    await expect(host.call('app.close', {})).rejects.toMatchObject({ fault: { code: 'busy' } });
    expect(calls).toEqual([
      ['recents.list', {}],
      ['app.close', {}],
    ]);
    const heard: string[] = [];
    const stop = host.on('file.requested', ({ path }) => heard.push(path));
    (emit as unknown as (event: { path: string }) => void)({ path: '/a' });
    stop();
    expect(emit).toBeNull();
    expect(heard).toEqual(['/a']);
    expect(FakeEventSource.opened).toEqual([]);
  });
});

describe('sentences for faults', () => {
  it('exist for every code, in both languages, with a name and without', () => {
    for (const language of ['en', 'es'] as const) {
      const t = createTranslator(language);
      for (const code of FAULT_CODES) {
        for (const path of ['/maps/clínica.journey.json', 'C:\\maps\\clínica.journey.json', undefined]) {
          const text = faultText(t, { code, path, detail: '50' });
          expect(text).toMatch(/^[“«]?[\p{L}¿].*\.$/u);
          expect(text).not.toMatch(/\{\{|faults\.|\/maps|C:/);
        }
      }
    }
    expect(Object.keys(en.faults)).toEqual(expect.arrayContaining([...FAULT_CODES]));
  });
});
