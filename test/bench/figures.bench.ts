/** What follows from a map before anything is drawn: the figures of its cards and where they stand. */
import { produce } from 'immer';
import { createMeasure } from '../../electron/services/export/measure';
import { setFields } from '../../shared/commands/cards';
import { cardsOf } from '../../shared/document/create';
import type { JourneyMap } from '../../shared/document/schema';
import type { FigureContext } from '../../shared/figures/figure';
import { THEMES } from '../../shared/figures/theme';
import { createTranslator } from '../../shared/language/translator';
import { overlaySettings } from '../../shared/metrics/overlay-settings';
import { type FigureMemory, figuresOf } from '../../shared/scene/figures';
import { layoutMap } from '../../shared/scene/layout';
import { overlayScene } from '../../shared/scene/overlay-scene';
import { generatedMap } from '../fixtures/generated-map';
import { inTurn, type Row, report, rowOf } from './measured';

const context = { theme: THEMES.light, language: 'en', t: createTranslator('en') } as const;
const rows: Row[] = [];

for (const cards of [300, 3_000, 10_000]) {
  const map = produce(generatedMap(cards), () => {});
  const about = `${cards.toLocaleString('en')} cards`;
  const titles = cardsOf(map).map((card) => card.title);
  const yardstick = { name: 'measuring each title once', samples: [] as number[] };

  // A measure of its own for each run: what was measured before is remembered.
  const fresh = await inTurn(
    () => picture(map, { ...context, measure: createMeasure() }, new WeakMap()),
    () => {
      const measure = createMeasure();
      for (const title of titles) measure(title, { size: 12.5, weight: 600 });
    },
    { times: 9 },
  );
  yardstick.samples.push(...fresh.yardstick);
  rows.push(rowOf(`figures and layout of ${about}`, fresh.subject, yardstick));
  const each = fresh.subject.map((ms) => (ms * 1000) / cards);
  rows.push(rowOf(`figures and layout, each of ${about}`, each, undefined, 'µs/card'));

  const known = { ...context, measure: createMeasure() };
  const memory: FigureMemory = new WeakMap();
  let edited = map;
  let edits = 0;
  const again = await inTurn(
    () => {
      edited = produce(edited, (draft) => setFields(draft, ['card-7'], { title: `Edit ${edits++}` }));
      picture(edited, known, memory);
    },
    () => [...cardsOf(edited)],
    { times: 30 },
  );
  rows.push(
    rowOf(`edit, figures and layout again, ${about}`, again.subject, {
      name: 'cards in order',
      samples: again.yardstick,
    }),
  );
}
report(rows);

const CONVERSION = overlaySettings({ metrics: ['conversion'] });

function picture(map: JourneyMap, figureContext: FigureContext, memory: FigureMemory) {
  const figures = figuresOf(map, figureContext, overlayScene(map, CONVERSION, figureContext.language).badges, memory);
  return layoutMap(map, figures.of);
}
