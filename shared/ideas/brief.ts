import type { JourneyMap, MapElement } from '../document/schema';
import { formatDay } from '../language/format';
import type { Language, Translate } from '../language/translator';
import { formatNumber, formatValue } from '../metrics/format';
import { periodLabel } from '../metrics/periods';
import type { Answer, GridRow, Idea, IdeaGrid } from './grid';
import { measurementsBy } from './relations';

/**
 * What somebody needs who is to make a content idea: for whom, where in the journey, which pain point it meets and with
 * which answer, where it will be seen, and what is known about it. Markdown; what was typed stays text.
 */
export function ideaBrief(map: JourneyMap, grid: IdeaGrid, id: string, t: Translate, language: Language): string {
  const idea = grid.ideas.find((one) => one.id === id);
  return idea ? `${brief(map, grid, idea, t, language, 1).join('\n').trim()}\n` : '';
}

/** The briefs of ideas, one after another, below the title of the map. */
export function ideaBriefs(
  map: JourneyMap,
  grid: IdeaGrid,
  ideas: readonly Idea[],
  t: Translate,
  language: Language,
): string {
  const parts = ideas.map((idea) => brief(map, grid, idea, t, language, 2).join('\n').trim());
  return `${[`# ${inline(map.title.trim() || t('files.untitled'))}`, ...parts].join('\n\n')}\n`;
}

function brief(map: JourneyMap, grid: IdeaGrid, idea: Idea, t: Translate, language: Language, level: 1 | 2): string[] {
  const head = (depth: number, text: string) => ['', `${'#'.repeat(level + depth)} ${inline(text)}`, ''];
  const nameOf = (element: MapElement) => element.title.trim() || t(`kinds.${element.kind}.one`);
  const facts: string[] = [];
  const fact = (name: string, value: string | null | undefined) => {
    if (value?.trim()) facts.push(`- **${name}:** ${inline(value.trim())}`);
  };
  const rows = grid.rows.filter(({ lines }) => lines.some((line) => line.ideas.some((one) => one.id === idea.id)));
  const stage = idea.stage === null ? undefined : map.elements[idea.stage];
  const personas = idea.personas.flatMap((id) => map.elements[id] ?? []);
  fact(t('fields.stage'), stage && nameOf(stage));
  fact(t('kinds.persona.one'), personas.length > 0 ? personas.map(nameOf).join(', ') : t('ideas.brief.everybody'));
  fact(t('kinds.content-idea.fields.format'), idea.format);
  fact(t('kinds.content-idea.fields.channel'), idea.channel);
  fact(t('kinds.content-idea.fields.status'), idea.status && t(`options.status.${idea.status}`));
  fact(t('kinds.content-idea.fields.due'), idea.due && formatDay(idea.due, language));
  fact(t('fields.owner'), idea.owner);
  const out = [...head(0, nameOf(idea)), ...facts];
  if (idea.text.trim()) out.push('', paragraph(idea.text));
  for (const persona of personas) {
    if (persona.kind !== 'persona') continue;
    const said = [persona.quote && `> ${inline(persona.quote)}`, persona.toneOfVoice && paragraph(persona.toneOfVoice)];
    if (said.some(Boolean)) out.push(...head(1, nameOf(persona)), said.filter(Boolean).join('\n\n'));
  }
  const needs = rows.filter(({ need }) => need !== null);
  if (needs.length > 0) out.push(...head(1, t('ideas.brief.why')));
  for (const row of needs) out.push(...needLines(row, t, language));
  const answers = new Set(
    rows.flatMap(({ lines }) =>
      lines.filter(({ ideas }) => ideas.some((one) => one.id === idea.id)).map(({ answer }) => answer),
    ),
  );
  const known = [...answers].filter((answer): answer is Answer => answer !== null);
  if (known.length > 0) out.push(...head(1, t('ideas.brief.answer')));
  for (const answer of known) {
    out.push(`- **${inline(nameOf(answer))}**${answer.resolution.trim() ? `: ${inline(answer.resolution)}` : ''}`);
  }
  const evidence = evidenceLines(map, idea, needs, t, language);
  out.push(...head(1, t('ideas.brief.evidence')), ...(evidence.length > 0 ? evidence : [t('ideas.brief.assumed')]));
  return out;
}

function needLines(row: GridRow, t: Translate, language: Language): string[] {
  const { need } = row;
  if (!need) return [];
  const name = need.title.trim() || t(`kinds.${need.kind}.one`);
  const notes = [
    need.kind === 'pain-point' && need.severity !== null && t('summary.severity', { severity: need.severity }),
    row.people && peopleText(row, t, language),
    ...row.touchpoints.map(({ title }) => title),
  ].filter(Boolean);
  const more = need.kind === 'question' ? need.reply || need.text : need.text;
  return [
    `- **${inline(name)}**${notes.length > 0 ? ` (${inline(notes.join(' · '))})` : ''}${more.trim() ? `: ${inline(more)}` : ''}`,
  ];
}

/** How many people a need concerns, in words; empty where nothing counts them. */
export function peopleText({ people }: GridRow, t: Translate, language: Language): string {
  return people ? t('ideas.people', { count: people.count, value: formatNumber(people.count, 0, language) }) : '';
}

/** Values measured on the idea, its needs and their touchpoints, with where they come from; then their links. */
function evidenceLines(
  map: JourneyMap,
  idea: Idea,
  rows: readonly GridRow[],
  t: Translate,
  language: Language,
): string[] {
  const measured = measurementsBy(map);
  const about = [idea, ...rows.flatMap(({ need, touchpoints }) => [...(need ? [need] : []), ...touchpoints])];
  const lines = about.flatMap((element) => {
    const name = element.title.trim() || t(`kinds.${element.kind}.one`);
    const values = (measured.get(element.id) ?? []).flatMap((measurement) => {
      const metric = map.metrics[measurement.metric];
      const latest = measurement.points.at(-1);
      if (!metric || !latest || measurement.segment !== '') return [];
      const source = metric.source === null ? undefined : map.sources[metric.source];
      const when = [periodLabel(latest.period, language), source?.name].filter(Boolean).join(', ');
      const said = `${metric.title || t('metrics.untitled')}: ${formatValue(latest.value, metric, language)}`;
      return [`- ${inline(name)} – ${inline(said)}${when ? ` (${inline(when)})` : ''}`];
    });
    const links = element.links.map(({ label, url }) => `- ${inline(label || name)}: ${inline(url)}`);
    return [...values, ...links];
  });
  return [...new Set(lines)];
}

/** One line of plain text, with what Markdown or HTML would take for a sign of its own made harmless. */
const inline = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|#~]/g, '\\$&');

const paragraph = (text: string) =>
  text
    .trim()
    .split(/\n+/)
    .map((one) => inline(one).replace(/^([-+]|\d+[.)])(?=\s)/, '\\$1'))
    .join('\n\n');
