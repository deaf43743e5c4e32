import type { EntryData } from './entry';

const count = { unit: 'number', direction: 'higher', aggregation: 'sum', decimals: 0 } as const;
const stars = {
  unit: 'number',
  direction: 'higher',
  aggregation: 'weighted-mean',
  decimals: 1,
  range: [1, 5],
  feeling: true,
} as const;

export const advocacy = [
  {
    id: 'content-shares',
    measures: [{ ...count, id: 'content-shares', words: 'content shares|contenidos compartidos|contenido compartido' }],
  },
  {
    id: 'promoter-score',
    measures: [
      {
        id: 'promoter-score',
        unit: 'number',
        direction: 'higher',
        aggregation: 'nps',
        decimals: 0,
        range: [-100, 100],
        feeling: true,
        calculator: 'nps',
        words: 'nps|net promoter score|promoter score|indice de promotores|indice neto de promotores',
      },
    ],
  },
  {
    id: 'customer-referrals',
    measures: [
      {
        ...count,
        id: 'customer-referrals',
        words: 'customer referrals|referrals|referred customers|recomendaciones|clientes recomendados|referidos',
      },
      {
        ...count,
        id: 'referral-revenue',
        unit: 'currency',
        decimals: 2,
        words: 'referral revenue|referral sales|ingresos por recomendaciones|ventas por recomendacion',
      },
    ],
  },
  {
    id: 'reviews',
    measures: [
      { ...count, id: 'review-count', words: 'reviews|review count|number of reviews|resenas|numero de resenas' },
      {
        ...stars,
        id: 'review-stars',
        words: 'stars|star rating|review score|review rating|estrellas|nota de las resenas',
      },
    ],
  },
  {
    id: 'social-proof',
    measures: [
      { ...count, id: 'subscribers', aggregation: 'last', words: 'subscribers|suscriptores|total subscribers' },
      { ...count, id: 'endorsements', words: 'endorsements|testimonials|testimonios|avales' },
      {
        ...stars,
        id: 'mean-rating',
        words: 'rating|average rating|mean rating|avg rating|valoracion|valoracion media|nota media|puntuacion media',
      },
    ],
  },
  {
    id: 'influencer-support',
    measures: [
      {
        ...count,
        id: 'influencer-support',
        words: 'influencer mentions|influencer posts|influencers|menciones de influencers|apoyos de influencers',
      },
    ],
  },
] as const satisfies readonly EntryData[];
