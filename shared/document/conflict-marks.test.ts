import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallMap } from '../../test/fixtures/small-map';
import { hasConflictMarks, splitConflict } from './conflict-marks';
import { readMap } from './read';
import type { JourneyMap } from './schema';
import { writeMap } from './write';

const marked = (lines: string[]) => splitConflict(lines.join('\n'));

describe('a file with marks', () => {
  it('is taken apart into its sides, and what they started from', () => {
    expect(
      marked(['a', '<<<<<<< HEAD', 'b', '||||||| 1a2b3c4', 'c', 'd', '=======', '>>>>>>> feature/x y', 'e', '']),
    ).toEqual({
      ours: { name: 'HEAD', text: 'a\nb\ne\n' },
      base: 'a\nc\nd\ne\n',
      theirs: { name: 'feature/x y', text: 'a\ne\n' },
    });
  });

  it('has no start where git wrote none, be it for one place only', () => {
    const plain = ['<<<<<<< HEAD', 'b', '=======', 'c', '>>>>>>> x'];
    expect(marked(plain)?.base).toBeNull();
    expect(marked([...plain, '<<<<<<< HEAD', 'b', '||||||| s', 'q', '=======', 'c', '>>>>>>> x'])?.base).toBeNull();
    expect(marked(plain.map((line) => `${line}\r`))).toEqual({
      ours: { name: 'HEAD', text: 'b\r' },
      theirs: { name: 'x', text: 'c\r' },
      base: null,
    });
  });

  it('whose marks do not fit together is left alone', () => {
    for (const lines of [
      ['a'],
      ['<<<<<<< HEAD', 'a', '======='],
      ['<<<<<<< HEAD', '>>>>>>> x'],
      ['>>>>>>> x', '=======', '<<<<<<< HEAD'],
      ['<<<<<<< HEAD', '<<<<<<< HEAD', '=======', '>>>>>>> x'],
      ['<<<<<<< HEAD', '=======', '=======', '>>>>>>> x'],
      ['<<<<<<< HEAD', '=======', '>>>>>>> x', '======='],
    ]) {
      expect(marked(lines), lines.join('|')).toBeNull();
    }
  });

  it('is told from a map, whatever its cards say', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const map = { ...smallMap(), title: `<<<<<<< ${text}\n=======\n>>>>>>> x`, description: text };
        expect(hasConflictMarks(writeMap(map))).toBe(false);
        expect(splitConflict(writeMap(map))).toBeNull();
      }),
    );
  });
});

describe('what git itself writes', () => {
  const edited = (edit: (map: JourneyMap) => void) => {
    const map = smallMap();
    map.revision++;
    edit(map);
    return map;
  };
  const merge = (style: string[], versions: JourneyMap[]): string => {
    const folder = mkdtempSync(join(tmpdir(), 'periplo-marks-'));
    try {
      const names = ['ours', 'base', 'theirs'];
      for (const [index, map] of versions.entries()) writeFileSync(join(folder, names[index] ?? ''), writeMap(map));
      const options = ['merge-file', '-p', ...style, '-L', 'HEAD', '-L', '1a2b3c4', '-L', 'feature', ...names];
      // Its exit code counts the conflicts.
      return execFileSync('sh', ['-c', `git ${options.join(' ')} || true`], { cwd: folder, encoding: 'utf8' });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const base = smallMap();
  const ours = edited((map) => Object.assign(map.elements.cost ?? {}, { title: 'Costs too much' }));
  const theirs = edited((map) => {
    Object.assign(map.elements.cost ?? {}, { title: 'Shipping is dear' });
    Object.assign(map.elements.shop ?? {}, { title: 'Online shop' });
  });

  it('reads as both maps, and with diff3 as the one before', () => {
    const text = merge(['--diff3'], [ours, base, theirs]);
    expect(readMap(text)).toMatchObject({ status: 'not-json' });
    const sides = splitConflict(text);
    const read = (found: string | null | undefined) => {
      const result = readMap(found ?? '');
      return result.status === 'ok' ? result.map.elements : result.status;
    };
    expect(read(sides?.ours.text)).toMatchObject({ cost: { title: 'Costs too much' }, shop: { title: 'Online shop' } });
    expect(read(sides?.theirs.text)).toMatchObject({ cost: { title: 'Shipping is dear' } });
    expect(read(sides?.base)).toMatchObject({ cost: { title: 'Shipping cost' } });
    expect([sides?.ours.name, sides?.theirs.name]).toEqual(['HEAD', 'feature']);
    expect(splitConflict(merge([], [ours, base, theirs]))?.base).toBeNull();
  });
});
