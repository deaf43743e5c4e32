import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeFileSystem } from './files/file-system';
import { createGrants, type Grants } from './grants';

let root: string;
let folder: string;
let grants: Grants;

beforeEach(async () => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'periplo-grants-')));
  folder = join(root, 'maps');
  mkdirSync(join(folder, 'clinic'), { recursive: true });
  mkdirSync(join(root, 'maps-secret'));
  writeFileSync(join(root, 'secret.txt'), 'secret');
  writeFileSync(join(root, 'maps-secret', 'a.txt'), 'secret');
  writeFileSync(join(folder, 'one.journey.json'), '{}');
  symlinkSync(root, join(folder, 'way-out'));
  symlinkSync(join(root, 'secret.txt'), join(folder, 'secret-link.txt'));
  symlinkSync(join(root, 'not-there.txt'), join(folder, 'dangling.txt'));
  symlinkSync(join(folder, 'clinic'), join(folder, 'inner'));
  grants = createGrants(nodeFileSystem);
  await grants.grantFolder(folder);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('what was granted', () => {
  it('can be reached, also where it does not exist yet, also through links that stay inside', async () => {
    expect(await grants.resolve(folder)).toBe(folder);
    expect(await grants.resolve(join(folder, 'one.journey.json'))).toBe(join(folder, 'one.journey.json'));
    expect(await grants.resolve(join(folder, 'new.journey.json'))).toBe(join(folder, 'new.journey.json'));
    expect(await grants.resolve(join(folder, 'inner', 'x.csv'))).toBe(join(folder, 'clinic', 'x.csv'));
    expect(await grants.resolve(join(folder, '100% done, 5%25.csv'))).toBe(join(folder, '100% done, 5%25.csv'));
    expect(await grants.resolve(join(folder, 'dots..in.name'))).toBe(join(folder, 'dots..in.name'));
  });

  it('includes single files, without their neighbours', async () => {
    await grants.grantFile(join(root, 'secret.txt'));
    expect(await grants.resolve(join(root, 'secret.txt'))).toBe(join(root, 'secret.txt'));
    await expect(grants.resolve(join(root, 'other.txt'))).rejects.toMatchObject({
      fault: { code: 'outside-granted-folder' },
    });
  });

  it('is told apart from what is missing inside', async () => {
    await expect(grants.resolve(join(folder, 'no', 'such.csv'))).rejects.toMatchObject({
      fault: { code: 'not-found' },
    });
  });
});

describe('what was not granted', () => {
  const ways: [string, (base: string, inside: string) => string][] = [
    ['a file outside', (base) => `${base}/secret.txt`],
    ['a missing file outside', (base) => `${base}/no/such/file`],
    ['the folder above', (base) => base],
    ['a folder that begins alike', (base) => `${base}/maps-secret/a.txt`],
    ['..', (_, inside) => `${inside}/../secret.txt`],
    ['.. that comes back', (_, inside) => `${inside}/../maps/one.journey.json`],
    ['encoded ..', (_, inside) => `${inside}/%2e%2e/secret.txt`],
    ['encoded separators', (_, inside) => `${inside}/..%2fsecret.txt`],
    ['doubly encoded ..', (_, inside) => `${inside}/%252e%252e/secret.txt`],
    ['doubly encoded separators', (_, inside) => `${inside}%252f..%252fsecret.txt`],
    ['an encoded separator alone', (_, inside) => `${inside}/clinic%2fx.csv`],
    ['backslashes', (_, inside) => `${inside}\\..\\secret.txt`],
    ['encoded backslashes', (_, inside) => `${inside}/..%5csecret.txt`],
    ['NUL', (_, inside) => `${inside}/one.journey.json\0.png`],
    ['encoded NUL', (_, inside) => `${inside}/one.journey.json%00.png`],
    ['a relative path', () => 'maps/one.journey.json'],
    ['an empty path', () => ''],
    ['an address', (_, inside) => `file://${inside}/one.journey.json`],
    ['a link to a folder outside', (_, inside) => `${inside}/way-out/secret.txt`],
    ['a link to a file outside', (_, inside) => `${inside}/secret-link.txt`],
    ['a link to a missing file outside', (_, inside) => `${inside}/dangling.txt`],
    ['a system file', () => '/etc/passwd'],
    ['a process file', () => '/proc/self/environ'],
  ];
  for (const [name, make] of ways) {
    it(`stays out of reach: ${name}`, async () => {
      await expect(grants.resolve(make(root, folder))).rejects.toMatchObject({
        fault: { code: 'outside-granted-folder' },
      });
    });
  }
});
