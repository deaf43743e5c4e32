import { type Image, loadImage } from '@napi-rs/canvas';
import type { Picture } from '../../../shared/document/schema';
import { everyPrimitive } from '../../../shared/figures/missing-characters';
import type { Primitive } from '../../../shared/figures/primitives';
import { pictureSize } from './picture-size';

export type LoadedPictures = ReadonlyMap<string, { image: Image; width: number; height: number }>;

/** Decodes the pictures that a list shows. What can't be decoded is left out: a spoilt portrait must not cost an export. */
export async function loadPictures(
  primitives: readonly Primitive[],
  pictures: Record<string, Picture>,
): Promise<LoadedPictures> {
  const loaded = new Map<string, { image: Image; width: number; height: number }>();
  for (const primitive of everyPrimitive(primitives)) {
    if (primitive.type !== 'picture' || loaded.has(primitive.picture)) continue;
    const bytes = Buffer.from(pictures[primitive.picture]?.data ?? '', 'base64');
    const size = pictureSize(bytes);
    if (!size) continue;
    try {
      loaded.set(primitive.picture, { image: await loadImage(bytes), ...size });
    } catch {
      // Damaged after its head.
    }
  }
  return loaded;
}
