import { join } from 'node:path';
import * as v from 'valibot';
import type { Calls, OwnTemplate, OwnTemplates } from '../../../shared/api/calls';
import { FaultError } from '../../../shared/api/faults';
import { TEMPLATE_LIMITS } from '../../../shared/api/validation';
import { createId } from '../../../shared/document/ids';
import { readMap } from '../../../shared/document/read';
import { decode, encodeUtf8 } from '../../../shared/document/runtime';
import { parseCards } from '../../../shared/interchange/cards-clipboard';
import type { FileSystem } from '../files/file-system';
import { cleanLeftovers } from '../files/leftovers';
import { saveAtomically } from '../files/save';
import { systemCode, withFaults } from '../files/system-fault';
import { readLimited } from '../maps';

const NAME = /^([0-9a-z]{12})\.template\.json$/;
/** What stands around the text, and the backslashes in it. */
const MOST_BYTES = TEMPLATE_LIMITS.text * 2 + 10_000;

const fileSchema = v.object({
  format: v.literal('periplo-template'),
  version: v.literal(1),
  type: v.picklist(['map', 'cards']),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(TEMPLATE_LIMITS.title)),
  savedAt: v.pipe(v.string(), v.isoTimestamp()),
  text: v.string(),
});
type TemplateFile = v.InferOutput<typeof fileSchema>;

/** What users keep to start from: whole maps, and cards for their library. One file each in the data folder. */
export interface Templates {
  /** By title. What can't be read is told apart, and stays. */
  list(): Promise<OwnTemplates>;
  /** Throws `not-found`, or `invalid-map` for one that is damaged or of a newer version. */
  read(id: string): Promise<Calls['templates.read']['gives']>;
  /** Writes over the one with the id; null: a new one. Throws `invalid-map` for a text that could not be used later. */
  write(template: Calls['templates.write']['takes']): Promise<OwnTemplate>;
  /** One that is gone already is no fault. */
  remove(id: string): Promise<void>;
}

export function createTemplates(fs: FileSystem, dataFolder: string): Templates {
  const folder = join(dataFolder, 'templates');
  const fileOf = (id: string) => join(folder, `${id}.template.json`);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  const idsThere = () =>
    withFaults(folder, async () => {
      const names = await fs.list(folder).catch((error): string[] => {
        if (systemCode(error) === 'ENOENT') return [];
        throw error;
      });
      return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).sort();
    });
  const readFile = async (id: string) => {
    const path = fileOf(id);
    const bytes = await readLimited(fs, path, MOST_BYTES);
    const file = understand(bytes);
    const facts = file && factsOf(file.type, file.text);
    if (!file || !facts) throw new FaultError({ code: 'invalid-map', path });
    return { template: described(id, file, facts), text: file.text };
  };

  return {
    list: () =>
      inTurn(async () => {
        await cleanLeftovers(fs, folder);
        const templates: OwnTemplate[] = [];
        const damaged: string[] = [];
        for (const id of await idsThere()) {
          const found = await readFile(id).catch(() => null);
          if (found) templates.push(found.template);
          else damaged.push(id);
        }
        return { templates: templates.sort((a, b) => a.title.localeCompare(b.title)), damaged };
      }),
    read: (id) => inTurn(() => readFile(id)),
    write: ({ id, type, title, text }) =>
      inTurn(async () => {
        const facts = factsOf(type, text);
        if (!facts) throw new FaultError({ code: 'invalid-map', detail: type });
        const there = await idsThere();
        if (id !== null && !there.includes(id)) throw new FaultError({ code: 'not-found', path: fileOf(id) });
        if (id === null && there.length >= TEMPLATE_LIMITS.count) {
          throw new FaultError({ code: 'too-many-templates', detail: String(TEMPLATE_LIMITS.count) });
        }
        const own = id ?? createId();
        const file: TemplateFile = {
          format: 'periplo-template',
          version: 1,
          type,
          title,
          savedAt: new Date().toISOString(),
          text,
        };
        await withFaults(folder, () => fs.createFolder(folder, true));
        await saveAtomically(fs, fileOf(own), encodeUtf8(`${JSON.stringify(file)}\n`));
        return described(own, file, facts);
      }),
    remove: (id) =>
      inTurn(() =>
        withFaults(fileOf(id), async () => {
          try {
            await fs.remove(fileOf(id));
          } catch (error) {
            if (systemCode(error) !== 'ENOENT') throw error;
          }
        }),
      ),
  };
}

function understand(bytes: Uint8Array): TemplateFile | null {
  try {
    const result = v.safeParse(fileSchema, JSON.parse(decode(bytes)));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}

/** How much is in a text; null: it is not what it should be. */
function factsOf(type: OwnTemplate['type'], text: string): Pick<OwnTemplate, 'stages' | 'cards' | 'language'> | null {
  const result = type === 'map' ? readMap(text) : null;
  const map = result?.status === 'ok' ? result.map : null;
  const elements = type === 'map' ? map && Object.values(map.elements) : parseCards(text)?.elements;
  if (!elements) return null;
  const stages = elements.filter(({ kind }) => kind === 'stage').length;
  return { stages, cards: elements.length - stages, language: map?.language ?? null };
}

const described = (
  id: string,
  { type, title, savedAt }: TemplateFile,
  facts: Pick<OwnTemplate, 'stages' | 'cards' | 'language'>,
): OwnTemplate => ({ id, type, title, savedAt, ...facts });
