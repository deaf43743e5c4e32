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
  'invalid-request':
    'Periplo did not understand a request ({{detail}}). Start it again; if it happens once more, report it.',
  'refused-link': 'This link was not opened: only web addresses (http, https) and e-mail addresses are.',
  'picture-too-large': 'The picture would become too large. The largest scale that works is {{detail}}.',
  'page-too-large': 'The page would become too large for a PDF. Choose a paper size, or export a part of the map.',
  'verification-failed': 'The disk did not keep what was written, so {{name}} stays as it was. Save to another disk.',
  unreachable: 'Periplo does not answer any more. Start it again; keep this page open until you have saved.',
  unexpected: 'Something went wrong that should not have. Save under another name, then start Periplo again.',
};
