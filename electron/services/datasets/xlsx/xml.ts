import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { FaultError } from '../../../../shared/api/faults';
import type { Work } from '../session';
import { damaged } from './archive';

export type Attributes = ReadonlyMap<string, string>;

/** Names come without their prefix: who writes `x:row` means `row`. */
export interface XmlHandlers {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Elements within elements; a sheet has ten at most. */
const MOST_DEPTH = 100;

/**
 * Reads XML in UTF-8 or UTF-16 as it comes. Throws fault `data-damaged` with the part's name for what is not
 * well-formed, is cut off, or has a DOCTYPE, which no workbook has. `isDone` ends the reading
 * early; `onBytes` learns of each piece that was read.
 */
export async function readXml(
  stream: Readable,
  part: string,
  handlers: XmlHandlers,
  work: Work,
  { isDone, onBytes }: { isDone?: () => boolean; onBytes?: (count: number) => void } = {},
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw damaged(part);
  });
  parser.on('error', (error) => {
    throw damaged(part, error);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > MOST_DEPTH) throw damaged(part);
    handlers.open?.(
      localName(name),
      new Map(Object.entries(attributes).map(([key, value]) => [localName(key), value])),
    );
  });
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', ({ name }) => {
    depth--;
    handlers.close?.(localName(name));
  });
  let decoder: InstanceType<typeof TextDecoder> | null = null;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      parser.write(decoder.decode(chunk, { stream: true }));
      if (isDone?.()) {
        stream.destroy();
        return;
      }
      onBytes?.(chunk.length);
      work.check();
    }
    if (decoder) parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    stream.destroy();
    throw error instanceof FaultError ? error : damaged(part, error);
  }
}

/** `id` and `r:id` both occur on one element, and are not the same: the names of relations keep their prefix. */
function localName(name: string): string {
  const colon = name.indexOf(':');
  if (colon < 0) return name;
  const local = name.slice(colon + 1);
  return local === 'id' ? 'r:id' : local;
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
