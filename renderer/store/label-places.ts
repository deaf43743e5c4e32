import { labelPlacesOf } from '../../shared/scene/connection-labels';
import type { LabelPlace } from '../../shared/scene/label-places';
import type { Picture } from './picture';

const known = new WeakMap<Picture, ReadonlyMap<string, LabelPlace>>();

/** Where the labels of a picture's connections stand; worked out once for each picture. */
export function labelPlacesIn(picture: Picture): ReadonlyMap<string, LabelPlace> {
  let places = known.get(picture);
  if (!places) {
    places = labelPlacesOf(picture.map, picture.layout, picture.figures, picture.overlay.connections);
    known.set(picture, places);
  }
  return places;
}
