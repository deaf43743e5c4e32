/** A file that git could not merge: what it is, and what to make of it. */
export const gitConflict = {
  title: 'Git left two versions in this file',
  text: 'Git could not merge “{{name}}” and wrote both sides into it, with its marks between them. Periplo can bring them together and asks only where they collide. The file stays as it is until you save.',
  noBase:
    'What both started from is not written down: every difference is asked about, and what only one side has stays.',
  sides: 'The two sides',
  ours: 'Here',
  theirs: 'Merged in',
  facts_one: '“{{title}}” · version {{revision}} · {{count}} element',
  facts_other: '“{{title}}” · version {{revision}} · {{count}} elements',
  unreadable: 'Can’t be read as a map.',
  open: 'Open this side',
  merge: 'Merge both sides',
  neither:
    'Neither side can be read as a map. Take one with git: “git checkout --ours {{name}}” or “git checkout --theirs {{name}}”.',
  mergeTitle: 'Merge both sides',
  question_one: 'In one place, the two sides of “{{name}}” collide. Everything else fits together. Which is to stay?',
  question_other:
    'In {{count}} places, the two sides of “{{name}}” collide. Everything else fits together. Which are to stay?',
  all: 'All of {{side}}',
  merged: 'Both sides are merged. Save the map, then tell git that it is settled: git add {{name}}',
  opened: 'This is one side only. Save it to settle the conflict with it, then tell git: git add {{name}}',
  inTheWay:
    'Git could not merge “{{name}}” and wrote both sides into it. Save your map under another name, then open the file to merge its sides.',
};
