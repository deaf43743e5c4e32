/** What went wrong on the machine, and what to do next; `{{name}}` is the file's name in quotes, or "the file". */
export const faults = {
  theFile: 'the file',
  quoted: '“{{name}}”',
  'not-found': 'Periplo can’t find {{name}}. It may have been moved, renamed or deleted: choose it again.',
  'no-permission': 'You have no permission for {{name}}. Save under another name or in another folder.',
  'disk-full':
    'There is not enough space to save {{name}}. Make room, or save to another disk. Nothing was lost: what was there is unchanged.',
  'read-only': 'The disk with {{name}} can only be read. Save to another place.',
  busy: 'Another program is using {{name}}. Close it there, then try again.',
  exists: 'There is already something named {{name}}. Choose another name.',
  'changed-outside':
    'Somebody else has changed or removed {{name}} since you opened it. Save under another name to keep both.',
  'in-use': 'Another window is editing {{name}}. Take over the map here, or save under another name.',
  'outside-granted-folder': 'Periplo has no access to {{name}}. Choose a file in a folder that you have opened for it.',
  'too-large': 'Periplo can’t take {{name}}: it is too large. The limit is {{detail}} MB.',
  'not-a-file': 'Periplo expected a file, but {{name}} is something else. Choose another name.',
  'invalid-name': 'That name can’t be used. Choose one without any of < > : " / \\ | ? * and with the right ending.',
  'invalid-map': 'Periplo can’t read {{name}} as a journey map (at: {{detail}}). Open an earlier copy.',
  'version-damaged':
    'The version {{name}} is no longer as it was kept, so Periplo does not use it. Choose another version.',
  'too-many-templates':
    'You have {{detail}} templates of your own, and no more fit. Remove one that you no longer need.',
  'invalid-request':
    'Periplo did not understand a request ({{detail}}). Start it again; if it happens once more, report it.',
  'refused-link': 'This link was not opened: only web addresses (http, https) and e-mail addresses are.',
  'picture-too-large': 'The picture would become too large. The largest scale that works is {{detail}}.',
  'page-too-large': 'The page would become too large for a PDF. Choose a paper size, or export a part of the map.',
  'verification-failed': 'The disk did not keep what was written, so {{name}} stays as it was. Save to another disk.',
  'data-empty': 'There is nothing in {{name}}. Export the numbers again, and look into the file before you import it.',
  'data-header-only': '{{name}} holds one row only, so there are no numbers below its header. Export it with its rows.',
  'data-not-a-table':
    '{{name}} is no table that Periplo can read. Export the numbers as CSV, Excel (.xlsx), JSON or Parquet.',
  'data-old-workbook':
    '{{name}} is in the format of Excel before 2007. Open it in a spreadsheet and save it as .xlsx or CSV.',
  'data-protected': '{{name}} is protected by a password. Open it in its own program and save a copy without one.',
  'data-damaged': '{{name}} is damaged or incomplete (at: {{detail}}). Export or download it again.',
  'data-inflated':
    '{{name}} unpacks to far more than a table of its size would ({{detail}}), so Periplo does not open it. Save only the sheet with the numbers in a new workbook.',
  'data-no-sheet': 'There is no sheet “{{detail}}” in {{name}} any more. Choose another sheet.',
  'data-encoding': '{{name}} is not written in the encoding that was chosen ({{detail}}). Choose another one.',
  'data-too-many-rows':
    '{{name}} has more rows than Periplo can take. The limit is {{detail}}: export a shorter period, or sums in place of single rows.',
  'data-too-many-columns':
    '{{name}} has more columns than Periplo can take. The limit is {{detail}}: export only what is needed.',
  'data-long-row':
    'The row at line {{detail}} of {{name}} is far too long. There may be a quotation mark that is never closed: correct that line, then try again.',
  'data-no-room':
    'Working on {{name}} needs more memory or disk space than there is. Close other programs, or export fewer rows or columns.',
  'data-too-slow':
    'Reading {{name}} took too long, so Periplo has stopped it. Export fewer rows or columns, then try again.',
  'data-stopped': 'Reading {{name}} broke off. Your map is unchanged: try again, or export the numbers as CSV.',
  cancelled: 'Cancelled. Nothing was changed.',
  unreachable: 'Periplo does not answer any more. Start it again; keep this page open until you have saved.',
  unexpected: 'Something went wrong that should not have. Save under another name, then start Periplo again.',
};
