/**
 * What the harness kills. Says `r` when it is ready, waits for a line on its standard input, then says `s` before each
 * piece of work, `w` whenever it is about to create or open a file, and `d` after the work: bytes in a pipe outlive
 * whoever wrote them.
 *
 *   save PATH BASE NUMBER      saves the base text as version NUMBER, atomically
 *   in-place PATH BASE NUMBER  the same, truncating and writing the file itself
 *   draft FOLDER BASE          writes draft after draft of one map
 *   recover FOLDER ID          what a page does with a draft: writes its own, removes the old one
 *   version PATH BASE NUMBER   adds a version
 */
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { createDrafts } from '../../electron/services/drafts/drafts';
import { type FileSystem, nodeFileSystem } from '../../electron/services/files/file-system';
import { createPages } from '../../electron/services/locks/pages';
import { readIfThere, writeIfUnchanged } from '../../electron/services/maps';
import { createVersions } from '../../electron/services/versions/versions';
import { textOf } from './texts';

const [mode = '', target = '', ...rest] = process.argv.slice(2);
const base = mode === 'recover' ? '' : readFileSync(rest[0] ?? '', 'utf8');
const number = Number(rest[1]);
const say = (letter: string) => writeSync(1, letter);
const fs: FileSystem = {
  ...nodeFileSystem,
  create(path, mode) {
    say('w');
    return nodeFileSystem.create(path, mode);
  },
};
const pages = createPages();
const drafts = createDrafts(fs, target, pages, (path) => readIfThere(fs, path));
const session = pages.session('main');

async function work(run: () => Promise<unknown>): Promise<void> {
  say('s');
  await run();
  say('d');
}
const draft = (text: string) =>
  drafts.write(session, { path: null, mapId: 'map1', title: 'Draft', text, baseHash: null });

const modes: Record<string, () => Promise<void>> = {
  save: () => work(() => writeIfUnchanged(fs, target, textOf(base, number), null)),
  'in-place': () => work(async () => writeInPlace(target, Buffer.from(textOf(base, number)))),
  async draft() {
    for (let edit = 1; ; edit++) await work(() => draft(textOf(base, edit)));
  },
  async recover() {
    const id = rest[0] ?? '';
    const { text } = await drafts.read(id);
    await work(async () => {
      await draft(text);
      await drafts.remove(session, id);
    });
  },
  version: () =>
    work(() =>
      createVersions(fs).add({
        path: target,
        text: textOf(base, number),
        label: `Version ${number}`,
        note: null,
        author: 'Ana',
        changes: number,
        automatic: false,
      }),
    ),
};

/** How files are commonly written. */
function writeInPlace(path: string, bytes: Uint8Array): void {
  say('w');
  const file = openSync(path, 'w');
  for (let at = 0; at < bytes.length; at += 65_536) writeSync(file, bytes.subarray(at, at + 65_536), 0, undefined, at);
  fsyncSync(file);
  closeSync(file);
}

say('r');
process.stdin.once('data', async () => {
  await modes[mode]?.();
  // Then it waits to be killed.
  setInterval(() => undefined, 60_000);
});
