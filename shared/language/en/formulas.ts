/** What can be the matter with a formula for a metric. */
export const formulas = {
  /** The place of a fault and what it is. */
  at: 'Character {{position}}: {{message}}',
  end: 'the end',
  quoted: '“{{text}}”',
  suggestion: 'Did you mean [{{column}}]?',
  errors: {
    empty: 'there is no formula yet. Write one, such as sum([orders]) / sum([visits]).',
    'too-long': 'the formula is longer than {{most}} characters. Shorten it.',
    'too-deep': 'parentheses and signs are nested more than {{most}} deep. Simplify the formula.',
    'too-many-parts': 'the formula has more than {{most}} parts. Simplify it.',
    'unexpected-character': '{{found}} means nothing in a formula. Put names with signs in brackets: [Clicks (all)].',
    'bad-number': '{{found}} is not a number. Write numbers like 1234.5.',
    'decimal-comma':
      'a comma between digits can mean two things. Write {{point}} for a decimal, or {{two}} for two values.',
    'mixed-separators': 'the values of a function are separated by commas or by semicolons. Use one of them.',
    'unclosed-column': 'the name of a column is opened here and never closed. Add {{expected}}.',
    'unclosed-text': 'a text is opened here and never closed. Add {{expected}}.',
    'empty-column': 'the brackets hold no name. Write the name of a column in them.',
    'expected-value': 'a number, a column or a function has to stand here, not {{found}}.',
    'expected-operator':
      '+, −, ×, ÷ or a comparison has to stand here, not {{found}}. Put names of several words in brackets.',
    'expected-close': 'a closing parenthesis has to stand here, not {{found}}.',
    'unknown-function':
      'there is no function {{found}}. Use sum, mean, min, max, median, count, distinct, if, abs or round.',
    'argument-count': '{{name}} has the wrong number of values: {{found}}, where it takes {{expected}}.',
    'nested-aggregate': '{{name}} stands inside another function over all rows. Write them side by side.',
    'column-beside-aggregate':
      '[{{column}}] stands beside a function over all rows. Put it into one: sum([{{column}}]).',
    'needs-aggregate': 'this can be meant in several ways. Say what is added up: sum(…), mean(…), count(…).',
    'expected-number': 'a number has to stand here, not a text or a condition.',
    'expected-condition': 'a condition has to stand here, such as [orders] > 0.',
    'compares-text': 'a number can’t be compared with a text or a condition. Compare like with like.',
    'unknown-column': 'the file has no column [{{column}}].',
  },
  reasons: {
    'division-by-zero': 'Divided by zero',
    missing: 'A value is missing',
    'not-a-number': 'A text stands where a number is needed',
    'no-values': 'No row has a value',
    'too-large': 'The result is too large for a number',
    'negative-root': 'Root of a negative number',
  },
};
