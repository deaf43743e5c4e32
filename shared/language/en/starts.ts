/** Names of the rows that a new map starts with. */
export const lanes = {
  actions: 'Actions',
  touchpoints: 'Touchpoints',
  motivations: 'Motivations & questions',
  painPoints: 'Pain points',
  emotion: 'Emotion',
  answers: 'Answers & content ideas',
  waiting: 'Personas & unplaced',
  unnamed: 'New row',
};

/** Stage models a new map can start from: title, and the stages in their order, separated by |. */
export const stageModels = {
  blank: { title: 'Blank map', hint: 'Draw your own stages', stages: '' },
  'three-phases': { title: '3 phases', hint: 'A digital journey', stages: 'Attraction|Purchase|Loyalty' },
  'five-phases': {
    title: '5 phases',
    hint: 'The customer’s life cycle',
    stages: 'Awareness|Consideration|Conversion|Retention|Recommendation',
  },
  'six-stages': {
    title: '6 stages',
    hint: 'From the first contact to advocacy',
    stages: 'Awareness|Acquisition|Onboarding|Engagement|Retention|Advocacy',
  },
  'thirteen-steps': {
    title: '13 steps',
    hint: 'From before the purchase to long after it',
    stages:
      'Need arises|Searches for information|Visits our site|Studies features and benefits|Compares brands and prices|Buys|Unboxes and installs|First use|Continued use|Solves problems|Needs an upgrade|Studies upgrades|Stays or leaves',
  },
};
