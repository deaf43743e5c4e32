import type { JourneyMap } from '../document/schema';
import { formatDay } from '../language/format';
import type { Language, Translate } from '../language/translator';
import { CHANGE_TYPES, type Change, type Comparison } from './changes';
import { countChanges } from './difference';
import { elementIn } from './reading-order';
import { changeTexts, SIGNS } from './texts';
import { type Names, nameIn } from './values';

/**
 * A comparison as a Markdown report: what was compared, counts, then the changes stage by stage. `sides`: what the two
 * maps are called beside their titles.
 */
export function comparisonMarkdown(
  comparison: Comparison,
  t: Translate,
  language: Language,
  sides: { before: string; after: string } = { before: '', after: '' },
): string {
  const { before, after, changes } = comparison;
  const out = [
    `# ${plain(t('comparison.report.title', { title: after.title || t('comparison.untitled') }))}`,
    '',
    `- ${t('comparison.report.before')}: ${mapText(before, sides.before, t, language)}`,
    `- ${t('comparison.report.after')}: ${mapText(after, sides.after, t, language)}`,
    '',
    countsText(comparison, t),
  ];
  let heading: string | null = null;
  for (const change of changes) {
    const group = changeGroup(change, comparison, t, language);
    if (group !== heading) out.push('', `## ${plain(group)}`, '');
    heading = group;
    const { subject, lines } = changeTexts(change, comparison, t, language);
    const signs = change.types.map((type) => SIGNS[type]).join(' ');
    out.push(`- **${signs} ${plain(subject)}**`, ...lines.map((line) => `  - ${plain(line)}`));
  }
  return `${out.join('\n')}\n`;
}

/** `3 added, 1 removed`, or that there is no difference. */
export function countsText(comparison: Pick<Comparison, 'changes'>, t: Translate): string {
  const counts = countChanges(comparison);
  const parts = CHANGE_TYPES.filter((type) => counts[type] > 0).map((type) =>
    t(`comparison.counts.${type}`, { count: counts[type] }),
  );
  return parts.length > 0 ? parts.join(', ') : t('comparison.same');
}

function mapText(map: JourneyMap, name: string, t: Translate, language: Language): string {
  const parts = [
    ...(name ? [name] : []),
    t('comparison.quoted', { text: map.title || t('comparison.untitled') }),
    t(`options.perspective.${map.perspective}`),
    t('comparison.report.version', { revision: map.revision }),
    ...(map.revisedOn ? [formatDay(map.revisedOn, language)] : []),
  ];
  return plain(parts.join(' · '));
}

/** The stage that a change belongs to, by name; else that it is of the map as a whole, or of its numbers. */
export function changeGroup(change: Change, comparison: Comparison, t: Translate, language: Language): string {
  const names: Names = { maps: [comparison.after, comparison.before], t, language };
  const element = change.element === null ? undefined : elementIn(comparison, change.element);
  if (!element)
    return t(
      change.collection === 'map' || change.collection === 'lanes'
        ? 'comparison.report.map'
        : 'comparison.report.numbers',
    );
  const stage = element.kind === 'stage' ? element.id : element.stage;
  return stage === null ? t('comparison.noStage') : nameIn(names, 'elements', stage, undefined, false);
}

/** Nothing of a map's text is taken for Markdown or HTML. */
const plain = (text: string) =>
  text
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/\s+/g, ' ');
