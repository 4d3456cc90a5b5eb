import { pictureSchema, type Picture } from '../picture';
import { count, list, literal, maybe, real, shape, title, type Schema } from '../schema';

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

export const imagesSchema: Schema<ImagesOutput> = shape<ImagesOutput>({
  kind: literal('images'),
  title: maybe(title),
  images: list(pictureSchema),
  omitted: count,
  width: real,
});
