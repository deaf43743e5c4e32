import type { EntryData } from './entry';

const count = { unit: 'number', direction: 'higher', aggregation: 'sum', decimals: 0 } as const;

export const awareness = [
  {
    id: 'ad-reach',
    measures: [
      { ...count, id: 'ad-impressions', words: 'impressions|impresiones|impr|ad impressions|impresiones de anuncios' },
      { ...count, id: 'ad-clicks', words: 'clicks|clics|link clicks|ad clicks|clics en el enlace|clics en anuncios' },
    ],
  },
  {
    id: 'brand-search',
    measures: [
      {
        ...count,
        id: 'brand-search',
        words: 'brand searches|brand search volume|search volume|volumen de busqueda|busquedas de marca',
      },
    ],
  },
  {
    id: 'social-listening',
    measures: [
      { ...count, id: 'social-mentions', words: 'social mentions|menciones en redes|menciones sociales' },
      {
        id: 'social-tone',
        unit: 'number',
        direction: 'higher',
        // By mentions: a quiet day must not weigh as much as a loud one.
        aggregation: 'weighted-mean',
        decimals: 2,
        words: 'sentiment|net sentiment|tone|sentimiento|tono',
      },
      { ...count, id: 'social-reach', words: 'reach|social reach|alcance|alcance social' },
    ],
  },
  {
    id: 'share-of-voice',
    measures: [
      {
        id: 'share-of-voice',
        unit: 'percent',
        direction: 'higher',
        aggregation: 'ratio',
        decimals: 1,
        range: [0, 1],
        ratio: { numerator: 'own_mentions', denominator: 'category_mentions', overTime: 'sum' },
        words: 'share of voice|sov|cuota de voz|share of voice percent',
      },
    ],
  },
  {
    id: 'social-interaction',
    measures: [
      { ...count, id: 'followers', aggregation: 'last', words: 'followers|seguidores|fans|total followers' },
      { ...count, id: 'social-shares', words: 'shares|compartidos|retweets|reposts|veces compartido' },
      { ...count, id: 'likes', words: 'likes|me gusta|reactions|reacciones' },
      { ...count, id: 'comments', words: 'comments|comentarios|replies|respuestas' },
    ],
  },
  {
    id: 'domain-authority',
    measures: [
      {
        id: 'domain-authority',
        unit: 'number',
        direction: 'higher',
        aggregation: 'last',
        decimals: 0,
        range: [1, 100],
        words: 'domain authority|domain rating|autoridad de dominio|autoridad del dominio',
      },
    ],
  },
  {
    id: 'ad-quality',
    measures: [
      {
        id: 'ad-quality',
        unit: 'number',
        direction: 'higher',
        aggregation: 'weighted-mean',
        decimals: 1,
        range: [1, 10],
        words: 'quality score|quality score hist|nivel de calidad|puntuacion de calidad',
      },
    ],
  },
  {
    id: 'brand-mentions',
    measures: [{ ...count, id: 'brand-mentions', words: 'mentions|brand mentions|menciones|menciones de marca' }],
  },
] as const satisfies readonly EntryData[];
