/**
 * npm run fuzz: 10,000 spoilt inputs to every reader of what comes from outside, which takes about an hour and a half on
 * two cores; `npm test` tries some hundreds each. Then one table of what they answered.
 *
 *   --cases 500            so many each
 *   --reader csv           only this one; may be given several times
 *   --seed 7               other inputs; without it a new seed each time, which is printed
 *   --case 42              only this one, whose input is kept in test-results/fuzz
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { inRoot, tool } from './bootstrap/run.mjs';
import { main, seconds } from './bootstrap/say.mjs';

const READERS = ['map', 'conflict', 'clipboard', 'draft', 'versions', 'csv', 'xlsx', 'json', 'parquet', 'recipe'];

await main(async () => {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '10000' },
      reader: { type: 'string', multiple: true, default: READERS },
      seed: { type: 'string', default: String(1 + Math.floor(Math.random() * 2_000_000)) },
      case: { type: 'string' },
    },
  });
  await ensureDependencies();
  const since = performance.now();
  mkdirSync(inRoot('test-results'), { recursive: true });
  const figures = inRoot('test-results/fuzz.json');
  writeFileSync(figures, '[]');
  const only = values.case === undefined ? null : Number(values.case);
  const settings = { seed: Number(values.seed), cases: Number(values.cases), readers: values.reader, only, figures };
  console.log(`Seed ${settings.seed}`);
  const { code } = await tool('vitest', ['run', 'test/fuzz', '--project', 'node'], {
    env: { PERIPLO_FUZZ: JSON.stringify(settings) },
  });
  for (const line of JSON.parse(readFileSync(figures, 'utf8')).flatMap(linesOf)) console.log(line);
  console.log(
    `\nSeed ${settings.seed}, ${new Date().toISOString().slice(0, 10)}, ${process.platform}, ${seconds(since)}`,
  );
  return code;
});

function linesOf({ reader, cases, answers, flaws, slowest, seconds: took }) {
  const counted = Object.entries(answers).sort(([, a], [, b]) => b - a);
  return [
    `\n${reader}: ${cases} inputs, ${flaws.length} flaws, ${Math.round(took)} s, slowest ${Math.round(slowest.took)} ms (case ${slowest.number})`,
    ...counted.map(([answer, count]) => `  ${String(count).padStart(6)}  ${answer}`),
  ];
}
