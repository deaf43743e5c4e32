import { normaliseName } from '../analysis/normalise-name';

/** Words in column names, English and Spanish, without accents, that tell what a column holds. */
const WORDS = {
  card: 'card|tarjeta|touchpoint|touch point|punto de contacto|contacto|name|nombre|title|titulo|page|pagina|step|paso|element|elemento|stage|etapa|fase|phase|channel|canal|campaign|campana|screen|pantalla|event name|evento',
  value:
    'value|valor|rate|tasa|ratio|porcentaje|percentage|percent|conversion|score|puntuacion|nota|result|resultado|total|amount|importe|sessions|sesiones|visits|visitas|users|usuarios|clicks|clics|orders|pedidos|ctr|nps|csat',
  period:
    'date|fecha|day|dia|week|semana|month|mes|quarter|trimestre|period|periodo|year|ano|anno|isoweek|yearmonth|time|desde|from|starting|inicio',
  metric: 'metric|metrics|metrica|metricas|kpi|kpis|indicator|indicador|indicadores|measure|measurement|medida',
  segment:
    'segment|segmento|segments|device|device category|dispositivo|audience|audiencia|cohort|cohorte|customer type|tipo de cliente|user type|tipo de usuario|clase de cliente',
  persona: 'persona|personas|buyer persona|user persona|perfil',
  answers:
    'n|answers|answer count|respuestas|responses|response count|numero de respuestas|n respuestas|respondents|encuestados|sample|sample size|muestra|base|cases|casos|surveys|encuestas',
  numerator: 'numerator|numerador',
  denominator: 'denominator|denominador',
  id: 'id|code|codigo|sku|ref|referencia|number|numero',
  percent: 'rate|tasa|ratio|porcentaje|percentage|percent|pct|ctr|share|cuota|conversion',
  lower:
    'bounce|rebote|churn|abandon|abandonment|abandono|abandonos|cost|costs|coste|costes|costo|costos|cac|cpa|cpc|cpm|cpl|cancellation|cancellations|cancelacion|cancelaciones|returns|devolucion|devoluciones|refund|refunds|reembolso|reembolsos|error|errors|errores|complaint|complaints|queja|quejas|reclamacion|reclamaciones|unsubscribe|unsubscribes|unsubscribed|bajas|wait|waiting|espera|drop off|dropoff|exit rate|salidas|incidents|incidencias|spam|effort|esfuerzo|ces',
  neither: 'new visitors|nuevos visitantes|visitantes nuevos|returning|recurrentes',
  mean: 'mean|average|avg|media|promedio|nps|csat|ces|score|puntuacion|nota|rating|valoracion|time|tiempo|duration|duracion|cost per|coste por|costo por|cac|cpa|cpc|cpm|cpl|aov|ticket',
} as const;

export type WordList = keyof typeof WORDS;

const PATTERNS = Object.fromEntries(
  Object.entries(WORDS).map(([list, words]) => [list, new RegExp(`(?:^| )(?:${words})(?: |$)`)]),
) as Record<WordList, RegExp>;

/** Whether a column's name holds a word of a list, as a whole word and without regard to case and accents. */
export function speaksOf(name: string, list: WordList): boolean {
  return PATTERNS[list].test(normaliseName(name));
}
