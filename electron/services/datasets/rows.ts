import type { Answer, Argument } from './requests';
import type { Session } from './session';

/** Rows of the file, by their place in it. */
export async function readRows({ from, count }: Argument<'rows'>, { facts, engine }: Session): Promise<Answer<'rows'>> {
  const cells = facts.columns.map((_, index) => `c${index}`).join(', ');
  const rows = await engine.all(
    `SELECT line, ${cells} FROM cells WHERE place >= ${from} AND place < ${from + count} ORDER BY place`,
  );
  return rows.map(([line, ...texts]) => ({ line: Number(line), cells: texts.map(String) }));
}
