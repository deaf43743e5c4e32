import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeFileSystem } from '../../electron/services/files/file-system';
import { createVersions } from '../../electron/services/versions/versions';
import { FaultError } from '../../shared/api/faults';
import { readMap } from '../../shared/document/read';
import { writeMap } from '../../shared/document/write';
import { mutate, mutateJson, oneOf } from './mutate';
import { answerOfFault, answerOfRefusal, Flaw, type OpenReader } from './reader';
import { steadyMap } from './seeds';

/** One file of a folder of versions, and what it is called: what a sync client, a human or a disk may do to it. */
interface Spoilt {
  file: number;
  name: string;
  becomes: 'bytes' | 'link' | 'folder' | 'gone';
  bytes: string;
}

const NAMES = [
  ...['.journey.json', 'x', '..', '9999999999 2026-01-01T00-00-00Z.aaaaaaaaaaaa.journey.json', 'con', '​.journey.json'],
  ...[
    '0001 2026-13-45T99-99-99Z.aaaaaaaaaaaa.journey.json',
    '0001 2026-01-01T00-00-00Z ../../x.aaaaaaaaaaaa.journey.json',
  ],
  ...['0007 2026-01-01T00-00-00Z a.aaaaaaaaaaaa.journey.json', '0001 2026-01-01T00-00-00Z.aaaaaaaaaaaa.meta.json'],
];

export const versionReader: OpenReader = async () => {
  const root = mkdtempSync(join(tmpdir(), 'periplo-fuzz-versions-'));
  process.on('exit', () => rmSync(root, { recursive: true, force: true }));
  const map = join(root, 'map.journey.json');
  const folder = join(root, 'map.journey.versions');
  const secret = join(root, 'secret.txt');
  const text = (title: string, revision: number) => writeMap({ ...steadyMap(), title, revision });
  const day = Date.parse('2026-11-20T10:00:00Z');
  let now = day;
  const versions = createVersions(nodeFileSystem, () => now);
  for (const [revision, label] of ['First', 'Ágora: a/b', null].entries()) {
    now = day + revision * 3_600_000;
    const about = { label, note: label && 'note', author: 'Ana', changes: revision, automatic: label === null };
    await versions.add({ path: map, text: text(`Map ${revision}`, revision + 1), ...about });
  }
  const kept = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const restore = () => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const { name, bytes } of kept) writeFileSync(join(folder, name), bytes);
    writeFileSync(map, text('Map now', 4));
    writeFileSync(secret, 'secret');
  };
  const spoil = ({ file, name, becomes, bytes }: Spoilt) => {
    const path = join(folder, kept[file]?.name ?? '');
    if (becomes === 'bytes') writeFileSync(path, Buffer.from(bytes, 'base64'));
    else rmSync(path);
    if (becomes === 'link') symlinkSync(secret, path);
    if (becomes === 'folder') mkdirSync(path);
    const isName = name !== '' && !/^\.+$|[/\0]/.test(name) && Buffer.byteLength(name) < 250;
    if (isName && existsSync(path) && !existsSync(join(folder, name))) renameSync(path, join(folder, name));
  };
  return {
    async make(random) {
      const file = Math.floor(random() * kept.length);
      const bytes = kept[file]?.bytes ?? Buffer.alloc(0);
      const all = kept.map((one) => one.bytes);
      const changed = (random() < 0.5 && mutateJson(bytes.toString(), random)) || mutate(bytes, random, all);
      const becomes = random() < 0.8 ? 'bytes' : oneOf(random, ['link', 'folder', 'gone'] as const);
      const spoilt: Spoilt = {
        file,
        name: random() < 0.3 ? oneOf(random, NAMES) : '',
        becomes,
        bytes: Buffer.from(changed.bytes).toString('base64'),
      };
      const how = `${kept[file]?.name} becomes ${becomes} ${spoilt.name} (${changed.how})`;
      return { bytes: Buffer.from(JSON.stringify(spoilt)), how };
    },
    async read(input) {
      restore();
      spoil(JSON.parse(Buffer.from(input).toString()) as Spoilt);
      const { versions: listed, damaged } = await versions.list(map);
      if (listed.length < 2) throw new Flaw(`only ${listed.length} of 3 versions are left`);
      for (const { id } of [...listed, ...damaged]) await checkOne(id);
      const before = readdirSync(folder).sort();
      now = day + 30 * 86_400_000;
      const about = { firstLabel: 'Before', label: 'Outside' };
      await versions.keepFile({ path: map, ...about }).catch(answerOfFault);
      const after = new Set(readdirSync(folder));
      const gone = before.filter((name) => !after.has(name) && name.endsWith('.journey.json'));
      // Automatic ones may be thinned out; what somebody has named may not.
      if (gone.length > 1) throw new Flaw(`${gone.join(', ')} went`);
      if (readFileSync(map, 'utf8') !== text('Map now', 4)) throw new Flaw('the map was changed');
      if (readFileSync(secret, 'utf8') !== 'secret') throw new Flaw('a file outside was changed');
      return `${listed.length} listed, ${damaged.length} damaged`;
    },
  };

  async function checkOne(id: string): Promise<void> {
    try {
      const { text: found } = await versions.read(map, id);
      if (found.includes('secret')) throw new Flaw('a link led outside');
      const result = readMap(found);
      if (result.status !== 'ok') answerOfRefusal(result);
    } catch (error) {
      if (!(error instanceof FaultError)) throw error;
      answerOfFault(error);
    }
  }
};
