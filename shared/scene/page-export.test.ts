import { describe, expect, it } from 'vitest';
import { createConnection, createElement, createMeasurement, createMetric } from '../document/create';
import type { JourneyMap, Measurement } from '../document/schema';
import { mapFromModel } from '../document/templates';
import { everyPrimitive } from '../figures/missing-characters';
import type { Primitive } from '../figures/primitives';
import type { MeasureText } from '../figures/text';
import { THEMES } from '../figures/theme';
import { overlaySettings } from '../metrics/overlay-settings';
import { exportRequest } from './export-request';
import { exportPages } from './page-export';

/** A font whose letters are all 0.55 of its size wide. */
const measure: MeasureText = (text, font) => text.length * font.size * 0.55;

function sample(): JourneyMap {
  const map = mapFromModel('three-phases', 'es', 'Suscripción de comida');
  map.description = 'Cómo una familia encuentra y conserva su suscripción';
  map.revision = 12;
  map.revisedOn = '2026-11-21';
  const lanes = Object.values(map.lanes);
  const laneFor = (kind: 'touchpoint' | 'pain-point' | 'answer') =>
    lanes.find(({ kinds }) => kinds.includes(kind))?.id ?? null;
  const stage = Object.values(map.elements)[0]?.id ?? null;
  const cards = [
    createElement('touchpoint', {
      id: 'shop',
      order: 'a1',
      title: 'Tienda',
      lane: laneFor('touchpoint'),
      stage,
      x: 10,
      y: 10,
      momentOfTruth: true,
    }),
    createElement('touchpoint', {
      id: 'chat',
      order: 'a2',
      title: 'Chat',
      lane: laneFor('touchpoint'),
      stage,
      x: 10,
      y: 80,
    }),
    createElement('pain-point', {
      id: 'cost',
      order: 'a3',
      title: 'Gastos de envío',
      lane: laneFor('pain-point'),
      stage,
      x: 10,
      y: 10,
    }),
    createElement('answer', {
      id: 'total',
      order: 'a4',
      title: 'Precio total',
      lane: laneFor('answer'),
      stage,
      x: 10,
      y: 10,
    }),
    createElement('persona', {
      id: 'lucía1'.replace('í', 'i'),
      order: 'a5',
      title: 'Lucía García',
      role: 'Diseñadora',
    }),
  ];
  for (const card of cards) map.elements[card.id] = card;
  map.connections.w1 = createConnection({ id: 'w1', type: 'flow', from: 'shop', to: 'chat' });
  map.connections.w2 = createConnection({ id: 'w2', type: 'relation', from: 'cost', to: 'total' });
  map.sources.src = {
    id: 'src',
    name: 'tienda.csv',
    hash: 'a'.repeat(64),
    importedAt: '2026-11-20T10:00:00Z',
    rows: 12,
    recipe: {},
  };
  map.metrics.conv = createMetric({
    id: 'conv',
    title: 'Conversión',
    unit: 'percent',
    currency: '',
    decimals: 1,
    direction: 'higher',
    target: 0.03,
    source: 'src',
    order: 'a0',
  });
  map.measurements.m1 = createMeasurement({
    id: 'm1',
    metric: 'conv',
    element: 'shop',
    target: null,
    points: [
      { period: '2026-W46', value: 0.025 },
      { period: '2026-W47', value: 0.021 },
    ],
  });
  return map;
}

const CONVERSION = overlaySettings({ metrics: ['conv'] });

const textsOf = (primitives: readonly Primitive[]) =>
  [...everyPrimitive(primitives)].flatMap((primitive) => (primitive.type === 'text' ? [primitive.text] : []));

const texts = (map: JourneyMap, values: Partial<Parameters<typeof exportRequest>[0]> = {}) =>
  textsOf(
    exportPages(map, exportRequest({ format: 'pdf', language: 'es', ...values }), measure).pages[0]?.primitives ?? [],
  );

