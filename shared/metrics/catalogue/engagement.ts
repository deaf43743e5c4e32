import type { EntryData } from './entry';

export const engagement = [
  {
    id: 'product-time',
    measures: [
      {
        id: 'product-time',
        unit: 'duration',
        direction: 'higher',
        aggregation: 'mean',
        decimals: 0,
        words:
          'time in app|time in product|session duration|average session duration|avg session duration|engagement time|tiempo de uso|tiempo en la app|duracion de la sesion|duracion media de la sesion',
      },
    ],
  },
  {
    id: 'open-rate-trend',
    measures: [
      {
        id: 'open-rate-trend',
        unit: 'percent',
        direction: 'higher',
        aggregation: 'ratio',
        decimals: 1,
        range: [0, 1],
        ratio: { numerator: 'opened', denominator: 'delivered', overTime: 'sum' },
        words: 'open rate trend|open rate over time|evolucion de la tasa de apertura|tendencia de apertura',
      },
    ],
  },
  {
    id: 'transactions',
    measures: [
      {
        id: 'transactions',
        unit: 'number',
        direction: 'higher',
        aggregation: 'sum',
        decimals: 0,
        words: 'transactions|orders|purchases|transacciones|pedidos|compras|operaciones',
      },
      {
        id: 'transaction-value',
        unit: 'currency',
        direction: 'higher',
        aggregation: 'sum',
        decimals: 2,
        words: 'revenue|sales|turnover|purchase revenue|total revenue|ingresos|ventas|facturacion|importe',
      },
    ],
  },
] as const satisfies readonly EntryData[];
