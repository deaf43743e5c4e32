/** The colours of one appearance. Panels get them as CSS variables, figures as plain values: one truth for both. */
export interface Theme {
  name: 'light' | 'dark';
  /** Behind the map. */
  canvas: string;
  /** Cards, panels. */
  surface: string;
  /** Panels within panels, pressed buttons. */
  sunken: string;
  border: string;
  /** Lines between rows and columns. */
  grid: string;
  text: string;
  muted: string;
  faint: string;
  /** The brand's colour: buttons, the emotion curve. */
  accent: string;
  accentSoft: string;
  onAccent: string;
  danger: string;
  dangerSoft: string;
  warning: string;
  warningSoft: string;
  good: string;
  goodSoft: string;
  /** Selection and alignment guides. */
  selection: string;
  flow: string;
  /**
   * Behind numbers against their target, and lines on them. Told apart by lightness and along blue–orange, which people
   * with any of the usual colour deficiencies see.
   */
  standing: Record<'good' | 'near' | 'bad', ToneColours>;
  /** Behind numbers by their rank, from the lowest group to the highest: ever darker (ever lighter in the dark). */
  ranks: readonly ToneColours[];
  tones: Record<Tone, ToneColours>;
  notes: Record<NoteColour, string>;
}

export const TONES = [
  'slate',
  'blue',
  'teal',
  'green',
  'violet',
  'red',
  'amber',
  'magenta',
  'navy',
  'orange',
  'yellow',
] as const;
export type Tone = (typeof TONES)[number];

export interface ToneColours {
  /** Bars and icons. */
  strong: string;
  /** Behind icons. */
  soft: string;
}

export const NOTE_COLOURS = ['yellow', 'rose', 'sky', 'mint', 'lilac'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

const light: Theme = {
  name: 'light',
  canvas: '#f5f7fb',
  surface: '#ffffff',
  sunken: '#f1f4f9',
  border: '#dfe5ee',
  grid: '#d9e0ea',
  text: '#131c2b',
  muted: '#5b6b82',
  faint: '#6f7e93',
  accent: '#0f6b68',
  accentSoft: '#e2f2ef',
  onAccent: '#ffffff',
  danger: '#c2352b',
  dangerSoft: '#fdecea',
  warning: '#9a5b00',
  warningSoft: '#fff1d9',
  good: '#15794f',
  goodSoft: '#e4f5ec',
  selection: '#2563d8',
  flow: '#7d8ca3',
  standing: {
    good: { strong: '#0c6770', soft: '#d3eff2' },
    near: { strong: '#7d6200', soft: '#fbf3d0' },
    bad: { strong: '#ac2f18', soft: '#fbd9c9' },
  },
  ranks: [
    { strong: '#49617f', soft: '#f0f4f9' },
    { strong: '#3a5c8c', soft: '#d9e6f4' },
    { strong: '#2b5590', soft: '#bcd5ed' },
    { strong: '#153f78', soft: '#98bfe4' },
    { strong: '#0a2a58', soft: '#70a5d9' },
  ],
  tones: {
    slate: { strong: '#475d7c', soft: '#edf1f6' },
    blue: { strong: '#2a63d2', soft: '#e8effc' },
    teal: { strong: '#0f6b68', soft: '#e0f2f0' },
    green: { strong: '#15825a', soft: '#e3f5ec' },
    violet: { strong: '#6a48c4', soft: '#efeafb' },
    red: { strong: '#c8372d', soft: '#fdecea' },
    amber: { strong: '#ad6a06', soft: '#fdf2dc' },
    magenta: { strong: '#ad1f7c', soft: '#fbe8f4' },
    navy: { strong: '#1d3557', soft: '#e6ecf5' },
    orange: { strong: '#c0531a', soft: '#fdece2' },
    yellow: { strong: '#9c7c00', soft: '#fdf4c8' },
  },
  notes: { yellow: '#fdf3b8', rose: '#fde0e4', sky: '#dcedfd', mint: '#d9f3e5', lilac: '#e9e2fb' },
};

const dark: Theme = {
  name: 'dark',
  canvas: '#10161f',
  surface: '#1a232f',
  sunken: '#141c26',
  border: '#2d3948',
  grid: '#293442',
  text: '#e9eef5',
  muted: '#a3b1c4',
  faint: '#8493a8',
  accent: '#3fb5a9',
  accentSoft: '#17393a',
  onAccent: '#06201f',
  danger: '#f08a80',
  dangerSoft: '#41211f',
  warning: '#eab567',
  warningSoft: '#3d2f17',
  good: '#62cc98',
  goodSoft: '#173a2b',
  selection: '#6ea2ff',
  flow: '#7f8ea4',
  standing: {
    good: { strong: '#6fd0db', soft: '#103f47' },
    near: { strong: '#e3c55e', soft: '#4d4416' },
    bad: { strong: '#ff9f85', soft: '#541f14' },
  },
  ranks: [
    { strong: '#9db2cf', soft: '#1d2734' },
    { strong: '#a5c1e8', soft: '#21354f' },
    { strong: '#b0cdf5', soft: '#26466d' },
    { strong: '#c2dafb', soft: '#2c588c' },
    { strong: '#e3eefe', soft: '#3166a5' },
  ],
  tones: {
    slate: { strong: '#9db2cf', soft: '#28333f' },
    blue: { strong: '#7aa7ff', soft: '#1f2f4d' },
    teal: { strong: '#4cc0b4', soft: '#173735' },
    green: { strong: '#58c795', soft: '#173728' },
    violet: { strong: '#af97f5', soft: '#2d2648' },
    red: { strong: '#f0857b', soft: '#42221f' },
    amber: { strong: '#e4ab54', soft: '#3c2e15' },
    magenta: { strong: '#ec7fc3', soft: '#421d36' },
    navy: { strong: '#8fb3e6', soft: '#1f2d42' },
    orange: { strong: '#f09a68', soft: '#422818' },
    yellow: { strong: '#e0c54e', soft: '#3a3313' },
  },
  notes: { yellow: '#4d4519', rose: '#4d2a31', sky: '#223c55', mint: '#1f4434', lilac: '#383057' },
};

export const THEMES: Record<Theme['name'], Theme> = { light, dark };
