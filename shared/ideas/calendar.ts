import type { JourneyMap } from '../document/schema';
import type { Translate } from '../language/translator';
import { addDays, byDue, undatedOf } from './board';
import type { IdeaGrid } from './grid';

/** Octets of a line of a calendar, its end not counted (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

/**
 * The days on which ideas are due as an iCalendar file (RFC 5545): an event of a whole day for each idea with a day.
 * Its UID is made of the map's and the card's ids, so that a later file updates the same events. `now`: milliseconds
 * since 1970, the time stamp of the events.
 */
export function calendarOf(map: JourneyMap, { ideas, serves }: IdeaGrid, now: number, t: Translate): string {
  const stamp = `${new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  const undated = new Set(undatedOf(ideas));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Periplo//Ideas//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
  ];
  if (map.title.trim()) lines.push(`X-WR-CALNAME:${escapeText(map.title.trim())}`);
  for (const idea of byDue(ideas)) {
    if (idea.due === null || undated.has(idea)) continue;
    const stage = idea.stage === null ? undefined : map.elements[idea.stage]?.title;
    const fact = (name: string, value: string | undefined) => (value?.trim() ? [`${name}: ${value.trim()}`] : []);
    const about = [
      ...fact(t('fields.stage'), stage),
      ...(serves.get(idea.id) ?? []).flatMap((id) => {
        const need = map.elements[id];
        return need ? fact(t(`kinds.${need.kind}.one`), need.title) : [];
      }),
      ...fact(t('kinds.content-idea.fields.channel'), idea.channel),
      ...fact(t('kinds.content-idea.fields.status'), idea.status ? t(`options.status.${idea.status}`) : ''),
      ...fact(t('fields.owner'), idea.owner),
      ...(idea.text.trim() ? [idea.text.trim()] : []),
    ];
    const name = idea.title.trim() || t('kinds.content-idea.one');
    const format = idea.format.trim();
    lines.push(
      'BEGIN:VEVENT',
      `UID:${idea.id}.${map.id}@periplo`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${idea.due.replaceAll('-', '')}`,
      `DTEND;VALUE=DATE:${addDays(idea.due, 1).replaceAll('-', '')}`,
      `SUMMARY:${escapeText(format ? `${format}: ${name}` : name)}`,
      ...(about.length > 0 ? [`DESCRIPTION:${escapeText(about.join('\n'))}`] : []),
      ...(format ? [`CATEGORIES:${escapeText(format)}`] : []),
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    );
  }
  lines.push('END:VCALENDAR');
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** RFC 5545, 3.3.11. Other control characters may not be in a calendar at all. */
const escapeText = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** RFC 5545, 3.1: no line over 75 octets of UTF-8; a character is never cut. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
