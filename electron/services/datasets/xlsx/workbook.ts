import { FaultError } from '../../../../shared/api/faults';
import type { Work } from '../session';
import { type Archive, damaged } from './archive';
import { unescaped } from './cell-text';
import { type NumberStyle, numberStyle } from './number-format';
import { readXml } from './xml';

interface SheetPart {
  name: string;
  hidden: boolean;
  part: string;
}

export interface Workbook {
  sheets: SheetPart[];
  is1904: boolean;
  /** By the number of a cell's style. */
  styles: NumberStyle[];
  texts: string[];
}

/** Reads what all sheets share. Throws faults `data-not-a-table` for other archives than workbooks, `data-damaged`. */
export async function openWorkbook(archive: Archive, work: Work): Promise<Workbook> {
  if (!archive.has('[Content_Types].xml') || !archive.has('_rels/.rels'))
    throw new FaultError({ code: 'data-not-a-table' });
  const root = [...(await relations(archive, '', work)).values()].find(({ type }) => type === 'officeDocument');
  if (!root?.part.toLowerCase().endsWith('.xml')) throw new FaultError({ code: 'data-not-a-table' });
  const related = await relations(archive, root.part, work);
  const sheets: SheetPart[] = [];
  let is1904 = false;
  let isWorkbook = false;
  await readXml(
    await archive.read(root.part),
    root.part,
    {
      open(name, attributes) {
        if (name === 'workbook') isWorkbook = true;
        if (name === 'workbookPr') is1904 = isTrue(attributes.get('date1904'));
        if (name !== 'sheet') return;
        const target = related.get(attributes.get('r:id') ?? '');
        if (target?.type !== 'worksheet') return;
        const hidden = (attributes.get('state') ?? 'visible') !== 'visible';
        sheets.push({ name: attributes.get('name') ?? '', hidden, part: target.part });
      },
    },
    work,
  );
  if (!isWorkbook) throw new FaultError({ code: 'data-not-a-table' });
  if (sheets.length === 0) throw new FaultError({ code: 'data-empty' });
  const partOf = (type: string) => [...related.values()].find((relation) => relation.type === type)?.part;
  const [styles, texts] = [partOf('styles'), partOf('sharedStrings')];
  return {
    sheets,
    is1904,
    styles: styles ? await readStyles(archive, styles, work) : [],
    texts: texts ? await readTexts(archive, texts, work) : [],
  };
}

export const isTrue = (value: string | undefined) => value === '1' || value === 'true';

interface Relation {
  /** The last part of the address that names its type; strict and transitional workbooks differ in the rest. */
  type: string;
  part: string;
}

/** What a part refers to, by id. */
async function relations(archive: Archive, part: string, work: Work): Promise<Map<string, Relation>> {
  const folder = part.includes('/') ? part.slice(0, part.lastIndexOf('/') + 1) : '';
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const found = new Map<string, Relation>();
  await readXml(
    await archive.read(name),
    name,
    {
      open(element, attributes) {
        const target = attributes.get('Target');
        if (element !== 'Relationship' || !target || attributes.get('TargetMode') === 'External') return;
        const type = attributes.get('Type')?.split('/').at(-1) ?? '';
        found.set(attributes.get('Id') ?? '', { type, part: resolved(folder, target) });
      },
    },
    work,
  );
  return found;
}

/** A target is relative to the part's folder, or absolute in the archive. */
function resolved(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

async function readStyles(archive: Archive, part: string, work: Work): Promise<NumberStyle[]> {
  const codes = new Map<number, string>();
  const styles: NumberStyle[] = [];
  let isInCells = false;
  await readXml(
    await archive.read(part),
    part,
    {
      open(name, attributes) {
        if (name === 'numFmt') codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
        if (name === 'cellXfs') isInCells = true;
        if (name !== 'xf' || !isInCells) return;
        const id = Number(attributes.get('numFmtId') ?? 0);
        styles.push(numberStyle(id, codes.get(id)));
      },
      close(name) {
        if (name === 'cellXfs') isInCells = false;
      },
    },
    work,
  );
  return styles;
}

async function readTexts(archive: Archive, part: string, work: Work): Promise<string[]> {
  const texts: string[] = [];
  const collected = new TextCollector();
  await readXml(
    await archive.read(part),
    part,
    {
      open(name) {
        collected.open(name);
      },
      text(text) {
        collected.text(text);
      },
      close(name) {
        collected.close(name);
        if (name === 'si') texts.push(collected.take());
      },
    },
    work,
  );
  return texts;
}

/** Puts together the runs of a rich text, without the pronunciations that stand between them. */
export class TextCollector {
  #text = '';
  #isIn = false;
  #isPhonetic = false;

  open(name: string): void {
    if (name === 't') this.#isIn = !this.#isPhonetic;
    else if (name === 'rPh') this.#isPhonetic = true;
  }

  text(text: string): void {
    if (this.#isIn) this.#text += text;
  }

  close(name: string): void {
    if (name === 't') this.#isIn = false;
    else if (name === 'rPh') this.#isPhonetic = false;
  }

  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

/** The text that a cell refers to. */
export function sharedText({ texts }: Workbook, index: string, part: string): string {
  const text = /^\d+$/.test(index.trim()) ? texts[Number(index)] : undefined;
  if (text === undefined) throw damaged(part);
  return text;
}
