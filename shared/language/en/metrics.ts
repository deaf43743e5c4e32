/** Numbers on the map: their units and periods, and what reading a table can meet. */
export const metrics = {
  points: '{{value}} pts',
  noChange: 'no change',
  target: 'target {{value}}',
  /** Beside an import of a column that was imported from the same file before. */
  replaces: 'Replaces the values imported before from {{name}}. Targets stay.',
  untitled: 'Unnamed metric',
  periods: {
    none: 'No date',
    week: 'Week of {{day}}',
    quarter: 'Q{{quarter}} {{year}}',
    months: 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept|Oct|Nov|Dec',
  },
  periodUnits: { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year' },
  units: { number: 'Number', percent: 'Percent', currency: 'Money', duration: 'Time' },
  directions: { higher: 'Higher is better', lower: 'Lower is better', none: 'Neither' },
  aggregations: { mean: 'Mean', sum: 'Sum', last: 'Last value' },
  percentScales: { points: '2.1 means 2.1 %', fractions: '0.021 means 2.1 %' },
  encodings: { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE', 'windows-1252': 'Windows-1252' },
  delimiters: { comma: 'Comma', semicolon: 'Semicolon', tab: 'Tab' },
  /** A file that can't be read as a table. */
  tableFaults: {
    'too-large': 'The file is larger than {{most}} MB. Export fewer rows or columns.',
    'too-many-rows': 'The file has more than {{most}} rows. Export a shorter period, or totals per week.',
    'too-many-columns': 'The file has more than {{most}} columns. Export only those you need.',
    empty: 'There is nothing in the file.',
    'header-only': 'The file has column names, but no rows below them.',
    'not-text': 'This is not a text file. Export your numbers as CSV.',
    spreadsheet: 'This is a spreadsheet workbook. Save the sheet as CSV and import that.',
  },
  /** A line that is not as it should be. */
  tableProblems: {
    'too-many-cells': 'More cells than columns; the row is left out',
    'too-few-cells': 'Fewer cells than columns; the missing ones count as empty',
    'unclosed-quote': 'A quotation mark is opened and never closed; the rest of the file is left out',
    'text-after-quote': 'There is text after a closing quotation mark',
    'nul-character': 'The row holds NUL characters, which are dropped',
  },
  /** A row whose value does not enter the map. */
  refusals: {
    'not-a-number': '“{{cell}}” is not a number',
    'too-large': '“{{cell}}” is too large to be exact; is it an id?',
    'no-percent-sign': '“{{cell}}” has no percent sign, unlike other values of the column',
    'other-currency': '“{{cell}}” is in another currency than the column',
    'not-a-date': '“{{cell}}” is not a date or period',
    'no-date': 'The row has no date',
    'cut-week': '“{{cell}}” does not fit into one period of the chosen length',
    'no-name': 'The row names no card',
  },
  /** What has to be settled before an import. */
  questions: {
    'card-column': 'Which column names the card?',
    'value-column': 'Which column holds the value?',
    'same-column': 'Card, value and period need a column each.',
    decimal: 'Is the point or the comma the decimal sign here?',
    'date-order': 'Does the day or the month come first here?',
    'period-unit': 'How long is a period?',
  },
  /** What is worth knowing about an import. */
  notes: {
    'mean-of-percentages':
      'Several rows fall on one card and period, and their percentages are averaged as they are. If the rows count different numbers of visitors, import one row per card and period.',
    'sum-of-percentages':
      'Several rows fall on one card and period, and their percentages are added up. Is that meant?',
    'rows-merged': 'Several rows fall on one card and period and are put together.',
    'percent-scale': 'The values carry no percent sign; check whether 2.1 means 2.1 % or 210 %.',
    'shared-currency-sign': 'The sign {{sign}} stands for several currencies; name the one you mean.',
    'nothing-matched': 'No row names a card of this map.',
  },
};
