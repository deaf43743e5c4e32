/** Numbers on the map: their units and periods, and what reading a table can meet. */
export const metrics = {
  points: '{{value}} pts',
  noChange: 'no change',
  target: 'target {{value}}',
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
  /** A line that is not as it should be. */
  tableProblems: {
    'too-many-cells': 'More cells than columns; the row is left out',
    'unclosed-quote': 'A quotation mark is opened and never closed; the rest of the file is left out',
    'text-after-quote': 'There is text after a closing quotation mark',
    'nul-character': 'The row holds NUL characters, which are dropped',
  },
};
