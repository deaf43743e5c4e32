/** Reading, writing and one edit, against what JSON alone takes for the same file. */
import { enablePatches, produceWithPatches } from 'immer';
import { setFields } from '../../shared/commands/cards';
import { readMap } from '../../shared/document/read';
import type { JourneyMap } from '../../shared/document/schema';
import { writeMap } from '../../shared/document/write';
import { generatedMap } from '../fixtures/generated-map';
import { inTurn, type Row, report, rowOf } from './measured';

enablePatches();
const rows: Row[] = [];

for (const cards of [300, 3_000, 10_000]) {
  const text = writeMap(generatedMap(cards));
  const bytes = new TextEncoder().encode(text);
  const [map] = produceWithPatches(opened(bytes), (draft) => setFields(draft, ['card-0'], { title: 'Frozen' }));
  const about = `${cards.toLocaleString('en')} cards (${(bytes.length / 1e6).toFixed(1)} MB)`;

  const reading = await inTurn(
    () => opened(bytes),
    () => JSON.parse(text),
  );
  rows.push(rowOf(`read and check ${about}`, reading.subject, { name: 'JSON.parse', samples: reading.yardstick }));

  const writing = await inTurn(
    () => writeMap(map),
    () => JSON.stringify(map, null, 2),
  );
  rows.push(rowOf(`write ${about}`, writing.subject, { name: 'JSON.stringify', samples: writing.yardstick }));

  let edits = 0;
  const editing = await inTurn(
    () => produceWithPatches(map, (draft) => setFields(draft, ['card-7'], { title: `Edit ${edits++}` })),
    () => ({ ...map, elements: { ...map.elements } }),
    { times: 60 },
  );
  rows.push(
    rowOf(`one edit with patches, ${about}`, editing.subject, {
      name: 'copy of the record',
      samples: editing.yardstick,
    }),
  );
}
report(rows);

function opened(bytes: Uint8Array): JourneyMap {
  const result = readMap(bytes);
  if (result.status !== 'ok') throw new Error(`The generated map can't be read: ${JSON.stringify(result)}`);
  return result.map;
}
