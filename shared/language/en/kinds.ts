/** Names of kinds, of their fields and of the values of choices. */
export const kinds = {
  persona: {
    one: 'Persona',
    many: 'Personas',
    fields: {
      role: 'Role',
      segment: 'Segment',
      demographics: 'Demographics',
      dayInTheLife: 'A day in their life',
      goals: 'Goals',
      difficulties: 'Difficulties',
      quote: 'In their words',
      preferredChannels: 'Preferred channels',
      toneOfVoice: 'How they like to be spoken to',
    },
  },
  stage: {
    one: 'Stage',
    many: 'Stages',
    fields: {
      customerGoal: 'The customer’s goal',
      crucialData: 'Which customer data are crucial here?',
      controlledData: 'Which do we already have under control?',
      helpfulData: 'Which others would help?',
      successSigns: 'What are the signs of success?',
      warningSigns: 'Which signs are warnings?',
      departmentGoals: 'What are our general and specific goals?',
      colour: 'Colour',
    },
  },
  touchpoint: {
    one: 'Touchpoint',
    many: 'Touchpoints',
    fields: {
      channel: 'Channel',
      phase: 'Phase',
      initiative: 'Started by',
      interaction: 'Interaction',
      momentOfTruth: 'Moment of truth',
      feeling: 'Feeling',
      department: 'Department',
    },
  },
  action: {
    one: 'Action',
    many: 'Actions',
    fields: {
      actor: 'Done by',
      dropReason: 'Why some do not move on',
      recovery: 'What brings them back',
    },
  },
  motivation: {
    one: 'Motivation',
    many: 'Motivations',
    fields: {
      problem: 'Problem they want solved',
    },
  },
  question: {
    one: 'Question',
    many: 'Questions',
    fields: {
      reply: 'What they need to hear',
      answered: 'Answered',
    },
  },
  'pain-point': {
    one: 'Pain point',
    many: 'Pain points',
    fields: {
      severity: 'Severity',
      blocksPurchase: 'Blocks the purchase',
      warningSign: 'Warning sign',
      department: 'Department',
    },
  },
  answer: {
    one: 'Answer',
    many: 'Answers',
    fields: {
      resolution: 'How we resolve it',
      department: 'Department',
    },
  },
  'content-idea': {
    one: 'Content idea',
    many: 'Content ideas',
    fields: {
      format: 'Format',
      channel: 'Channel',
      status: 'Status',
      due: 'Due',
    },
  },
  decision: {
    one: 'Decision',
    many: 'Decisions',
    fields: {
      criteria: 'What they weigh up',
      momentOfTruth: 'Moment of truth',
    },
  },
  outcome: {
    one: 'Outcome',
    many: 'Outcomes',
    fields: {
      result: 'Result',
      value: 'Value per customer',
      currency: 'Currency',
      units: 'Units per customer',
      unitName: 'Unit (boxes, hours…)',
    },
  },
  milestone: {
    one: 'Milestone',
    many: 'Milestones',
    fields: {
      evidence: 'How we can tell',
      funnelStep: 'Funnel step',
    },
  },
  detour: {
    one: 'Detour',
    many: 'Detours',
    fields: {
      destination: 'Where they stray to',
      reason: 'Why',
      rescueResource: 'Rescue resource',
    },
  },
  note: {
    one: 'Note',
    many: 'Notes',
    fields: {
      colour: 'Colour',
    },
  },
};

/** Fields that every element has. */
export const fields = {
  title: 'Title',
  text: 'Description',
  tags: 'Tags',
  links: 'Links',
  personas: 'Personas',
  owner: 'Owner',
  stage: 'Stage',
  lane: 'Row',
  picture: 'Picture',
  kind: 'Kind',
};

/** Values of choices, by field. */
export const options = {
  phase: {
    before: 'Before purchase',
    during: 'During purchase',
    after: 'After purchase',
    service: 'Customer service',
  },
  initiative: {
    proactive: 'Brand (proactive)',
    reactive: 'Customer (reactive)',
  },
  interaction: {
    positive: 'Positive',
    negative: 'Negative',
    decision: 'Decision',
  },
  actor: {
    customer: 'Customer',
    brand: 'Brand',
  },
  status: {
    idea: 'Idea',
    draft: 'Draft',
    planned: 'Planned',
    published: 'Published',
  },
  result: {
    won: 'Won',
    lost: 'Lost',
    neutral: 'Neutral',
  },
  feeling: {
    veryBad: 'Very bad',
    bad: 'Bad',
    neutral: 'Neutral',
    good: 'Good',
    veryGood: 'Very good',
  },
  perspective: {
    'as-is': 'As-is',
    'to-be': 'To-be',
  },
};

/** The second line of a card. */
export const summary = {
  proactive: 'proactive',
  reactive: 'reactive',
  momentOfTruth: 'moment of truth',
  severity: 'severity {{severity}}',
  blocksPurchase: 'blocks purchase',
  warningSign: 'warning sign',
  answered: 'answered',
  brandAction: 'by the brand',
  answers_one: 'answers {{count}} pain point',
  answers_other: 'answers {{count}} pain points',
  due: 'due {{date}}',
  noStage: 'no stage',
};

/** Usual words offered while typing; what is typed is stored as typed. */
export const suggestions = {
  channels:
    'Website, Online shop, Mobile app, E-mail, Search engine, Search ads, Social media, Online advertising, Marketplace, Product catalogue, Point of sale, Sales representative, Phone, Call centre, Chat, Chatbot, Messaging, Post, Event, Podcast, Review site, Directory, Referral, Payment portal, Billing, Self-service, Help centre, Print, Billboard, Radio and TV',
  formats: 'Blog, E-mail, Guide, Podcast, Webinar, Social post, Newsletter, E-book, Report, Video, Tool',
  departments:
    'Marketing, Sales, E-commerce, Product, Customer service, Customer success, Operations, Logistics, Finance, IT, Management',
};
