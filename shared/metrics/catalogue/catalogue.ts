import type { Translate } from '../../language/translator';
import { acquisition } from './acquisition';
import { advocacy } from './advocacy';
import { awareness } from './awareness';
import { engagement } from './engagement';
import type { CatalogueStage, EntryData, MeasureData } from './entry';
import { onboarding } from './onboarding';
import { retention } from './retention';

/**
 * The 43 metrics of the field by stage. An entry is one of them; where the field names several values in one breath
 * (impressions and clicks; count and money), it has several measures. A metric of a map names a measure.
 */
const DATA = { awareness, acquisition, onboarding, engagement, retention, advocacy } as const satisfies Record<
  CatalogueStage,
  readonly EntryData[]
>;

type AnyEntry = (typeof DATA)[CatalogueStage][number];
export type CatalogueEntryId = AnyEntry['id'];
type AnyMeasureId = AnyEntry['measures'][number]['id'];
type SplitMeasureId = Exclude<AnyMeasureId, CatalogueEntryId>;

/** One value that can be put on a map; `id` is what a metric's `catalogue` field holds. */
export interface CatalogueMeasure extends MeasureData {
  readonly id: AnyMeasureId;
  readonly entry: CatalogueEntryId;
  readonly stage: CatalogueStage;
}

/** One of the 43 metrics of the field. */
export interface CatalogueEntry {
  readonly id: CatalogueEntryId;
  readonly stage: CatalogueStage;
  readonly measures: readonly CatalogueMeasure[];
}

/** All 43, in the order of the journey. */
export const CATALOGUE: readonly CatalogueEntry[] = Object.entries(DATA).flatMap(([stage, entries]) =>
  entries.map((entry) => ({
    id: entry.id,
    stage: stage as CatalogueStage,
    measures: entry.measures.map((measure) => ({ ...measure, entry: entry.id, stage: stage as CatalogueStage })),
  })),
);

/** Every measure of every entry, in the same order. */
export const CATALOGUE_MEASURES: readonly CatalogueMeasure[] = CATALOGUE.flatMap(({ measures }) => measures);

const byId = new Map<string, CatalogueMeasure>(CATALOGUE_MEASURES.map((measure) => [measure.id, measure]));

/** The measure that a metric is; null: one of the team's own, or one that this version does not know. */
export function catalogueMeasure(id: string | null): CatalogueMeasure | null {
  return id === null ? null : (byId.get(id) ?? null);
}

/** The name of a measure, `E-mail open rate`. */
export function measureTitle(measure: Pick<CatalogueMeasure, 'id' | 'entry'>, t: Translate): string {
  return measure.id === measure.entry
    ? t(`catalogue.entries.${measure.entry}.title`)
    : t(`catalogue.measures.${measure.id as SplitMeasureId}`);
}

/** What it says, and what to mind. */
export function measureExplanation(measure: Pick<CatalogueMeasure, 'entry'>, t: Translate): string {
  return t(`catalogue.entries.${measure.entry}.explanation`);
}

/** Its formula over parts: `opened / delivered`, `(carts - purchases) / carts`; null: it is simply counted or asked. */
export function measureFormula(measure: Pick<MeasureData, 'ratio' | 'formula'>): string | null {
  if (!measure.ratio) return measure.formula ?? null;
  const { numerator, denominator } = measure.ratio;
  return `${/[-+]/.test(numerator) ? `(${numerator})` : numerator} / ${denominator}`;
}

