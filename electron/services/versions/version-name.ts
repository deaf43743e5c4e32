import { basename, dirname, join } from 'node:path';

/**
 * A version's file: number, time in UTC, label, the first twelve digits of its SHA-256. Sorts by number, opens by itself
 * as a map, and says without any other file whether its bytes are still those that were kept.
 */
const NAME = /^(\d{4,9}) (\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z(?: (.{1,80}))?\.([0-9a-f]{12})\.journey\.json$/u;
const HASH_DIGITS = 12;

export const VERSION_ENDING = '.journey.json';
/** What is known of a version beyond its name stands beside it under the same name with this ending. */
export const DETAILS_ENDING = '.meta.json';

export interface VersionName {
  id: string;
  number: number;
  savedAt: string;
  /** As far as a file name can hold it. */
  label: string | null;
  hashStart: string;
}

/** The folder with the versions of a map: `name.journey.versions` beside `name.journey.json`. */
export const versionsFolder = (map: string): string =>
  join(dirname(map), `${basename(map).replace(/\.json$/i, '')}.versions`);

/** A version's id: its file name without the ending. `savedAt` is ISO 8601 in UTC; fractions of seconds are dropped. */
export function versionId(number: number, savedAt: string, label: string | null, hash: string): string {
  const time = `${savedAt.slice(0, 19).replaceAll(':', '-')}Z`;
  const words = label === null ? '' : inFileName(label);
  return `${String(number).padStart(4, '0')} ${time}${words && ` ${words}`}.${hash.slice(0, HASH_DIGITS)}`;
}

/** Null: no version of ours. */
export function readVersionName(name: string): VersionName | null {
  const [, number, day, hours, minutes, seconds, label, hashStart] = NAME.exec(name) ?? [];
  const savedAt = `${day}T${hours}:${minutes}:${seconds}.000Z`;
  if (!hashStart || Number.isNaN(Date.parse(savedAt))) return null;
  const id = name.slice(0, -VERSION_ENDING.length);
  return { id, number: Number(number), savedAt, label: label ?? null, hashStart };
}

/** A label without what some system forbids in names, at most 60 characters and 120 bytes. */
function inFileName(label: string): string {
  const clean = label
    .normalize('NFC')
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  let out = '';
  for (const character of [...clean].slice(0, 60)) {
    if (Buffer.byteLength(out + character) > 120) break;
    out += character;
  }
  // A point or a space at its end would look like a part of what follows.
  return out.replace(/[. ]+$/, '');
}
