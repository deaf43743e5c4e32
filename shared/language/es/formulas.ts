/** Lo que puede fallar en la fórmula de una métrica. */
export const formulas = {
  at: 'Carácter {{position}}: {{message}}',
  end: 'el final',
  quoted: '«{{text}}»',
  suggestion: '¿Querías decir [{{column}}]?',
  errors: {
    empty: 'todavía no hay fórmula. Escribe una, como suma([pedidos]) / suma([visitas]).',
    'too-long': 'la fórmula pasa de {{most}} caracteres. Acórtala.',
    'too-deep': 'hay más de {{most}} niveles de paréntesis y signos. Simplifica la fórmula.',
    'too-many-parts': 'la fórmula tiene más de {{most}} partes. Simplifícala.',
    'unexpected-character':
      '{{found}} no significa nada en una fórmula. Pon entre corchetes los nombres con signos: [Clics (todos)].',
    'bad-number': '{{found}} no es un número. Escribe los números como 1234.5.',
    'decimal-comma':
      'una coma entre cifras puede significar dos cosas. Escribe {{point}} para un decimal o {{two}} para dos valores.',
    'mixed-separators': 'los valores de una función se separan con comas o con punto y coma. Usa uno de los dos.',
    'unclosed-column': 'aquí se abre el nombre de una columna que nunca se cierra. Añade {{expected}}.',
    'unclosed-text': 'aquí se abre un texto que nunca se cierra. Añade {{expected}}.',
    'empty-column': 'los corchetes están vacíos. Escribe en ellos el nombre de una columna.',
    'expected-value': 'aquí debe ir un número, una columna o una función, no {{found}}.',
    'expected-operator':
      'aquí debe ir +, −, ×, ÷ o una comparación, no {{found}}. Pon entre corchetes los nombres de varias palabras.',
    'expected-close': 'aquí debe ir un paréntesis de cierre, no {{found}}.',
    'unknown-function':
      'no existe la función {{found}}. Usa suma, media, min, max, mediana, contar, distintos, si, abs o redondear.',
    'argument-count': 'el número de valores de {{name}} no es correcto: hay {{found}} y lleva {{expected}}.',
    'nested-aggregate':
      '{{name}} está dentro de otra función sobre todas las filas. Escríbelas una al lado de la otra.',
    'column-beside-aggregate':
      '[{{column}}] está junto a una función sobre todas las filas. Ponla dentro de una: suma([{{column}}]).',
    'needs-aggregate': 'esto se puede entender de varias maneras. Di qué se suma: suma(…), media(…), contar(…).',
    'expected-number': 'aquí debe ir un número, no un texto ni una condición.',
    'expected-condition': 'aquí debe ir una condición, como [pedidos] > 0.',
    'compares-text': 'un número no se puede comparar con un texto ni con una condición. Compara cosas iguales.',
    'unknown-column': 'el archivo no tiene ninguna columna [{{column}}].',
  },
  reasons: {
    'division-by-zero': 'Se divide entre cero',
    missing: 'Falta un valor',
    'not-a-number': 'Hay un texto donde hace falta un número',
    'no-values': 'Ninguna fila tiene valor',
    'too-large': 'El resultado es demasiado grande para un número',
    'negative-root': 'Raíz de un número negativo',
  },
};
