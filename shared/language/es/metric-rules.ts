/** Lo que se deduce de los números: señales de alerta, evidencia, periodos más largos que no salen. */
export const metricRules = {
  wholeMap: 'Todo el mapa',
  untitledCard: 'Sin título',
  uncertain: 'Se basa en menos de 30 casos: mira más antes de actuar.',
  warnings: {
    threshold: {
      message: '{{place}}: {{metric}} está en {{value}}, más allá del umbral de alerta de {{reference}}',
      advice: 'Busca la causa en este paso, o cambia el umbral si ya no encaja.',
    },
    drop: {
      message: '{{place}}: {{metric}} cayó de golpe a {{value}}; cabía esperar unos {{reference}}',
      advice: 'Averigua qué cambió entonces; comprueba también que el archivo esté completo.',
    },
    spike: {
      message: '{{place}}: {{metric}} subió de golpe a {{value}}; cabía esperar unos {{reference}}',
      advice: 'Averigua qué cambió entonces; comprueba también que nada se cuente dos veces.',
    },
    stale: {
      message: '{{place}}: {{metric}} no tiene ningún valor más reciente que el de «{{period}}»',
      advice: 'Vuelve a exportar los números y actualízalos desde el archivo más reciente.',
    },
  },
  coarsening: {
    undated: 'Los valores no tienen fecha. Impórtalos con una columna de fechas.',
    'mixed-units': 'Los valores tienen periodos de distinta duración. Impórtalos con una sola.',
    finer: 'No se conocen los valores de periodos más cortos. Importa un archivo que los tenga.',
    'needs-parts':
      'Los cocientes no se pueden promediar. Importa numerador y denominador en dos columnas, para poder sumarlos.',
    'needs-counts':
      'La media de varios periodos necesita el número de respuestas de cada uno. Importa también esa columna.',
    median: 'Una mediana de medianas es errónea. Importa los valores con el periodo más largo.',
    distinct: 'Quien viene en dos periodos se contaría dos veces. Importa los valores con el periodo más largo.',
    'same-people': 'Los mismos clientes vienen en varios periodos. Importa los valores con el periodo más largo.',
    cutWeeks: 'Las semanas que caen en dos periodos cuentan en el de su jueves.',
    incomplete: '{{periods}} de {{of}} periodos',
  },
  evidence: {
    assumed: 'Supuesto',
    partly: 'Medido en parte',
    measured: 'Medido',
    claims: {
      feeling: 'Sentimiento',
      severity: 'Gravedad',
      probability: 'Probabilidad',
      value: 'Valor',
      metric: 'Métrica',
      content: 'Lo que dice la tarjeta',
    },
    reasons: {
      fresh: 'Tiene datos recientes',
      stale: 'Sus datos están anticuados',
      none: 'No tiene datos',
    },
  },
};
