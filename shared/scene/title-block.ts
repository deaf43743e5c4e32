import { personasOf } from '../document/create';
import type { ElementOf, JourneyMap } from '../document/schema';
import type { BadgeValue, FigureContext } from '../figures/figure';
import { initialsOf } from '../figures/portrait';
import type { DisplayList, Font, Primitive } from '../figures/primitives';
import { ascent, lineHeight, truncate, wrapText } from '../figures/text';
import { NUMBER_HEIGHT, wholeNumbers } from '../figures/whole-numbers';
import { formatDay } from '../language/format';

const TITLE: Font = { size: 24, weight: 700 };
const TEXT: Font = { size: 12.5, weight: 400 };
const PILL: Font = { size: 11.5, weight: 600 };
const FACTS: Font = { size: 11.5, weight: 400 };
const NAME: Font = { size: 12.5, weight: 600 };
const ROLE: Font = { size: 11.5, weight: 400 };
const INITIALS: Font = { size: 9.5, weight: 700 };

const PILL_HEIGHT = 24;
const FACE = 26;
const BETWEEN = 32;
const LINES_OF_TEXT = 2;
/** Longer lines are hard to follow with the eye. */
const TEXT_WIDTH = 1040;
const PERSONA_WIDTH = 260;

/**
 * What stands above an exported map: title, description, personas; at the right whether the map shows what is or what
 * should be, its date and version, and the numbers of the map as a whole. A line closes it. From (0, 0), as wide as told, in map units.
 */
export function titleBlock(
  map: JourneyMap,
  width: number,
  context: FigureContext,
  numbers: readonly BadgeValue[] = [],
): DisplayList {
  const { theme, t, measure } = context;
  const primitives: Primitive[] = [];
  const facts = factsOf(map, context);
  const factsWidth = Math.max(pillWidth(map, context), facts ? measure(facts, FACTS) : 0);
  const leftWidth = Math.max(width - factsWidth - BETWEEN, 120);

  primitives.push(...pill(map, width, context));
  if (facts) {
    const y = PILL_HEIGHT + 8 + ascent(FACTS);
    primitives.push({ type: 'text', text: facts, x: width, y, font: FACTS, fill: theme.muted, anchor: 'end' });
  }

  let y = 0;
  for (const line of wrapText(map.title || t('exported.untitled'), TITLE, leftWidth, measure, 2)) {
    primitives.push({ type: 'text', text: line, x: 0, y: y + ascent(TITLE) - 2, font: TITLE, fill: theme.text });
    y += lineHeight(TITLE);
  }
  if (map.description.trim()) {
    y += 2;
    for (const line of wrapText(
      map.description.trim(),
      TEXT,
      Math.min(leftWidth, TEXT_WIDTH),
      measure,
      LINES_OF_TEXT,
    )) {
      primitives.push({ type: 'text', text: line, x: 0, y: y + ascent(TEXT), font: TEXT, fill: theme.muted });
      y += lineHeight(TEXT);
    }
  }
  y = Math.max(y, PILL_HEIGHT + 8 + lineHeight(FACTS));
  if (numbers.length > 0) {
    y += 10;
    primitives.push(...wholeNumbers(numbers, y, width, context));
    y += NUMBER_HEIGHT;
  }
  const personas = personasOf(map);
  if (personas.length > 0) {
    y += 12;
    primitives.push(...personaRow(personas, y, width, context));
    y += FACE;
  }
  y = Math.round(y + 16);
  primitives.push({ type: 'path', d: `M0 ${y}H${Math.round(width)}`, stroke: theme.border, strokeWidth: 1 });
  return { box: { x: 0, y: 0, width, height: y }, primitives };
}

/** `21 Nov 2026 · Version 12`, of what is known. */
function factsOf(map: JourneyMap, { t, language }: FigureContext): string {
  const date = map.revisedOn === null ? '' : formatDay(map.revisedOn, language);
  const version = map.revision > 0 ? t('exported.version', { revision: map.revision }) : '';
  return [date, version].filter(Boolean).join(' · ');
}

const pillWidth = (map: JourneyMap, { t, measure }: FigureContext) =>
  measure(t(`options.perspective.${map.perspective}`), PILL) + 24;

function pill(map: JourneyMap, right: number, context: FigureContext): Primitive[] {
  const { theme, t } = context;
  const colours = map.perspective === 'as-is' ? theme.tones.teal : theme.tones.violet;
  const width = pillWidth(map, context);
  const x = right - width;
  return [
    { type: 'rect', x, y: 0, width, height: PILL_HEIGHT, radius: PILL_HEIGHT / 2, fill: colours.soft },
    {
      type: 'text',
      text: t(`options.perspective.${map.perspective}`),
      x: x + width / 2,
      y: PILL_HEIGHT / 2 + 4.1,
      font: PILL,
      fill: colours.strong,
      anchor: 'middle',
    },
  ];
}

/** Faces or initials with names, in one row; those for whom there is no room are counted. */
function personaRow(
  personas: readonly ElementOf<'persona'>[],
  top: number,
  width: number,
  context: FigureContext,
): Primitive[] {
  const { theme, t, measure } = context;
  const primitives: Primitive[] = [];
  const baseline = top + FACE / 2 + 4.4;
  let x = 0;
  for (const [index, persona] of personas.entries()) {
    const left = x + FACE + 8;
    const name = truncate(persona.title || t('kinds.persona.one'), NAME, PERSONA_WIDTH, measure);
    const nameWidth = measure(name, NAME);
    const role = persona.role ? truncate(persona.role, ROLE, PERSONA_WIDTH, measure) : '';
    const end = left + nameWidth + (role ? 7 + measure(role, ROLE) : 0);
    if (index > 0 && end > width - 40) {
      const text = t('exported.morePersonas', { more: personas.length - index });
      primitives.push({ type: 'text', text, x, y: baseline, font: NAME, fill: theme.muted });
      break;
    }
    primitives.push(...face(persona, x, top, context));
    primitives.push({ type: 'text', text: name, x: left, y: baseline, font: NAME, fill: theme.text });
    if (role)
      primitives.push({
        type: 'text',
        text: role,
        x: left + nameWidth + 7,
        y: baseline,
        font: ROLE,
        fill: theme.muted,
      });
    x = end + 24;
  }
  return primitives;
}

function face(persona: ElementOf<'persona'>, x: number, y: number, { theme, t }: FigureContext): Primitive[] {
  const circle = { x, y, width: FACE, height: FACE, radius: FACE / 2 };
  if (persona.picture) return [{ type: 'picture', picture: persona.picture, ...circle }];
  return [
    { type: 'rect', ...circle, fill: theme.tones.teal.strong },
    {
      type: 'text',
      text: initialsOf(persona.title || t('kinds.persona.one')),
      x: x + FACE / 2,
      y: y + FACE / 2 + 3.4,
      font: INITIALS,
      fill: theme.surface,
      anchor: 'middle',
    },
  ];
}