/** The same for people: `E-mails opened ÷ E-mails delivered`. */
export function measureFormulaText(measure: Pick<MeasureData, 'ratio' | 'formula'>, t: Translate): string | null {
  const formula = measureFormula(measure);
  if (formula === null) return null;
  const signs: Record<string, string> = { '/': '÷', '*': '×', '-': '−' };
  return formula.replace(/[a-z_]+|[/*-]/g, (token) => signs[token] ?? partTitle(token, t));
}

/** The parts of a measure's formula, in the order in which they stand in it. */
export function partsOf(measure: Pick<MeasureData, 'ratio' | 'formula'>): string[] {
  return [...new Set(measureFormula(measure)?.match(/[a-z_]+/g))];
}

/** What a part is called: `E-mails delivered`. */
export function partTitle(part: string, t: Translate): string {
  return t(`catalogue.parts.${part as CataloguePart}`);
}

/** What files call the parts, English and Spanish, normalised, separated by |. */
export const PART_WORDS = {
  own_mentions: 'own mentions|our mentions|menciones propias',
  category_mentions: 'category mentions|all mentions|total mentions|menciones totales|menciones de la categoria',
  new_visitors: 'new visitors|new users|visitantes nuevos|usuarios nuevos|nuevos visitantes|nuevos usuarios',
  visitors: 'visitors|users|total users|active users|visitantes|usuarios|usuarios activos|usuarios totales',
  new_subscribers: 'new subscribers|subscribed|nuevos suscriptores|altas',
  unsubscribed: 'unsubscribed|unsubscribes|unsubscriptions|opt outs|bajas|cancelaciones de suscripcion',
  complaints: 'complaints|spam complaints|abuse complaints|quejas|quejas de spam',
  list_size: 'list size|subscribers|total subscribers|contacts|tamano de la lista|suscriptores|contactos',
  own_sales: 'own sales|our sales|ventas propias',
  market_sales: 'market sales|total market|market size|ventas del mercado|mercado total',
  opened: 'opened|opens|unique opens|abiertos|aperturas|aperturas unicas',
  delivered: 'delivered|deliveries|successful deliveries|entregados|entregas|entregas correctas',
  forwarded: 'forwarded|forwards|shares and forwards|reenviados|reenvios|compartidos o reenviados',
  clicks: 'clicks|link clicks|clics|clics en el enlace',
  impressions: 'impressions|impr|impresiones',
  clickers: 'clickers|unique clicks|unique clickers|clics unicos|personas que hicieron clic',
  one_page_visits: 'one page visits|single page visits|single page sessions|bounces|rebotes|visitas de una pagina',
  visits: 'visits|sessions|visitas|sesiones',
  conversions: 'conversions|conversiones|key events|eventos clave|goal completions|objetivos cumplidos',
  marketing_spend:
    'marketing spend|spend|amount spent|ad spend|cost|gasto|importe gastado|gasto en marketing|coste|costo',
  new_customers: 'new customers|customers acquired|nuevos clientes|clientes nuevos|clientes captados',
  successes: 'successes|successful|completed tasks|tasks completed|exitos|tareas completadas|completadas',
  attempts: 'attempts|tasks attempted|intentos|tareas intentadas',
  errors: 'errors|errores|mistakes|fallos',
  carts: 'carts|carts created|add to carts|carritos|carritos creados',
  purchases: 'purchases|orders|transactions|compras|pedidos|transacciones',
  features_used: 'features used|features accessed|funciones usadas|funciones utilizadas',
  customers: 'customers|total customers|clientes|clientes totales|numero de clientes',
  interactions: 'interactions|content interactions|interacciones|interacciones con contenidos',
  paid: 'paid|paying|subscribed to paid|upgraded|pagan|de pago|suscripciones de pago',
  trials: 'trials|free trials|trials started|pruebas|pruebas iniciadas|pruebas gratuitas',
  complete_profiles: 'complete profiles|completed profiles|perfiles completos|perfiles completados',
  accounts: 'accounts|total accounts|cuentas|cuentas totales',
  questions: 'questions|tickets|support tickets|requests|consultas|preguntas|incidencias|solicitudes',
  purchase_value: 'purchase value|average order value|aov|valor de compra|ticket medio|valor medio del pedido',
  purchases_per_year: 'purchases per year|orders per year|purchase frequency|compras al ano|frecuencia de compra',
  years: 'years|customer lifespan|lifespan|anos|anos como cliente|vida media',
  repeat_customers: 'repeat customers|returning customers|clientes recurrentes|clientes que repiten',
  lost_customers: 'lost customers|churned|churned customers|clientes perdidos|bajas de clientes',
  customers_at_start: 'customers at start|opening customers|clientes al inicio|clientes iniciales',
  subscribers_at_start: 'subscribers at start|opening subscribers|suscriptores al inicio|suscriptores iniciales',
  returned: 'returned|returns|refunds|devueltos|devoluciones|reembolsos',
  ordered: 'ordered|orders|pedidos|articulos pedidos',
  cancelled: 'cancelled|canceled|cancellations|cancelados|cancelaciones|anulaciones',
} as const;
export type CataloguePart = keyof typeof PART_WORDS;
