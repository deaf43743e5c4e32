/** Feeds one reader, case after case, and says what came of each. Whoever started it kills it where it hangs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createRandom } from '../../shared/decisions/random';
import type { FuzzMessage, FuzzOrder } from './harness';
import { answerOfFault, checkPrototypes } from './reader';
import { READERS } from './readers';

const order = JSON.parse(process.argv[2] ?? '') as FuzzOrder;
/** Resolves once the message is on its way: what is said before a reader hangs or dies has to arrive. */
const send = (message: FuzzMessage) =>
  new Promise<void>((resolve) => process.send?.(message, undefined, undefined, () => resolve()));

/** Every case has random numbers of its own, so that one can be repeated alone. */
const randomOf = (number: number) => createRandom((order.seed * 1_000_003 + number * 7_919) % 2_147_483_647);

const reader = await READERS[order.reader]();
for (let number = order.from; number < order.to; number++) {
  const random = randomOf(number);
  const { bytes, how } = await reader.make(random);
  if (order.keep) {
    mkdirSync(dirname(order.keep), { recursive: true });
    writeFileSync(order.keep, bytes);
  }
  await send({ type: 'begun', number, how });
  const since = performance.now();
  let answer = '';
  let flaw: string | null = null;
  try {
    answer = await reader.read(bytes, random).catch(answerOfFault);
    checkPrototypes();
  } catch (error) {
    flaw = error instanceof Error ? (error.stack ?? error.message).slice(0, 2_000) : String(error);
  }
  await send({ type: 'ended', number, answer, flaw, took: performance.now() - since, size: bytes.length });
}
process.disconnect();
