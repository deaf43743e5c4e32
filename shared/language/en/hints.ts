/** Unfinished things in a map: what is missing, and what to do about it. */
export const hints = {
  'empty-map': {
    message: 'The map is still empty',
    advice: 'Drag a card from the palette, or press its key.',
  },
  'pain-point-unanswered': {
    message: '“{{title}}” has no answer yet',
    advice: 'Connect it to the answer your product or service gives.',
  },
  'branches-over-one': {
    message: 'The branches of “{{title}}” add up to {{percent}} %',
    advice: 'Lower the probabilities until they make 100 % or less.',
  },
  'decision-without-branches': {
    message: 'The decision “{{title}}” has fewer than two branches',
    advice: 'Draw a line from it for every way that customers go on.',
  },
  'branch-without-probability': {
    message: 'A branch of “{{title}}” has no probability, while others have one',
    advice: 'Select the line and say what share of customers goes this way.',
  },
  'content-overdue': {
    message: '“{{title}}” was due on {{due}}',
    advice: 'Publish it, or set a new date.',
  },
  'no-persona': {
    message: 'The map has no persona',
    advice: 'Add the customer whose journey this is.',
  },
  'card-without-title': {
    message: 'A card has no title ({{kind}})',
    advice: 'Type what it stands for.',
  },
  'card-without-stage': {
    message: '“{{title}}” belongs to no stage',
    advice: 'Drag it into a stage.',
  },
  'touchpoint-without-channel': {
    message: '“{{title}}” names no channel',
    advice: 'Say where customers meet you here.',
  },
  'touchpoint-without-feeling': {
    message: 'Nothing says how customers feel at “{{title}}”',
    advice: 'Choose a feeling, so that the emotion curve passes through it.',
  },
  'stage-without-cards': {
    message: 'Nothing happens in the stage “{{title}}” yet',
    advice: 'Add what customers do here, or remove the stage.',
  },
  'answer-without-content': {
    message: '“{{title}}” has no content idea',
    advice: 'Connect it to a piece of content that tells customers about it.',
  },
};
