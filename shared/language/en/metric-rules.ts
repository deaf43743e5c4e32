/** What follows from numbers: warning signs, evidence, refusals of longer periods. */
export const metricRules = {
  wholeMap: 'Whole map',
  untitledCard: 'Untitled',
  uncertain: 'It rests on fewer than 30 cases: look at more before you act.',
  warnings: {
    threshold: {
      message: '{{place}}: {{metric}} is {{value}}, beyond the warning threshold of {{reference}}',
      advice: 'Look for the cause at this step, or move the threshold if it no longer fits.',
    },
    drop: {
      message: '{{place}}: {{metric}} suddenly fell to {{value}}; about {{reference}} was to be expected',
      advice: 'Find out what changed then; check that the file is complete, too.',
    },
    spike: {
      message: '{{place}}: {{metric}} suddenly rose to {{value}}; about {{reference}} was to be expected',
      advice: 'Find out what changed then; check that nothing is counted twice, too.',
    },
    stale: {
      message: '{{place}}: {{metric}} has no newer value than that of “{{period}}”',
      advice: 'Export the numbers again and refresh them from the newer file.',
    },
  },
  coarsening: {
    undated: 'The values have no date. Import them with a column of dates.',
    'mixed-units': 'The values have periods of different lengths. Import them with one.',
    finer: 'The values are not known for shorter periods. Import a file that has them.',
    'needs-parts':
      'Ratios can’t be averaged. Import numerator and denominator as two columns, so that they can be added up.',
    'needs-counts': 'A mean of several periods needs the number of answers behind each. Import that column too.',
    median: 'A median of medians is wrong. Import the values at the longer period.',
    distinct: 'Whoever comes in two periods would be counted twice. Import the values at the longer period.',
    'same-people': 'The same customers come in several periods. Import the values at the longer period.',
    cutWeeks: 'Weeks that lie in two periods count for the one in which their Thursday lies.',
    incomplete: '{{periods}} of {{of}} periods',
  },
  evidence: {
    assumed: 'Assumed',
    partly: 'Partly measured',
    measured: 'Measured',
    claims: {
      feeling: 'Feeling',
      severity: 'Severity',
      probability: 'Probability',
      value: 'Value',
      metric: 'Metric',
      content: 'What the card says',
    },
    reasons: {
      fresh: 'Has recent data',
      stale: 'Its data are out of date',
      none: 'Has no data',
    },
  },
};
