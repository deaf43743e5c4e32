import { THEMES, type Theme } from '../../shared/figures/theme';

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Hands the theme's colours to the style sheets: `--surface`, `--tone-blue-strong` … */
export function applyTheme(name: Theme['name'], root: HTMLElement = document.documentElement): void {
  const { tones, notes, standing, ranks, name: _, ...colours } = THEMES[name];
  for (const [key, value] of Object.entries(colours)) root.style.setProperty(`--${dashed(key)}`, value);
  for (const [tone, { strong, soft }] of Object.entries(tones)) {
    root.style.setProperty(`--tone-${tone}-strong`, strong);
    root.style.setProperty(`--tone-${tone}-soft`, soft);
  }
  for (const [status, { strong, soft }] of Object.entries(standing)) {
    root.style.setProperty(`--standing-${status}-strong`, strong);
    root.style.setProperty(`--standing-${status}-soft`, soft);
  }
  for (const [index, { soft }] of ranks.entries()) root.style.setProperty(`--rank-${index}`, soft);
  for (const [note, value] of Object.entries(notes)) root.style.setProperty(`--note-${note}`, value);
  root.style.colorScheme = name;
  root.dataset.theme = name;
}
