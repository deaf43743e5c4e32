import { constants, copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FaultError } from '../../../shared/api/faults';
import { DATA_LIMITS } from '../../../shared/metrics/dataset';
import { withFaults } from '../files/system-fault';
import { ByteSurvey, readChunks } from './byte-stream';
import { delimiterOf, readDelimited } from './csv/read-csv';
import { PlainScan } from './csv/scan';
import { beginsAsJson, checkText, kindOf, readHead } from './detect-kind';
import { type Engine, openEngine } from './engine';
import { readJson } from './json/read-json';
import { readParquet } from './parquet/read-parquet';
import type { Argument } from './requests';
import type { ReadFile, Reading, Session, Work } from './session';
import { sampleText } from './text-sample';
import { readWorkbook } from './xlsx/read-workbook';

/**
 * Reads a data file into DuckDB, whatever it is. Works on a copy, so that DuckDB is never let near the user's own file
 * and nobody can change it meanwhile. `onEngine` learns of DuckDB as soon as there is one, to stop it.
 * Throws the `data-…` faults.
 */
export async function openSession(
  { path, folder, memory, threads, options }: Argument<'open'>,
  work: Work,
  onEngine: (engine: Engine) => void,
): Promise<Session> {
  const [source, workingCopy, spill] = [join(folder, 'source'), join(folder, 'rows'), join(folder, 'spill')];
  await withFaults(path, async () => {
    const { size } = await stat(path);
    if (size > DATA_LIMITS.fileBytes)
      throw new FaultError({ code: 'too-large', detail: String(DATA_LIMITS.fileBytes / 1024 ** 2) });
    if (path !== source) await copyFile(path, source, constants.COPYFILE_FICLONE);
  });
  await mkdir(spill);
  const reading: Reading = {
    path: source,
    workingCopy,
    options,
    work,
    async engine(readable) {
      const engine = await openEngine({ readable, spill, memory, threads });
      onEngine(engine);
      return engine;
    },
  };
  const { engine, facts, hash, bytes } = await readAny(reading);
  work.check();
  await Promise.all([source, workingCopy].map((file) => rm(file, { force: true })));
  return { engine, facts: { ...facts, hash, bytes } };
}

async function readAny(reading: Reading): Promise<ReadFile & { hash: string; bytes: number }> {
  const { path, work, options } = reading;
  const { head, tail, size } = await readHead(path);
  if (size === 0) throw new FaultError({ code: 'data-empty' });
  const kind = kindOf(head, tail);
  if (kind !== 'text') {
    const { hash, bytes } = await surveyed(reading, null, 0);
    return { ...(await (kind === 'archive' ? readWorkbook(reading) : readParquet(reading))), hash, bytes };
  }
  const sample = sampleText(head, options.encoding);
  const isJson = beginsAsJson(sample.text) && options.delimiter === null;
  if (!isJson) checkText(sample.text);
  const { delimiter, namesDelimiter } = delimiterOf(sample.text);
  const chosen = options.delimiter ?? delimiter;
  const scan = !isJson && sample.encoding === 'utf-8' ? new PlainScan(chosen) : null;
  const { hash, bytes, isUtf8 } = await surveyed(reading, scan, sample.mark);
  const isLater1252 = sample.encoding === 'utf-8' && !isUtf8 && options.encoding === null;
  const encoding = isLater1252 ? 'windows-1252' : sample.encoding;
  work.check();
  const read = isJson
    ? await readJson(reading, encoding)
    : await readDelimited(reading, { encoding, delimiter: chosen, namesDelimiter, scan: isUtf8 ? scan : null });
  return { ...read, hash, bytes };
}

/** Goes through the whole file once. */
async function surveyed({ path, work }: Reading, scan: PlainScan | null, mark: number) {
  const survey = new ByteSurvey();
  let skipped = mark;
  for await (const chunk of readChunks(path, work, [0, 0.2])) {
    survey.add(chunk);
    scan?.add(skipped > 0 ? chunk.subarray(skipped) : chunk);
    skipped = 0;
  }
  return survey.finish();
}
