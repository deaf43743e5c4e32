import type { EntryData } from './entry';

const count = { unit: 'number', direction: 'higher', aggregation: 'sum', decimals: 0 } as const;
const money = { unit: 'currency', direction: 'higher', aggregation: 'sum', decimals: 2 } as const;
const share = { unit: 'percent', direction: 'higher', aggregation: 'ratio', decimals: 1, range: [0, 1] } as const;

export const retention = [
  {
    id: 'satisfaction',
    measures: [
      {
        id: 'satisfaction',
        unit: 'percent',
        direction: 'higher',
        aggregation: 'csat',
        decimals: 0,
        range: [0, 1],
        feeling: true,
        calculator: 'csat',
        words: 'csat|customer satisfaction|satisfaction|satisfaction score|satisfaccion|satisfaccion del cliente',
      },
    ],
  },
  {
    id: 'lifetime-value',
    measures: [
      {
        id: 'lifetime-value',
        unit: 'currency',
        direction: 'higher',
        // By customers: segments of different sizes must not weigh the same.
        aggregation: 'weighted-mean',
        decimals: 2,
        formula: 'purchase_value * purchases_per_year * years',
        calculator: 'clv',
        words: 'clv|ltv|cltv|customer lifetime value|lifetime value|valor de vida|valor de vida del cliente|vvc',
      },
    ],
  },
  {
    id: 'repeat-business',
    measures: [
      { ...count, id: 'renewals', words: 'renewals|renovaciones' },
      { ...money, id: 'renewal-revenue', words: 'renewal revenue|renewal value|ingresos por renovaciones' },
      { ...count, id: 'reorders', words: 'reorders|repeat orders|repeat purchases|recompras|pedidos repetidos' },
      { ...money, id: 'reorder-revenue', words: 'reorder revenue|repeat revenue|ingresos por recompras' },
      { ...count, id: 'cross-sales', words: 'cross sells|cross sales|cross sell|ventas cruzadas|venta cruzada' },
      { ...money, id: 'cross-sale-revenue', words: 'cross sell revenue|ingresos por venta cruzada' },
      { ...count, id: 'up-sales', words: 'upsells|up sells|up sales|upsell|ventas adicionales|venta adicional' },
      { ...money, id: 'up-sale-revenue', words: 'upsell revenue|up sell revenue|ingresos por venta adicional' },
    ],
  },
  {
    id: 'repurchase',
    measures: [
      {
        ...share,
        id: 'repurchase',
        ratio: { numerator: 'repeat_customers', denominator: 'customers', overTime: 'last' },
        words: 'repurchase rate|repeat purchase rate|repeat customer rate|tasa de recompra|probabilidad de recompra',
      },
    ],
  },
  {
    id: 'churn',
    measures: [
      {
        ...share,
        id: 'churn-rate',
        direction: 'lower',
        ratio: { numerator: 'lost_customers', denominator: 'customers_at_start', overTime: 'start' },
        calculator: 'churn',
        words: 'churn|churn rate|customer churn|attrition rate|tasa de abandono|tasa de cancelacion de clientes',
      },
      {
        ...share,
        id: 'unsubscribe-rate',
        direction: 'lower',
        decimals: 2,
        ratio: { numerator: 'unsubscribed', denominator: 'subscribers_at_start', overTime: 'start' },
        words: 'unsubscribe rate|opt out rate|tasa de bajas|tasa de baja|tasa de cancelacion de suscripcion',
      },
    ],
  },
  {
    id: 'returns',
    measures: [
      {
        ...share,
        id: 'return-rate',
        direction: 'lower',
        ratio: { numerator: 'returned', denominator: 'ordered', overTime: 'sum' },
        words: 'return rate|returns rate|refund rate|tasa de devolucion|tasa de devoluciones',
      },
      {
        ...share,
        id: 'cancellation-rate',
        direction: 'lower',
        ratio: { numerator: 'cancelled', denominator: 'ordered', overTime: 'sum' },
        words: 'cancellation rate|order cancellation rate|tasa de cancelacion|tasa de cancelaciones|tasa de anulacion',
      },
    ],
  },
] as const satisfies readonly EntryData[];
