import { describe, expect, it } from 'vitest';
import { cardsOf } from '../../../shared/document/create';
import { THEMES } from '../../../shared/figures/theme';
import { createTranslator, LANGUAGES } from '../../../shared/language/translator';
import { exportRequest } from '../../../shared/scene/export-request';
import { figuresOf } from '../../../shared/scene/figures';
import { layoutMap } from '../../../shared/scene/layout';
import { mapFromTemplate } from '../../../shared/templates/build';
import { TEMPLATE_IDS, TEMPLATES } from '../../../shared/templates/registry';
import { makeExport } from './make-export';
import { createMeasure } from './measure';

const measure = createMeasure();

describe.each(LANGUAGES.flatMap((language) => TEMPLATE_IDS.map((id) => [id, language] as const)))(
  'the template %s in %s, in the real font',
  (id, language) => {
    const context = { measure, theme: THEMES.light };
    const map = mapFromTemplate(TEMPLATES[id], language, context);

    it('lays no card over another', () => {
      const t = createTranslator(language);
      const layout = layoutMap(map, figuresOf(map, { ...context, language, t }, new Map()).of);
      const boxes = cardsOf(map).map((card) => ({ card, box: layout.cards.get(card.id) }));
      const over = boxes.flatMap(({ card, box }, index) =>
        boxes.slice(index + 1).flatMap((other) => {
          if (!box || !other.box) return ['not on the map'];
          const apart =
            box.x + box.width <= other.box.x ||
            other.box.x + other.box.width <= box.x ||
            box.y + box.height <= other.box.y ||
            other.box.y + other.box.height <= box.y;
          return apart ? [] : [`${card.title} / ${other.card.title}`];
        }),
      );
      expect(over).toEqual([]);
    });

    it('is exported on one page without a character that no font has', async () => {
      const file = await makeExport(map, exportRequest({ format: 'svg', language }));
      expect(file.pages).toBe(1);
      expect(file.missing).toEqual([]);
      expect(file.substituted).toEqual([]);
    });
  },
);
