import * as v from 'valibot';
import { createStore, type Store } from '../data-folder';
import type { FileSystem } from '../files/file-system';

/** So many files are remembered, those of the latest imports. */
const MOST = 500;

const placeSchema = v.object({
  map: v.pipe(v.string(), v.minLength(1)),
  source: v.pipe(v.string(), v.minLength(1)),
  path: v.pipe(v.string(), v.minLength(1)),
});
type Place = v.InferOutput<typeof placeSchema>;

/** Where the files of sources lay on this machine: a map that is sent around must not tell of it. */
export interface Places {
  of(map: string, source: string): Promise<string | null>;
  remember(place: Place): Promise<void>;
}

export function createPlaces(fs: FileSystem, folder: string): Places {
  const store: Store<Place[]> = createStore(fs, folder, 'data-places.json', repair);
  // One change at a time: each starts from what the one before has written.
  let last: Promise<unknown> = Promise.resolve();
  return {
    async of(map, source) {
      await last;
      return (await store.read()).find((place) => place.map === map && place.source === source)?.path ?? null;
    },
    remember(place) {
      const work = last.then(async () => {
        const others = (await store.read()).filter(({ map, source }) => map !== place.map || source !== place.source);
        await store.write([place, ...others].slice(0, MOST));
      });
      last = work.catch(() => undefined);
      return work;
    },
  };
}

function repair(value: unknown): Place[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    const result = v.safeParse(placeSchema, item);
    return result.success ? [result.output] : [];
  });
}
