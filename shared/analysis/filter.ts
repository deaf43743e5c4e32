import { byOrder } from '../document/create';
import type { ElementKind, JourneyMap, MapElement } from '../document/schema';
import { normaliseName } from './normalise-name';

/** What to look at; an empty list does not restrict. */
export interface MapFilter {
  /** Ids. */
  personas: readonly string[];
  kinds: readonly ElementKind[];
  departments: readonly string[];
  tags: readonly string[];
}

export const NO_FILTER: MapFilter = { personas: [], kinds: [], departments: [], tags: [] };

export function isFiltering(filter: MapFilter): boolean {
  return filter.personas.length + filter.kinds.length + filter.departments.length + filter.tags.length > 0;
}

/**
 * The ids of the elements that recede. What stays fulfils every list by at least one of its entries; an element without
 * personas concerns all of them, one without department or tags is of none. Stages are the frame and never recede.
 */
export function dimmedElements(map: JourneyMap, filter: MapFilter): Set<string> {
  const dimmed = new Set<string>();
  if (!isFiltering(filter)) return dimmed;
  const departments = new Set(filter.departments.map(normaliseName));
  const tags = new Set(filter.tags.map(normaliseName));
  for (const element of Object.values(map.elements)) {
    if (element.kind === 'stage') continue;
    const stays =
      (filter.kinds.length === 0 || filter.kinds.includes(element.kind)) &&
      (filter.personas.length === 0 || concerns(element, filter.personas)) &&
      (departments.size === 0 || departments.has(normaliseName(departmentOf(element)))) &&
      (tags.size === 0 || element.tags.some((tag) => tags.has(normaliseName(tag))));
    if (!stays) dimmed.add(element.id);
  }
  return dimmed;
}

function concerns(element: MapElement, personas: readonly string[]): boolean {
  if (element.kind === 'persona') return personas.includes(element.id);
  return element.personas.length === 0 || element.personas.some((id) => personas.includes(id));
}

function departmentOf(element: MapElement): string {
  return 'department' in element ? element.department : '';
}

/** What a filter can offer: departments and tags in use, each as first written, in alphabetical order. */
export function filterChoices(map: JourneyMap): { departments: string[]; tags: string[] } {
  const elements = byOrder(Object.values(map.elements));
  return {
    departments: distinct(elements.map(departmentOf)),
    tags: distinct(elements.flatMap((element) => element.tags)),
  };
}

function distinct(names: readonly string[]): string[] {
  const found = new Map<string, string>();
  for (const name of names) {
    const key = normaliseName(name);
    if (key !== '' && !found.has(key)) found.set(key, name.trim());
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}
