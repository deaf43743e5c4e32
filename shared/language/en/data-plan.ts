/** What a plan of an import asks, notes and leaves out. */
export const dataPlan = {
  questions: {
    'card-column': 'Which column names the card?',
    'value-column': 'Which column holds the value?',
    'metric-columns': 'Which columns does “{{metric}}” come from? Give one a role, or write a formula.',
    'same-role': 'Two columns have the role “{{role}}”. Only one can have it.',
    'column-gone': 'This file has no column “{{column}}” as the last one had. Choose another one.',
    formula: 'The formula of “{{metric}}” can’t be read: {{message}}',
    decimal: 'Is the point or the comma the decimal sign in “{{column}}”?',
    'date-order': 'Does the day or the month come first in “{{column}}”?',
    'period-unit': 'How long is a period? The dates do not tell.',
    'too-many-names':
      '“{{column}}” has {{count}} different names, more than the {{most}} that can be matched. Is it really the one that names the cards?',
    'too-many-segments':
      '“{{column}}” has {{count}} different segments, more than {{most}}. Is it really the one that names the segments?',
    'too-many-points':
      'That would be {{count}} values, more than the {{most}} that a map holds. Choose longer periods.',
  },
  notes: {
    'mean-of-percentages':
      '{{metric}}: several rows fall on one card and period, and their percentages are averaged as they are. If the rows count different numbers of visitors, give numerator and denominator instead.',
    'sum-of-percentages':
      '{{metric}}: several rows fall on one card and period, and their percentages are added up. Is that meant?',
    'percent-scale': '{{metric}}: the values carry no percent sign. Check whether 2.1 means 2.1 % or 210 %.',
    'shared-currency-sign': '{{metric}}: the sign {{detail}} stands for several currencies. Name the one you mean.',
    'nothing-matched': 'No row names anything on this map.',
    'unknown-metrics': 'Metrics in the file of which the recipe knows nothing: {{detail}}.',
    'totals-skipped_one': '{{detail}} row is called a total and is left out, so that nothing counts twice.',
    'totals-skipped_other': '{{detail}} rows are called a total and are left out, so that nothing counts twice.',
    'other-decimal': '{{metric}}: values left out, since they are written with the other decimal sign: {{detail}}.',
    'unconfirmed-names_one': '{{detail}} name looks like something on the map. Confirm it, or it stays out.',
    'unconfirmed-names_other': '{{detail}} names look like something on the map. Confirm them, or they stay out.',
  },
  refusals: {
    'not-a-number': 'This is not a number',
    'too-large': 'Too large to be exact; is it an id?',
    'no-percent-sign': 'It has no percent sign, unlike other values of the column',
    'other-currency': 'It is in another currency than the column',
    'not-a-date': 'This is not a date or period',
    'no-date': 'The row has no date',
    'cut-week': 'It does not fit into one period of the chosen length',
    'no-name': 'The row names no card',
    'no-metric': 'The row names no metric',
    'incomplete-ratio': 'Numerator or denominator is missing',
    'not-an-answer': 'This is no answer on the scale',
    'no-weight': 'The row does not say how many answers stand behind its value',
    'misplaced-cells': 'The row has more or fewer cells than the header',
  },
};
