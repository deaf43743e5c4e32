import { readDraft, writeDraft } from '../../electron/services/drafts/draft-file';
import { makeExport } from '../../electron/services/export/make-export';
import { sha256 } from '../../electron/services/files/hash';
import { findHints } from '../../shared/analysis/hints';
import { searchMap } from '../../shared/analysis/search';
import { compareMaps } from '../../shared/comparison/difference';
import { mergeMaps } from '../../shared/comparison/merge';
import { splitConflict } from '../../shared/document/conflict-marks';
import { readMap, validateMap } from '../../shared/document/read';
import { decode } from '../../shared/document/runtime';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { parseCards, pasteCards, serialiseCards } from '../../shared/interchange/cards-clipboard';
import { titlesFromLines } from '../../shared/interchange/lines';
import { exportRequest } from '../../shared/scene/export-request';
import { dangersIn } from '../fixtures/harmless-svg';
import { smallMap } from '../fixtures/small-map';
import { mutate, mutateJson, oneOf } from './mutate';
import { answerOfRefusal, Flaw, frozen, type OpenReader } from './reader';
import { mapTexts, steadyMap } from './seeds';

/** Drawing takes a thousand times as long as reading: some of those that open are drawn. */
const DRAWN = 0.02;

/** Every other input is spoilt as JSON, so that it gets past the parser. */
const jsonOrBytes = (texts: readonly string[]): Pick<Awaited<ReturnType<OpenReader>>, 'make'> => {
  const seeds = texts.map((text) => Buffer.from(text));
  return {
    async make(random) {
      const seed = oneOf(random, seeds);
      return (random() < 0.5 && mutateJson(seed.toString(), random)) || mutate(seed, random, seeds);
    },
  };
};

/** What opens must do all that a map does: be written and read again as the same, be looked through, be drawn. */
async function checkWhole(map: JourneyMap, isDrawn: boolean): Promise<void> {
  frozen(map);
  const text = writeMap(map);
  const again = readMap(text);
  if (again.status !== 'ok') throw new Flaw(`opens, but not after saving: ${answerOfRefusal(again)}`);
  if (writeMap(again.map) !== text) throw new Flaw('is another map after saving');
  findHints(map);
  searchMap(map, 'a');
  if (!isDrawn) return;
  const { bytes } = await makeExport(map, exportRequest({ format: 'svg' }));
  const dangers = dangersIn(Buffer.from(bytes).toString());
  if (dangers.length > 0) throw new Flaw(`a picture with ${dangers.join(', ')}`);
}

export const mapReader: OpenReader = async () => ({
  ...jsonOrBytes(mapTexts()),
  async read(input, random) {
    const result = readMap(input);
    if (result.status !== 'ok') {
      if (result.status === 'too-new' && result.map) frozen(result.map);
      return answerOfRefusal(result);
    }
    await checkWhole(result.map, random() < DRAWN);
    return 'opens';
  },
});

/** As a page does: what git left is taken apart, and each side is a map or none. */
export const conflictReader: OpenReader = async () => {
  const [first = ''] = mapTexts();
  const other = first.replace('"title": "', '"title": "Other ');
  const marked = (base: string) =>
    first.replace(/^ {2}"title".*$/m, (line) => `<<<<<<< HEAD\n${line}\n${base}=======\n  "title": "B",\n>>>>>>> side`);
  const whole = `<<<<<<< ours\n${first}||||||| base\n${first}=======\n${other}>>>>>>> theirs\n`;
  const seeds = [marked(''), marked('||||||| 1a2b3c\n  "title": "A",\n'), whole].map((text) => Buffer.from(text));
  return {
    make: async (random) => mutate(oneOf(random, seeds), random, seeds),
    async read(input) {
      let text = '';
      try {
        text = decode(input);
      } catch {
        // Then there are no sides; the map itself says what is wrong.
      }
      const sides = splitConflict(text);
      if (!sides) {
        const result = readMap(input);
        return result.status === 'ok' ? 'no conflict' : answerOfRefusal(result);
      }
      const [ours, theirs, base] = [sides.ours.text, sides.theirs.text, sides.base ?? ''].map((side) => {
        const result = readMap(side);
        if (result.status === 'ok') return frozen(result.map);
        answerOfRefusal(result);
        return null;
      });
      if (!ours || !theirs) return ours || theirs ? 'one side' : 'no side';
      const { map } = mergeMaps(base ?? ours, ours, theirs);
      const merged = validateMap(structuredClone(map));
      if ('fault' in merged) throw new Flaw(`merged into a damaged map: ${merged.fault.path} ${merged.fault.reason}`);
      compareMaps(ours, theirs);
      return 'merged';
    },
  };
};

export const clipboardReader: OpenReader = async () => {
  const map = steadyMap();
  const target = frozen(smallMap());
  const texts = [map, smallMap()].map((one) => serialiseCards(one, Object.keys(one.elements), () => ({ x: 4, y: 9 })));
  const lines = [
    '- one\n- two\n\t☐ three\n1. four',
    '"Too dear", they say\n"two\nlines"\tb\r\nx\t\ty',
    '• a\r\r\n(2) b',
  ];
  const cards = jsonOrBytes(texts);
  const seeds = [...lines, ...texts].map((text) => Buffer.from(text));
  return {
    make: async (random) =>
      random() < 0.75 ? cards.make(random) : mutate(oneOf(random, seeds.slice(0, lines.length)), random, seeds),
    async read(input) {
      // A clipboard holds text, whatever its bytes were.
      const text = new TextDecoder().decode(input);
      const parsed = parseCards(text);
      if (!parsed) return titlesFromLines(text).length > 0 ? 'lines' : 'nothing';
      const pasted = pasteCards(frozen(parsed), target);
      const result = structuredClone(target) as JourneyMap;
      Object.assign(result.pictures, pasted.pictures);
      for (const element of pasted.elements) result.elements[element.id] = element;
      for (const connection of pasted.connections) result.connections[connection.id] = connection;
      const checked = validateMap(result);
      if ('fault' in checked) throw new Flaw(`pasting damages the map: ${checked.fault.path} ${checked.fault.reason}`);
      return 'cards';
    },
  };
};

export const draftReader: OpenReader = async () => {
  const texts = mapTexts();
  const process = { computer: 'one', pid: 1, boot: 'x', started: '1' };
  const header = { path: '/maps/a.journey.json', mapId: 'm', title: 'A', baseHash: sha256(Buffer.from('x')) };
  const about = { ...header, savedAt: '2026-11-22T01:00:00.000Z', session: 's', process };
  const seeds = texts.map((text) => Buffer.from(writeDraft(about, text)));
  const headers = seeds.map((seed) => seed.subarray(0, seed.indexOf(10)).toString());
  return {
    async make(random) {
      const at = Math.floor(random() * seeds.length);
      const changed = random() < 0.6 ? mutateJson(headers[at] ?? '', random) : null;
      if (!changed) return mutate(oneOf(random, seeds), random, seeds);
      const line = JSON.stringify(JSON.parse(Buffer.from(changed.bytes).toString()));
      return { ...changed, bytes: Buffer.concat([Buffer.from(`${line}\n`), Buffer.from(texts[at] ?? '')]) };
    },
    async read(input) {
      const draft = readDraft(input);
      if (!draft) return 'damaged';
      const result = readMap(draft.text);
      return result.status === 'ok' ? 'recovered' : `recovered, ${answerOfRefusal(result)}`;
    },
  };
};