describe('what an export shows', () => {
  it('puts title, facts and personas above the map', () => {
    const shown = texts(sample());
    for (const text of [
      'Suscripción de comida',
      'Cómo una familia encuentra y conserva su suscripción',
      'Actual',
      '21 nov 2026 · Versión 12',
      'LG',
      'Lucía García',
      'Diseñadora',
    ]) {
      expect(shown).toContain(text);
    }
    expect(texts(sample(), { language: 'en' })).toContain('21 Nov 2026 · Version 12');
    expect(texts(sample(), { titleBlock: false })).not.toContain('Suscripción de comida');
  });

  it('explains the kinds and lines that there are, and no others', () => {
    const shown = texts(sample());
    for (const text of [
      'Punto de contacto',
      'Punto de dolor',
      'Respuesta',
      'Persona',
      'Recorrido del cliente',
      'Momento de la verdad',
    ]) {
      expect(shown).toContain(text);
    }
    for (const text of ['Desvío', 'Hito', 'Nota', 'Etapa']) expect(shown).not.toContain(text);
    expect(texts(sample(), { legend: false })).not.toContain('Punto de dolor');
  });

  it('leaves hidden rows and the unselected out of the legend', () => {
    const map = sample();
    const pains = map.elements.cost?.lane ?? '';
    map.lanes[pains]!.hidden = true;
    expect(texts(map)).not.toContain('Punto de dolor');
    const selected = texts(sample(), { selection: ['shop', 'chat'] });
    expect(selected).toContain('Tienda');
    expect(selected).not.toContain('Gastos de envío');
    expect(selected).not.toContain('Respuesta');
    expect(selected).not.toContain('Momento de la verdad');
    expect(texts(sample(), { selection: ['cost'], overlay: CONVERSION })).not.toContain('Conversión');
    expect(selected).toContain('Recorrido del cliente');
    expect(selected.some((text) => text.includes('idea de contenido'))).toBe(false);
  });

  it('names the overlay, its scale, period, source and day of import', () => {
    const shown = texts(sample(), { overlay: CONVERSION });
    for (const text of [
      'Conversión',
      'lejos del objetivo',
      'en el objetivo',
      'Semana del 16 nov 2026',
      'Fuente: tienda.csv, importada el 20 nov 2026',
      '2,1 %'.replace(' ', '\u00a0'),
    ]) {
      expect(shown).toContain(text);
    }
    expect(texts(sample(), { overlay: overlaySettings({ metrics: ['nothing'] }) })).not.toContain('Conversión');
  });

  it('says what the numbers are judged by and compared with, and what their signs mean', () => {
    const map = sample();
    map.metrics.conv = createMetric({ ...map.metrics.conv!, warning: 0.01, compareWith: 'year' });
    map.measurements.m1 = createMeasurement({
      ...map.measurements.m1!,
      points: [
        { period: '2025-W47', value: 0.03 },
        { period: '2026-W46', value: 0.021, n: 12 },
      ],
    });
    map.measurements.m2 = createMeasurement({
      id: 'm2',
      metric: 'conv',
      element: 'chat',
      points: [{ period: '2026-W47', value: 0.3 }],
    });
    const shown = texts(map, { overlay: { ...CONVERSION, evidence: true } }).map((text) =>
      text.replaceAll('\u00a0', ' '),
    );
    for (const text of [
      'objetivo 3,0 %',
      'alerta más allá de 1,0 %',
      '≈ 2,1 %',
      '≈ menos de 30 casos o periodo incompleto',
      'valor de un periodo anterior',
      'Supuesto',
      'Medido',
    ]) {
      expect(shown).toContain(text);
    }
    map.metrics.conv = createMetric({ ...map.metrics.conv, baseline: 0.25, compareWith: 'baseline' });
    expect(texts(map, { overlay: CONVERSION }).map((text) => text.replaceAll('\u00a0', ' '))).toContain(
      '▲▼ frente al valor de referencia de 25,0 %',
    );
  });

  it('shows the values of stages, connections and of the whole map, and where they come from', () => {
    const map = sample();
    const stage = map.elements.shop!.stage!;
    const count = { aggregation: 'sum', decimals: 0, target: null, source: null } as const;
    map.metrics.conv = createMetric({ ...map.metrics.conv!, ...count, unit: 'number', title: 'Visitas' });
    const on = (id: string, where: Partial<Measurement>, value: number) =>
      createMeasurement({ id, metric: 'conv', ...where, points: [{ period: '2026-W47', value }] });
    map.measurements = {
      a: on('a', { element: 'shop' }, 1200),
      b: on('b', { element: 'chat' }, 34),
      c: on('c', { connection: 'w1' }, 777),
      d: on('d', {}, 99_999),
    };
    const shown = texts(map, { overlay: CONVERSION });
    for (const text of ['1234', '777', '99.999', 'Bajo las etapas: suma de sus tarjetas', 'introducido a mano'])
      expect(shown).toContain(text);
    expect(shown).toContain('Grosor de las líneas: Visitas, hasta 777');
    map.measurements = { ...map.measurements, e: on('e', { element: stage }, 1000) };
    const own = texts(map, { overlay: CONVERSION });
    expect(own).not.toContain('1234');
    expect(own).toContain('Bajo las etapas: medido en la propia etapa');
    const bare = texts(map, { overlay: { ...CONVERSION, stages: false, connections: false } });
    expect(bare).not.toContain('777');
    expect(bare.some((text) => text.startsWith('Bajo las etapas'))).toBe(false);
  });

  it('shows parts of the customers side by side, and says whose numbers they are', () => {
    const map = sample();
    const of = (segment: string, persona: string | null, value: number) =>
      createMeasurement({
        id: `m-${segment}-${persona}`,
        metric: 'conv',
        element: 'shop',
        segment,
        persona,
        points: [{ period: '2026-W47', value }],
      });
    map.measurements.new = of('Nuevos', null, 0.5);
    map.measurements.lucia = of('Lucía', 'luci1', 0.25);
    const groups = [
      { segment: '', persona: null },
      { segment: 'Nuevos', persona: null },
    ];
    const shown = texts(map, { overlay: { ...CONVERSION, groups } }).map((text) => text.replaceAll('\u00a0', ' '));
    expect(shown).toContain('Todos los clientes · Nuevos');
    for (const text of ['2,1 %', '50,0 %', 'Nuevos']) expect(shown).toContain(text);
    expect(shown).not.toContain('25,0 %');
  });

  it('has no scale where there is no target', () => {
    const map = sample();
    map.metrics.conv = createMetric({ ...map.metrics.conv!, target: null });
    expect(texts(map, { overlay: CONVERSION })).not.toContain('en el objetivo');
  });

  it('stays within the content’s width, with the map below the title', () => {
    const { pages } = exportPages(sample(), exportRequest({ format: 'pdf', margin: 0, language: 'es' }), measure);
    const [title, map, legend] = pages[0]!.primitives;
    expect([title, map, legend].map((part) => part?.type)).toEqual(['group', 'group', 'group']);
    const tops = [title, map, legend].map((part) => (part?.type === 'group' ? part.y : Number.NaN));
    expect(tops[0]).toBe(0);
    expect(tops[1]).toBeGreaterThan(80);
    expect(tops[2]).toBeGreaterThan(tops[1]! + 300);
    const width = pages[0]!.width / 0.75;
    for (const primitive of everyPrimitive(legend?.type === 'group' ? legend.children : [])) {
      if (primitive.type === 'text') expect(primitive.x).toBeLessThan(width);
    }
  });

  it('cuts only a PDF into tiles', () => {
    const poster = { page: 'A4', tilesAcross: 3 } as const;
    expect(exportPages(sample(), exportRequest({ format: 'pdf', ...poster }), measure).pages.length).toBeGreaterThan(3);
    expect(exportPages(sample(), exportRequest({ format: 'png', ...poster }), measure).pages).toHaveLength(1);
  });

  it('has a background or none, in the colours of the theme', () => {
    const background = (values: object) =>
      exportPages(sample(), exportRequest({ format: 'png', ...values }), measure).background;
    expect(background({})).toBe(THEMES.light.canvas);
    expect(background({ theme: 'dark' })).toBe(THEMES.dark.canvas);
    expect(background({ background: false })).toBeNull();
  });

  it('copes with a map that holds nothing, and with endless names', () => {
    const map = mapFromModel('blank', 'en');
    expect(texts(map, { language: 'en' })).toContain('Journey map');
    map.title = 'word '.repeat(500);
    map.description = 'x'.repeat(5000);
    for (let index = 0; index < 40; index++) {
      const persona = createElement('persona', {
        id: `p${index}`,
        order: `a${String(index).padStart(2, '0')}`,
        title: 'Somebody '.repeat(30),
      });
      map.elements[persona.id] = persona;
    }
    const shown = texts(map, { language: 'en' });
    expect(shown.filter((text) => text.startsWith('word'))).toHaveLength(2);
    expect(shown.some((text) => /^\+\d+$/.test(text))).toBe(true);
  });
});
