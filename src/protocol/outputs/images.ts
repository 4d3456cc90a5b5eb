import type { Picture } from '../picture';

/** One picture or a grid of them. */
export interface ImagesOutput {
  kind: 'images';
  title?: string;
  images: Picture[];
  /** How many pictures were left out. */
  omitted: number;
  /** Preferred width of one picture in CSS pixels. */
  width: number;
}
