import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the program's own files lie: beside the bundle (`dist/x/y.js`), or, when it runs from its sources, in the
 * source tree. Throws where neither has it: then the program was not built.
 */
export function appFolder(name: 'samples' | 'renderer'): string {
  const places = [`../${name}`, name === 'samples' ? '../../shared/samples' : '../../dist/renderer'];
  const found = places
    .map((place) => fileURLToPath(new URL(place, import.meta.url)))
    .find((place) => existsSync(place));
  if (!found) throw new Error(`The folder of the ${name} is missing`);
  return found;
}
