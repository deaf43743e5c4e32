import type { EntryData } from './entry';

const count = { unit: 'number', direction: 'higher', aggregation: 'sum', decimals: 0 } as const;
const share = { unit: 'percent', direction: 'higher', aggregation: 'ratio', decimals: 1, range: [0, 1] } as const;

export const acquisition = [
  {
    id: 'traffic',
    measures: [
      { ...count, id: 'traffic', words: 'visits|visitas|sessions|sesiones|traffic|trafico|page views|paginas vistas' },
    ],
  },
  {
    id: 'channel-traffic',
    measures: [
      {
        ...count,
        id: 'channel-traffic',
        segments: ['direct', 'social', 'search', 'partner', 'news'],
        words: 'traffic by channel|visits by channel|sessions by channel|trafico por canal|visitas por canal',
      },
    ],
  },
  {
    id: 'new-visitors',
    measures: [
      {
        ...share,
        id: 'new-visitors',
        direction: 'none',
        ratio: { numerator: 'new_visitors', denominator: 'visitors', overTime: 'sum' },
        words:
          'new visitors rate|share of new visitors|new users percent|visitantes nuevos porcentaje|new visitor share',
      },
    ],
  },
  {
    id: 'list-growth',
    measures: [
      {
        id: 'list-growth',
        unit: 'percent',
        direction: 'higher',
        aggregation: 'ratio',
        decimals: 1,
        ratio: {
          numerator: 'new_subscribers - unsubscribed - complaints',
          denominator: 'list_size',
          overTime: 'start',
        },
        calculator: 'list-growth',
        words: 'list growth|list growth rate|crecimiento de la lista|tasa de crecimiento de la lista',
      },
    ],
  },
  {
    id: 'market-share',
    measures: [
      {
        ...share,
        id: 'market-share',
        ratio: { numerator: 'own_sales', denominator: 'market_sales', overTime: 'sum' },
        words: 'market share|cuota de mercado|participacion de mercado',
      },
    ],
  },
  {
    id: 'open-rate',
    measures: [
      {
        ...share,
        id: 'open-rate',
        ratio: { numerator: 'opened', denominator: 'delivered', overTime: 'sum' },
        words: 'open rate|unique open rate|email open rate|tasa de apertura|tasa de aperturas',
      },
    ],
  },
  {
    id: 'forward-rate',
    measures: [
      {
        ...share,
        id: 'forward-rate',
        ratio: { numerator: 'forwarded', denominator: 'delivered', overTime: 'sum' },
        words: 'forward rate|share rate|email share rate|tasa de reenvio|tasa de reenvios|tasa de comparticion',
      },
    ],
  },
  {
    id: 'click-through-rate',
    measures: [
      {
        ...share,
        id: 'ad-click-through-rate',
        decimals: 2,
        ratio: { numerator: 'clicks', denominator: 'impressions', overTime: 'sum' },
        words: 'ctr|click through rate|clickthrough rate|ad ctr|tasa de clics|porcentaje de clics',
      },
      {
        ...share,
        id: 'email-click-through-rate',
        ratio: { numerator: 'clickers', denominator: 'delivered', overTime: 'sum' },
        words: 'click rate|email ctr|email click rate|unique click rate|tasa de clics en correos|ctr de correo',
      },
    ],
  },
  {
    id: 'bounce-rate',
    measures: [
      {
        ...share,
        id: 'bounce-rate',
        direction: 'lower',
        ratio: { numerator: 'one_page_visits', denominator: 'visits', overTime: 'sum' },
        words: 'bounce rate|bounces rate|porcentaje de rebote|tasa de rebote|rebote',
      },
    ],
  },
  {
    id: 'conversion-rate',
    measures: [
      {
        ...share,
        id: 'conversion-rate',
        ratio: { numerator: 'conversions', denominator: 'visitors', overTime: 'sum' },
        calculator: 'conversion-rate',
        words: 'conversion rate|conversion|cr|cvr|tasa de conversion|ecommerce conversion rate|session conversion rate',
      },
    ],
  },
  {
    id: 'acquisition-cost',
    measures: [
      {
        id: 'acquisition-cost',
        unit: 'currency',
        direction: 'lower',
        aggregation: 'ratio',
        decimals: 2,
        ratio: { numerator: 'marketing_spend', denominator: 'new_customers', overTime: 'sum' },
        calculator: 'cac',
        words: 'cac|customer acquisition cost|cost per acquisition|cpa|coste de adquisicion|costo de adquisicion',
      },
    ],
  },
  {
    id: 'referral-traffic',
    measures: [
      {
        ...count,
        id: 'referral-traffic',
        words: 'referral traffic|referral visits|referral sessions|trafico de referencia|visitas de referencia',
      },
    ],
  },
  {
    id: 'usability',
    measures: [
      {
        ...share,
        id: 'task-success',
        ratio: { numerator: 'successes', denominator: 'attempts', overTime: 'sum' },
        words: 'task success|task success rate|success rate|completion rate|exito de la tarea|tasa de exito',
      },
      {
        id: 'task-time',
        unit: 'duration',
        direction: 'lower',
        aggregation: 'mean',
        decimals: 0,
        words: 'time on task|task time|tiempo en la tarea|tiempo de tarea|tiempo por tarea',
      },
      {
        id: 'task-errors',
        unit: 'number',
        direction: 'lower',
        aggregation: 'ratio',
        decimals: 2,
        ratio: { numerator: 'errors', denominator: 'attempts', overTime: 'sum' },
        words: 'errors per task|task errors|errores por tarea',
      },
    ],
  },
  {
    id: 'cart-abandonment',
    measures: [
      {
        ...share,
        id: 'cart-abandonment',
        direction: 'lower',
        // The same as 1 − purchases ÷ carts, in a form whose parts can be added up.
        ratio: { numerator: 'carts - purchases', denominator: 'carts', overTime: 'sum' },
        words:
          'cart abandonment|cart abandonment rate|abandonment rate|abandono del carrito|tasa de abandono del carrito|carritos abandonados',
      },
    ],
  },
] as const satisfies readonly EntryData[];
