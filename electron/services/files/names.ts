import { isDataName } from '../../../shared/metrics/dataset';

const RESERVED_ON_WINDOWS = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;
const FORBIDDEN = /[<>:"/\\|?*\u0000-\u001f\u007f]/;

/** Whether a name can be given to a file or folder on every system that Periplo runs on. */
export function isPortableName(name: string): boolean {
  return (
    name.length > 0 &&
    Buffer.byteLength(name) <= 255 &&
    !FORBIDDEN.test(name) &&
    !/^\.+$/.test(name) &&
    !/[. ]$/.test(name) &&
    !RESERVED_ON_WINDOWS.test(name)
  );
}

const TYPES = [
  [(name: string) => /\.journey\.json$/i.test(name), 'map'],
  [isDataName, 'data'],
  [(name: string) => /\.(png|jpe?g|webp)$/i.test(name), 'picture'],
  [(name: string) => /\.(pdf|svg|md)$/i.test(name), 'export'],
] as const;

/** What Periplo can do with a file, by its name; null: nothing. */
export const typeOfName = (name: string) => TYPES.find(([fits]) => fits(name))?.[1] ?? null;

/** Map files end in `.journey.json`; a file renamed to plain `.json` opens and saves as well. */
export const isMapName = (name: string): boolean => /[^/\\]\.json$/i.test(name);

/** Files that an export or a download may write. */
export const isExportName = (name: string): boolean => /[^/\\]\.(pdf|png|svg|csv|md|ics)$/i.test(name);
