/** Lo que un plan de importación pregunta, avisa y deja fuera. */
export const dataPlan = {
  questions: {
    'card-column': '¿Qué columna nombra la tarjeta?',
    'value-column': '¿Qué columna lleva el valor?',
    'metric-columns': '¿De qué columnas sale «{{metric}}»? Da un papel a una o escribe una fórmula.',
    'same-role': 'Dos columnas tienen el papel «{{role}}». Solo puede tenerlo una.',
    'column-gone': 'Este archivo no tiene la columna «{{column}}» que tenía el anterior. Elige otra.',
    formula: 'No se entiende la fórmula de «{{metric}}»: {{message}}',
    decimal: '¿El signo decimal de «{{column}}» es el punto o la coma?',
    'date-order': '¿En «{{column}}» va primero el día o el mes?',
    'period-unit': '¿Cuánto dura un periodo? Las fechas no lo dicen.',
    'too-many-names':
      '«{{column}}» tiene {{count}} nombres distintos, más de los {{most}} que se pueden asociar. ¿Es de verdad la que nombra las tarjetas?',
    'too-many-segments':
      '«{{column}}» tiene {{count}} segmentos distintos, más de {{most}}. ¿Es de verdad la que nombra los segmentos?',
    'too-many-points': 'Serían {{count}} valores, más de los {{most}} que caben en un mapa. Elige periodos más largos.',
  },
  notes: {
    'mean-of-percentages':
      '{{metric}}: varias filas caen en la misma tarjeta y el mismo periodo, y sus porcentajes se promedian tal cual. Si las filas cuentan números distintos de visitantes, da numerador y denominador.',
    'sum-of-percentages':
      '{{metric}}: varias filas caen en la misma tarjeta y el mismo periodo, y sus porcentajes se suman. ¿Es lo que quieres?',
    'percent-scale': '{{metric}}: los valores no llevan signo de porcentaje. Comprueba si 2,1 es 2,1 % o 210 %.',
    'shared-currency-sign': '{{metric}}: el signo {{detail}} vale para varias monedas. Indica cuál es.',
    'nothing-matched': 'Ninguna fila nombra nada de este mapa.',
    'unknown-metrics': 'Métricas del archivo que la receta no conoce: {{detail}}.',
    'totals-skipped_one': '{{detail}} fila es un total y queda fuera, para que nada cuente dos veces.',
    'totals-skipped_other': '{{detail}} filas son totales y quedan fuera, para que nada cuente dos veces.',
    'totals-skipped_many': '{{detail}} filas son totales y quedan fuera, para que nada cuente dos veces.',
    'other-decimal': '{{metric}}: valores que quedan fuera por estar escritos con el otro signo decimal: {{detail}}.',
    'unconfirmed-names_one': '{{detail}} nombre se parece a algo del mapa. Confírmalo o quedará fuera.',
    'unconfirmed-names_other': '{{detail}} nombres se parecen a algo del mapa. Confírmalos o quedarán fuera.',
    'unconfirmed-names_many': '{{detail}} nombres se parecen a algo del mapa. Confírmalos o quedarán fuera.',
  },
  refusals: {
    'not-a-number': 'No es un número',
    'too-large': 'Es demasiado grande para ser exacto; ¿es un identificador?',
    'no-percent-sign': 'No lleva signo de porcentaje, a diferencia de otros valores de la columna',
    'other-currency': 'Está en otra moneda que la columna',
    'not-a-date': 'No es una fecha ni un periodo',
    'no-date': 'La fila no tiene fecha',
    'cut-week': 'No cabe en un solo periodo de la duración elegida',
    'no-name': 'La fila no nombra ninguna tarjeta',
    'no-metric': 'La fila no nombra ninguna métrica',
    'incomplete-ratio': 'Falta el numerador o el denominador',
    'not-an-answer': 'No es una respuesta de la escala',
    'no-weight': 'La fila no dice cuántas respuestas hay detrás de su valor',
    'misplaced-cells': 'La fila tiene más o menos celdas que el encabezado',
  },
};
