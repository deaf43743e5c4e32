import { setPicture } from '../../shared/commands/cards';
import type { Picture } from '../../shared/document/schema';
import { editor } from '../store/editor';
import { change } from '../store/history';
import { selectedCards } from '../store/selection';
import { texts } from '../store/texts';
import { tell } from '../store/toasts';
import { chooseFile } from './file-dialogs';
import { attempt } from './machine';

const TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
const MOST = 512;

export const isPicture = (file: { type: string }): boolean => TYPES.some((type) => type === file.type);

/** Lets the user choose a picture for the selected cards. */
export async function pickPicture(): Promise<void> {
  const ids = selectedCards(editor.getState()).map((card) => card.id);
  const chosen = await chooseFile('picture');
  if (!chosen) return;
  const file = 'bytes' in chosen ? chosen : await attempt('files.read', { path: chosen.path });
  if (file) await putPicture(ids, new Blob([file.bytes as Uint8Array<ArrayBuffer>], { type: typeOf(file.bytes) }));
}

/** What a file is, told by its first bytes: its name may lie. */
function typeOf(bytes: Uint8Array): string {
  const starts = (...values: number[]) => values.every((value, index) => bytes[index] === value);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45) return 'image/webp';
  return '';
}

/** Puts a picture on cards, scaled down to 512 pixels at most. */
export async function putPicture(ids: readonly string[], blob: Blob): Promise<void> {
  const picture = isPicture(blob) ? await scaled(blob).catch(() => null) : null;
  if (!picture) {
    tell('danger', texts()('canvas.notAPicture'));
    return;
  }
  change(texts()('steps.picture'), (draft) => setPicture(draft, ids, picture));
}

async function scaled(blob: Blob): Promise<{ hash: string; picture: Picture }> {
  const image = await createImageBitmap(blob);
  const scale = Math.min(1, MOST / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, width, height);
  const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, blob.type, 0.88));
  const type = TYPES.find((candidate) => candidate === small?.type);
  if (!small || !type) throw new Error('not encoded');
  const bytes = new Uint8Array(await small.arrayBuffer());
  const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { hash, picture: { type, width, height, data: btoa(binary) } };
}
