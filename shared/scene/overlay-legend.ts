import type { JourneyMap } from '../document/schema';
import { tintColours, tintSign } from '../figures/badge-tint';
import { EVIDENCE_SIZE, evidenceSign } from '../figures/evidence-sign';
import type { BadgeTint, BadgeValue, FigureContext } from '../figures/figure';
import { iconShape } from '../figures/icon';
import type { Font, Primitive } from '../figures/primitives';
import { formatValue } from '../metrics/format';
import { groupName } from '../metrics/overlay-settings';
import { stageSourceText } from '../metrics/overlay-stages';
import type { ShownMetric } from '../metrics/shown-metric';
import { GROUPS } from '../metrics/tint';
import { LINE_WIDTHS, widthScale } from './connection-values';
import { CHIP, type Entry, labelled, plain, text } from './legend-entries';
import { gapMark, measuredLook, measuredPoint } from './measured-curve';
import { type MetricNotes, metricNotes } from './overlay-notes';
import type { OverlayScene } from './overlay-scene';

const METRIC: Font = { size: 12.5, weight: 600 };
const SMALL: Font = { size: 11.5, weight: 400 };
const SWATCH = { width: 30, height: 16 };
const SAMPLE_WIDTH = 40;

/** Rows of the legend that say what lies over the map; only of what can be seen of it. */
export function overlayRows(
  map: JourneyMap,
  scene: OverlayScene,
  seen: ReadonlySet<string> | null,
  width: number,
  context: FigureContext,
): Entry[][] {
  const isSeen = (id: string) => seen === null || seen.has(id);
  const shown = scene.shown.filter((one) => isMetricSeen(one, seen));
  const notes = metricNotes(map, scene, context.language);
  const rows = shown.map((one) => {
    const note = notes.find(({ id }) => id === one.metric.id);
    return note ? metricRow(one, note, scene, width, context) : [];
  });
  const values = valuesSeen(scene, isSeen);
  const common = [
    ...widthEntry(shown, scene, context),
    ...stageEntries(shown, scene, seen, width, context),
    ...(values.some(({ uncertain }) => uncertain)
      ? [plain(context.t('overlay.legend.few'), SMALL, context.theme.muted, width, context)]
      : []),
    ...(values.some(({ late }) => late) ? [lateEntry(context)] : []),
    ...emotionEntries(map, scene, seen, context),
    ...evidenceEntries(scene, isSeen, context),
  ];
  return [...rows, common].filter((row) => row.length > 0);
}

function isMetricSeen({ overlays }: ShownMetric, seen: ReadonlySet<string> | null): boolean {
  if (seen === null) return true;
  return overlays.some(({ overlay, stages }) => [...stages.keys(), ...overlay.measured].some((id) => seen.has(id)));
}

function valuesSeen(scene: OverlayScene, isSeen: (id: string) => boolean): BadgeValue[] {
  const badges = [...scene.badges].filter(([id]) => isSeen(id)).flatMap(([, { rows }]) => rows);
  const heads = [...scene.heads].filter(([id]) => isSeen(id)).flatMap(([, { values }]) => values);
  return [...badges.flatMap(({ values }) => values), ...heads, ...scene.whole];
}

function metricRow(
  shown: ShownMetric,
  notes: MetricNotes,
  scene: OverlayScene,
  width: number,
  context: FigureContext,
): Entry[] {
  const { theme } = context;
  const facts = [
    notes.groups,
    notes.period,
    notes.target,
    notes.warning,
    notes.compare,
    notes.source,
    ...notes.remarks,
  ];
  return [
    plain(notes.title, METRIC, theme.text, width, context),
    ...scaleEntry(shown, scene, context),
    ...facts.filter((fact) => fact).map((fact) => plain(fact ?? '', SMALL, theme.muted, width, context)),
  ];
}

/** The colours of the numbers, each with its sign. */
function scaleEntry(shown: ShownMetric, { settings }: OverlayScene, context: FigureContext): Entry[] {
  const { t } = context;
  if (settings.tint === 'target') {
    const judged = shown.overlays.some(({ overlay }) =>
      [...overlay.elements.values()].some(({ status }) => status !== 'none'),
    );
    const tints = (['bad', 'near', 'good'] as const).map((status): BadgeTint => ({ by: 'target', status }));
    return judged ? [swatches(tints, t('exported.offTarget'), t('exported.onTarget'), context)] : [];
  }
  const ranked = shown.overlays.some(({ overlay }) => overlay.values.length > 0);
  if (settings.tint === 'quantile' && ranked) {
    const tints = Array.from({ length: GROUPS }, (_, group): BadgeTint => ({ by: 'rank', group, groups: GROUPS }));
    const ends = shown.metric.direction === 'none' ? (['low', 'high'] as const) : (['worst', 'best'] as const);
    return [swatches(tints, t(`overlay.legend.ranks.${ends[0]}`), t(`overlay.legend.ranks.${ends[1]}`), context)];
  }
  return [];
}

