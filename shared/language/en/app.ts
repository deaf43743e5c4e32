export const ui = {
  close: 'Close',
  cancel: 'Cancel',
};

/** Opening and saving. */
export const files = {
  untitled: 'Untitled map',
  unsaved: 'Unsaved changes',
  saved: 'All changes saved',
  notSavedYet: 'Not saved yet',
  saving: 'Saving…',
  version: 'Version {{revision}}',
  saveFailed: 'The map was not saved and stays open.',
  saveElsewhere: 'Save elsewhere',
  readOnly: 'This map comes from a newer Periplo and can only be looked at. Update Periplo to change it.',
  tooNew: '“{{name}}” comes from a newer Periplo: it can be looked at, not changed. Update Periplo to change it.',
  tooNewToShow: '“{{name}}” comes from a newer Periplo and can’t be shown by this one. Update Periplo to open it.',
  notWritable: '“{{name}}” can’t be written. Save your changes under another name.',
  notJson: '“{{name}}” is not a map file: {{detail}}. Choose a file that ends in .journey.json.',
  notAMap: '“{{name}}” is not a journey map. Choose a file that ends in .journey.json.',
  tooLarge: '“{{name}}” is larger than Periplo can take (50 MB, 200,000 records). Split the map in two.',
  damaged: '“{{name}}” is damaged at {{path}}. Open an earlier copy of it; the file was left as it is.',
  exported: 'Exported to “{{name}}”',
};

/** On the canvas. */
export const canvas = {
  name: 'Journey map',
  addStage: 'Add a stage',
  stage: 'Stage {{number}}: {{title}}',
  stageValues: 'Numbers of {{title}}: {{values}}',
  card: '{{kind}}: {{title}}',
  untitled: 'untitled',
  connection: 'From {{from}} to {{to}}',
  resizeStage: 'Width of the stage {{title}}',
  resizeLane: 'Height of the row {{title}}',
  emptyTitle: 'Start with a stage',
  emptyText: 'Drag kinds from the left onto the canvas, or press their key: S adds a stage, T a touchpoint.',
  pasted_one: '{{count}} card pasted',
  pasted_other: '{{count}} cards pasted',
  pictureCopied: 'The picture is on the clipboard.',
  clipboardRefused:
    'The browser did not allow the clipboard. Use the keys Ctrl+C and Ctrl+V, or allow it in the address bar.',
  nothingToPaste: 'There is nothing on the clipboard that fits a map.',
  notAPicture: 'Only PNG, JPEG and WebP pictures can be added. Convert the picture and try again.',
  handle: {
    top: 'Connect from the top',
    right: 'Connect from the right',
    bottom: 'Connect from the bottom',
    left: 'Connect from the left',
  },
  hideLane: 'Hide row',
  addLaneBelow: 'Add a row below',
  moveLaneUp: 'Move row up',
  moveLaneDown: 'Move row down',
  deleteLane: 'Delete row',
  renameLane: 'Rename row',
};
