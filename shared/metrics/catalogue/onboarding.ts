import type { EntryData } from './entry';

const share = { unit: 'percent', direction: 'higher', aggregation: 'ratio', decimals: 1, range: [0, 1] } as const;
const perCustomer = { unit: 'number', direction: 'higher', aggregation: 'ratio', decimals: 1 } as const;

export const onboarding = [
  {
    id: 'accounts-created',
    measures: [
      {
        id: 'accounts-created',
        unit: 'number',
        direction: 'higher',
        aggregation: 'sum',
        decimals: 0,
        words: 'accounts created|new accounts|sign ups|signups|registrations|cuentas creadas|altas|registros',
      },
    ],
  },
  {
    id: 'features-accessed',
    measures: [
      {
        ...perCustomer,
        id: 'features-accessed',
        ratio: { numerator: 'features_used', denominator: 'customers', overTime: 'never' },
        words: 'features accessed|features per customer|features per user|funciones usadas|funciones por cliente',
      },
    ],
  },
  {
    id: 'content-interactions',
    measures: [
      {
        ...perCustomer,
        id: 'content-interactions',
        ratio: { numerator: 'interactions', denominator: 'customers', overTime: 'never' },
        words: 'content interactions|interactions per customer|interacciones con contenidos|interacciones por cliente',
      },
    ],
  },
  {
    id: 'subscription-rate',
    measures: [
      {
        ...share,
        id: 'subscription-rate',
        ratio: { numerator: 'paid', denominator: 'trials', overTime: 'sum' },
        words: 'subscription rate|trial to paid|free to paid|trial conversion|tasa de suscripcion|de prueba a pago',
      },
    ],
  },
  {
    id: 'profiles-completed',
    measures: [
      {
        ...share,
        id: 'profiles-completed',
        ratio: { numerator: 'complete_profiles', denominator: 'accounts', overTime: 'last' },
        words: 'profiles completed|profile completion|profile completion rate|perfiles completados|perfiles completos',
      },
    ],
  },
  {
    id: 'service-questions',
    measures: [
      {
        ...perCustomer,
        id: 'service-questions',
        direction: 'lower',
        decimals: 2,
        ratio: { numerator: 'questions', denominator: 'customers', overTime: 'never' },
        words: 'questions per customer|tickets per customer|contact rate|consultas por cliente|preguntas por cliente',
      },
    ],
  },
] as const satisfies readonly EntryData[];
