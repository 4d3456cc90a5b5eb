import { createHash } from 'node:crypto';

/** Pixels as they stand on a canvas. */
export interface StillPicture {
  width: number;
  height: number;
  /** RGBA. */
  pixels: Uint8ClampedArray;
}

/** The pictures of a chapter by a name that says what they show: equal pictures have one. */
export type Pictures = Map<string, StillPicture>;

/** Adds a picture; returns its name. */
export function addPicture(pictures: Pictures, picture: StillPicture): string {
  const { width, height, pixels } = picture;
  const name = createHash('sha256').update(`${width} ${height} `).update(pixels).digest('hex').slice(0, 16);
  pictures.set(name, picture);
  return name;
}
