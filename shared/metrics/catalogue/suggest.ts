import { normaliseName } from '../../analysis/normalise-name';
import { stagesOf } from '../../document/create';
import type { JourneyMap, MapElement } from '../../document/schema';
import { metricsOfEntryCalled } from '../../library/suggested-metrics';
import { CATALOGUE, type CatalogueMeasure, catalogueMeasure } from './catalogue';
import { CATALOGUE_STAGES, type CatalogueStage } from './entry';

/**
 * Beginnings of words in the titles of stages, English and Spanish, without accents, that tell which stages of the
 * catalogue they are. All stage models of both languages are covered; a title that a team made up usually has one.
 * The order counts: the first line with a match wins (`Needs an upgrade` is not `Need arises`).
 */
const TITLES: readonly (readonly [words: string, stages: readonly CatalogueStage[]])[] = [
  ['upgrade|renew|stays or leaves|renov|mejora|se queda|se va', ['retention', 'engagement']],
  ['solves|support|service|help|resuelve|soporte|servicio|ayuda|problem', ['retention', 'onboarding']],
  ['advoca|recommend|refer|defens|recomend|prescri|embajador|evangel', ['advocacy']],
  ['loyal|fideliz|lealtad', ['retention', 'advocacy', 'engagement']],
  ['retention|retain|reten|after|despues|posventa|postventa', ['retention', 'engagement']],
  ['onboard|unbox|install|first use|welcome|setup|incorpora|desempa|instala|primer uso|bienvenida', ['onboarding']],
  ['engage|continued use|usage|use|compromiso|uso|implica|interaccion', ['engagement', 'onboarding']],
  ['awareness|need|conocimiento|necesidad|descubri|discover|notori', ['awareness']],
  ['attract|atrac', ['awareness', 'acquisition']],
  ['search|busca|busqueda', ['awareness', 'acquisition']],
  ['visit|consider|compar|studies|estudia|evalu|research|investiga|interes', ['acquisition', 'awareness']],
  [
    'acqui|adquis|conver|purchas|buy|compra|checkout|pago|pay|order|pedido|decision|contrata|during|durante',
    ['acquisition'],
  ],
  ['before|antes|learn|aprend', ['awareness', 'acquisition']],
];

const patterns = TITLES.map(([words, stages]) => [new RegExp(`(?:^| )(?:${words})`), stages] as const);

/**
 * The stages of the catalogue that a stage of a map stands for, the nearest first: by its title; where that says
 * nothing, by its place among the stages, `index` of `count`.
 */
export function catalogueStagesOf(title: string, index: number, count: number): readonly CatalogueStage[] {
  const name = normaliseName(title);
  const found = patterns.find(([pattern]) => pattern.test(name));
  if (found) return found[1];
  const place = count <= 1 ? 0 : Math.round((index / (count - 1)) * (CATALOGUE_STAGES.length - 1));
  return CATALOGUE_STAGES.slice(place, place + 1);
}

/** What a card says of itself, and the entries that then come first. */
const CARD_HINTS: readonly (readonly [words: string, entries: readonly string[]])[] = [
  [
    'email|correo|newsletter|boletin|mailing',
    ['open-rate', 'click-through-rate', 'forward-rate', 'list-growth', 'churn'],
  ],
  [
    'ads?|advert|anuncio|publicidad|banner|campaign|campana',
    ['ad-reach', 'click-through-rate', 'ad-quality', 'acquisition-cost'],
  ],
  ['social|redes|instagram|facebook|tiktok|linkedin', ['social-interaction', 'social-listening', 'brand-mentions']],
  ['search|busca|seo|google', ['brand-search', 'domain-authority', 'traffic']],
  [
    'cart|carrito|checkout|pago|payment|shop|store|tienda|commerce',
    ['cart-abandonment', 'conversion-rate', 'transactions'],
  ],
  ['web|site|sitio|page|pagina|landing|blog', ['traffic', 'bounce-rate', 'conversion-rate', 'new-visitors']],
  ['app|product|producto', ['product-time', 'features-accessed', 'usability']],
  [
    'support|soporte|call|llamada|telefono|phone|chat|atencion|service|servicio',
    ['satisfaction', 'service-questions', 'promoter-score'],
  ],
  ['survey|encuesta|feedback|opinion', ['satisfaction', 'promoter-score']],
  ['review|resena|directory|directorio', ['reviews', 'social-proof']],
  ['return|devolucion|cancel', ['returns']],
  ['loyalty|fidelidad|subscription|suscripcion|renew|renova', ['repeat-business', 'churn', 'lifetime-value']],
  ['referral|referid|recomend', ['customer-referrals', 'referral-traffic', 'promoter-score']],
  ['influencer', ['influencer-support']],
];

const cardPatterns = CARD_HINTS.map(([words, entries]) => [new RegExp(`(?:^| )(?:${words})`), entries] as const);

const PHASES: Record<string, readonly CatalogueStage[]> = {
  before: ['awareness', 'acquisition'],
  during: ['acquisition'],
  after: ['retention', 'advocacy'],
  service: ['retention'],
};

/**
 * Measures that suit a stage or a card, the best first: those of the library's touchpoint that it is, what the card's
 * title and channel call for, then those of its
 * stage (or, without one, of the touchpoint's phase). For null, the whole map: all, in the order of the journey.
 * Those that the map has already are left out.
 */
export function suggestMetrics(map: JourneyMap, elementId: string | null): CatalogueMeasure[] {
  const element = elementId !== null && Object.hasOwn(map.elements, elementId) ? map.elements[elementId] : undefined;
  const present = new Set(Object.values(map.metrics).map(({ catalogue }) => catalogue));
  const stages = element ? stagesFor(map, element) : CATALOGUE_STAGES;
  const called = element && element.kind !== 'stage' ? entriesCalledFor(element) : [];
  const entries = [
    ...called.flatMap((id) => CATALOGUE.filter((entry) => entry.id === id)),
    ...stages.flatMap((stage) => CATALOGUE.filter((entry) => entry.stage === stage)),
  ];
  const ofLibrary = element?.kind === 'touchpoint' ? metricsOfEntryCalled(element.title) : [];
  const measures = [
    ...ofLibrary.flatMap((id) => catalogueMeasure(id) ?? []),
    ...entries.flatMap((entry) => entry.measures),
  ];
  return [...new Set(measures)].filter(({ id }) => !present.has(id));
}

function stagesFor(map: JourneyMap, element: MapElement): readonly CatalogueStage[] {
  const id = element.kind === 'stage' ? element.id : element.stage;
  const stages = stagesOf(map);
  const index = stages.findIndex((stage) => stage.id === id);
  const stage = stages[index];
  if (stage) return catalogueStagesOf(stage.title, index, stages.length);
  return (element.kind === 'touchpoint' && element.phase !== null && PHASES[element.phase]) || CATALOGUE_STAGES;
}

function entriesCalledFor(element: MapElement): string[] {
  const words = normaliseName(`${element.title} ${'channel' in element ? element.channel : ''}`);
  const name = words.replace(/\be mail/g, 'email');
  return cardPatterns.flatMap(([pattern, entries]) => (pattern.test(name) ? entries : []));
}
