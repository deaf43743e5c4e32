import { memo, useMemo } from 'react';
import { cardsOf } from '../../shared/document/create';
import type { JourneyMap } from '../../shared/document/schema';
import { paintCanvas } from '../../shared/figures/paint-canvas';
import type { Primitive } from '../../shared/figures/primitives';
import type { Language } from '../../shared/language/translator';
import { mapScene } from '../../shared/scene/map-scene';
import { mapFromTemplate } from '../../shared/templates/build';
import { TEMPLATE_IDS, TEMPLATES, type TemplateId } from '../../shared/templates/registry';
import { usePicture } from '../store/picture';
import { useLanguage, useTexts } from '../store/texts';

/** What a choice makes when it is taken. */
export type MakeMap = (language: Language, title: string) => JourneyMap;

/** Whole maps to start from, each with its picture in small. */
export function TemplateChoices({
  name,
  chosen,
  language,
  onChoose,
}: {
  /** Of the radio buttons, which those of other choices share. */
  name: string;
  chosen: string | null;
  language: Language;
  onChoose: (id: TemplateId, make: MakeMap) => void;
}) {
  const t = useTexts();
  const { context } = usePicture();
  return (
    <fieldset className="plain-fieldset new-map-templates">
      <legend className="section-title">{t('library.templates.whole')}</legend>
      {TEMPLATE_IDS.map((id) => (
        <Choice
          key={id}
          name={name}
          id={id}
          checked={id === chosen}
          language={language}
          onChoose={() => onChoose(id, (into, title) => mapFromTemplate(TEMPLATES[id], into, context, title))}
        />
      ))}
    </fieldset>
  );
}

function Choice({
  name,
  id,
  checked,
  language,
  onChoose,
}: {
  name: string;
  id: TemplateId;
  checked: boolean;
  language: Language;
  onChoose: () => void;
}) {
  const t = useTexts();
  const at = useLanguage() === 'es' ? 1 : 0;
  const { context } = usePicture();
  const map = useMemo(() => mapFromTemplate(TEMPLATES[id], language, context), [id, language, context]);
  const { title, hint } = TEMPLATES[id];
  return (
    <label className="new-map-model">
      <input type="radio" className="visually-hidden" name={name} value={id} checked={checked} onChange={onChoose} />
      <span className="new-map-name">
        <strong>{title[at]}</strong>
        <span>{hint[at]}</span>
      </span>
      <MapPicture map={map} />
      <span className="new-map-facts">{t('library.own.cards', { count: cardsOf(map).length })}</span>
    </label>
  );
}

/** Of the picture, in CSS pixels; it is painted for screens of twice as many. */
const WIDTH = 226;
const HEIGHT = 128;
const SHARPNESS = 2;

/** A map in small, as one element: its shapes are too many for the page. At this size no text could be read. */
const MapPicture = memo(function MapPicture({ map }: { map: JourneyMap }) {
  const { context } = usePicture();
  const { box, primitives } = useMemo(() => {
    const scene = mapScene(map, { context, overlay: null, emotionCurve: 'stages', plainLines: true, selection: null });
    return { box: scene.box, primitives: withoutTexts(scene.primitives) };
  }, [map, context]);
  const paint = (canvas: HTMLCanvasElement | null) => {
    const to = canvas?.getContext('2d');
    if (!to) return;
    const scale = Math.min(WIDTH / box.width, HEIGHT / box.height);
    to.setTransform(1, 0, 0, 1, 0, 0);
    to.clearRect(0, 0, WIDTH * SHARPNESS, HEIGHT * SHARPNESS);
    to.scale(SHARPNESS * scale, SHARPNESS * scale);
    to.translate((WIDTH / scale - box.width) / 2 - box.x, -box.y);
    paintCanvas<Path2D, CanvasImageSource>(to, primitives, {
      path: (d) => new Path2D(d),
      picture: () => undefined,
    });
  };
  return (
    <span className="new-map-picture" aria-hidden="true">
      <canvas ref={paint} width={WIDTH * SHARPNESS} height={HEIGHT * SHARPNESS} />
    </span>
  );
});

const withoutTexts = (primitives: readonly Primitive[]): Primitive[] =>
  primitives.flatMap((one): Primitive[] => {
    if (one.type === 'group') return [{ ...one, children: withoutTexts(one.children) }];
    return one.type === 'text' ? [] : [one];
  });
