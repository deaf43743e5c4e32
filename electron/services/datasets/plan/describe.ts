import { normaliseName } from '../../../../shared/analysis/normalise-name';
import { createTranslator } from '../../../../shared/language/translator';
import { recogniseMeasure } from '../../../../shared/metrics/catalogue/recognise';
import type { ColumnDescription, Description } from '../../../../shared/metrics/described';
import type { MapOutline } from '../../../../shared/metrics/map-outline';
import { isTotal, TargetMatcher } from '../../../../shared/metrics/match-targets';
import { readPeriod } from '../../../../shared/metrics/read-periods';
import { suggestRecipe } from '../../../../shared/metrics/suggest-recipe';
import type { Argument } from '../requests';
import type { Session, Work } from '../session';
import { bodyOf, columnNames, foundHeader, without } from './body';
import { type Survey, survey } from './survey';

/** Columns with more different texts are described without them. */
const MOST_TEXTS = 100;
const MOST_TOTALS = 20;

/** Finds out what each column of a table holds, over all its rows, and a recipe that suits. */
export async function describeTable(
  { outline, header: chosen }: Argument<'describe'>,
  session: Session,
  work: Work,
): Promise<Description> {
  const { engine, facts } = session;
  const header = chosen === undefined ? await foundHeader(session) : chosen;
  const names = await columnNames(session, header);
  const { from } = bodyOf(session, { header, skippedLines: [] });
  const [[rows] = []] = await engine.all(`SELECT count(*) FROM ${from}`);
  const known = new Known(outline);
  const look = async (relation: string) => {
    const found: Survey[] = [];
    for (const index of names.keys()) {
      work.check();
      work.progress(index / names.length);
      const typed = (facts.columns[index]?.cells?.number ?? 0) > 0;
      found.push(await survey({ engine, from: relation, cell: `c${index}`, typed }));
    }
    const columns = names.flatMap((name, index) => (found[index] ? describe(index, name, found[index], known) : []));
    const suggestion = suggestRecipe({
      columns,
      header,
      facts: { encoding: facts.encoding, delimiter: facts.delimiter, sheet: facts.sheet },
      t: createTranslator(outline.language),
    });
    const totals = found.map(({ texts }) => (texts ?? []).filter(({ text }) => isTotal(text) && !known.isName(text)));
    return { columns, suggestion, totals };
  };
  const first = await look(from);
  const card = first.suggestion.columns.find(({ role }) => role === 'card')?.index ?? 0;
  // Their rows are left out: what stands in them says nothing about how to read the others.
  const leftOut = (first.totals[card] ?? []).map(({ text }) => text);
  const { columns, suggestion } = leftOut.length > 0 ? await look(without(from, card, leftOut)) : first;
  const totals = first.totals.flat();
  return {
    header,
    rows: Number(rows),
    columns,
    totals: totals.slice(0, MOST_TOTALS).map(({ line, text }) => ({ line, name: text })),
    totalCount: totals.reduce((sum, one) => sum + one.rows, 0),
    suggestion,
  };
}

/** The names of a map. */
class Known {
  readonly #matcher: TargetMatcher;
  readonly #personas: ReadonlySet<string>;

  constructor(outline: MapOutline) {
    this.#matcher = new TargetMatcher(outline);
    this.#personas = new Set(
      outline.elements.flatMap(({ kind, title }) => (kind === 'persona' ? normaliseName(title) : [])),
    );
  }

  isName = (text: string) => this.#matcher.knows(text);
  isPersona = (text: string) => this.#personas.has(normaliseName(text));
}

function describe(index: number, name: string, found: Survey, known: Known): ColumnDescription {
  const texts = found.texts?.map(({ text }) => text) ?? found.examples;
  const share = (test: (text: string) => boolean) => texts.filter(test).length / Math.max(texts.length, 1);
  const period = readPeriod(name, 'day-first');
  return {
    index,
    name,
    filled: found.filled,
    missing: found.missing,
    numbers: found.numbers,
    dates: found.dates,
    distinct: found.distinct,
    isEstimate: found.isEstimate,
    examples: found.examples,
    number: found.numbers + found.number.tooLarge > 0 ? found.number : null,
    date: found.dates > 0 ? found.date : null,
    onMap: share(known.isName),
    personas: share(known.isPersona),
    measure: recogniseMeasure(name)?.id ?? null,
    period: period.type === 'period' ? period.period : null,
    texts:
      found.texts && found.texts.length <= MOST_TEXTS
        ? found.texts.map(({ text, rows: count }) => ({
            text,
            rows: count,
            measure: recogniseMeasure(text)?.id ?? null,
          }))
        : null,
  };
}
