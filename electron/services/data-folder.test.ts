import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createStore } from './data-folder';
import { nodeFileSystem } from './files/file-system';

test('of values written at once the last one stays, however long each takes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'periplo-store-'));
  const store = createStore(nodeFileSystem, folder, 'value.json', (value) => String(value));
  // The first is so large that it would otherwise be the last to end.
  const values = ['x'.repeat(4_000_000), ...Array.from({ length: 8 }, (_, index) => `${index}`)];
  await Promise.all(values.map((value) => store.write(value)));
  expect(JSON.parse(readFileSync(join(folder, 'value.json'), 'utf8'))).toBe('7');
  expect(await store.read()).toBe('7');
  rmSync(folder, { recursive: true, force: true });
});