function swatches(tints: readonly BadgeTint[], low: string, high: string, context: FigureContext): Entry {
  const { theme, measure } = context;
  const left = measure(low, SMALL) + 8;
  const right = left + tints.length * SWATCH.width;
  const top = (CHIP - SWATCH.height) / 2;
  return {
    width: right + 8 + measure(high, SMALL),
    primitives: [
      text(low, 0, SMALL, theme.muted),
      ...tints.flatMap((tint, index): Primitive[] => {
        const x = left + index * SWATCH.width;
        return [
          { type: 'rect', x, y: top, width: SWATCH.width, height: SWATCH.height, fill: tintColours(tint, theme).soft },
          ...tintSign(tint, x + SWATCH.width / 2 - 5, top + 3, 10, theme),
        ];
      }),
      text(high, right + 8, SMALL, theme.muted),
    ],
  };
}

function widthEntry(shown: readonly ShownMetric[], scene: OverlayScene, context: FigureContext): Entry[] {
  const scale = scene.connections.size === 0 ? null : widthScale(shown);
  if (!scale) return [];
  const { metric } = scale.shown;
  const { theme, t, language } = context;
  const most = formatValue(scale.most, metric, language);
  const label = t('overlay.legend.width', { metric: metric.title || t('metrics.untitled'), most });
  const half = (width: number) => Math.round(width * 5) / 10;
  const { least, most: thick } = LINE_WIDTHS;
  const middle = CHIP / 2;
  return [
    labelled(label, SAMPLE_WIDTH, context, [
      {
        type: 'path',
        d: `M0 ${middle - half(least)}L${SAMPLE_WIDTH} ${middle - half(thick)}V${middle + half(thick)}L0 ${middle + half(least)}Z`,
        fill: theme.flow,
      },
    ]),
  ];
}

/** How the values below the heads came about, each way once. */
function stageEntries(
  shown: readonly ShownMetric[],
  scene: OverlayScene,
  seen: ReadonlySet<string> | null,
  width: number,
  context: FigureContext,
): Entry[] {
  if (scene.heads.size === 0) return [];
  const { t, theme } = context;
  const ways = new Set(
    shown.flatMap(({ overlays }) =>
      overlays
        .flatMap(({ stages }) => [...stages])
        .flatMap(([id, value]) =>
          value.status === 'shown' && (seen === null || seen.has(id)) ? [kindOfSource(value, t)] : [],
        ),
    ),
  );
  if (ways.size === 0) return [];
  return [plain(t('overlay.legend.stages', { how: [...ways].join('; ') }), SMALL, theme.muted, width, context)];
}

/** Without the number of cards, which differs from stage to stage. */
const kindOfSource = (value: Parameters<typeof stageSourceText>[0], t: FigureContext['t']) =>
  value.status === 'shown' && value.from !== 'stage'
    ? t(`overlay.legend.ways.${value.from}`)
    : stageSourceText(value, t);

const lateEntry = (context: FigureContext): Entry =>
  labelled(context.t('overlay.legend.late'), 12, context, [
    iconShape('clock', 0, CHIP / 2 - 6, 12, context.theme.muted),
  ]);

/** The two curves, where they are drawn. */
function emotionEntries(
  map: JourneyMap,
  { feelings, settings }: OverlayScene,
  seen: ReadonlySet<string> | null,
  context: FigureContext,
): Entry[] {
  const rows = Object.values(map.lanes).some(({ role, hidden }) => role === 'emotion' && !hidden);
  if (!feelings || seen !== null || !rows || feelings.stages.size === 0) return [];
  const { theme, t } = context;
  const middle = CHIP / 2;
  const all = [...feelings.stages.values(), ...feelings.cards.values()];
  const ids = new Set(all.flatMap(({ metrics }) => metrics));
  const names = [...ids].map((id) => map.metrics[id]?.title || t('metrics.untitled')).join(', ');
  const [group] = settings.groups;
  const whose = group ? ` · ${groupName(group, map, t)}` : '';
  const line = { type: 'path', d: `M0 ${middle}H${SAMPLE_WIDTH}`, strokeWidth: 2.2, lineCap: 'round' } as const;
  return [
    labelled(t('overlay.legend.team'), SAMPLE_WIDTH, context, [{ ...line, stroke: theme.accent }]),
    labelled(`${t('overlay.legend.measured', { metric: names })}${whose}`, SAMPLE_WIDTH, context, [
      { ...line, ...measuredLook(theme) },
      ...measuredPoint(SAMPLE_WIDTH / 2, middle, false, theme),
    ]),
    ...(all.some(({ wide }) => wide)
      ? [labelled(t('overlay.legend.gap'), 12, context, gapMark(6, middle - 8, middle + 8, theme))]
      : []),
  ];
}

function evidenceEntries(scene: OverlayScene, isSeen: (id: string) => boolean, context: FigureContext): Entry[] {
  const present = new Set([...scene.evidence].filter(([id]) => isSeen(id)).map(([, evidence]) => evidence));
  return (['assumed', 'partly', 'measured'] as const)
    .filter((evidence) => present.has(evidence))
    .map((evidence) =>
      labelled(
        context.t(`metricRules.evidence.${evidence}`),
        EVIDENCE_SIZE,
        context,
        evidenceSign(evidence, 0, (CHIP - EVIDENCE_SIZE) / 2, context.theme),
      ),
    );
}
