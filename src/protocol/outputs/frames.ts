import { pictureSchema, type Picture } from '../picture';
import { flag, list, literal, maybe, real, shape, title, type Schema } from '../schema';

/** Pictures in chronological order, with a scrubber. */
export interface FramesOutput {
  kind: 'frames';
  title?: string;
  /** All frames so far, the oldest first. */
  frames: Frame[];
  /** Preferred width of one picture in CSS pixels. */
  width: number;
  /** More are to come. */
  running: boolean;
}

export interface Frame {
  title: string;
  images: Picture[];
}

export const framesSchema: Schema<FramesOutput> = shape<FramesOutput>({
  kind: literal('frames'),
  title: maybe(title),
  frames: list(shape<Frame>({ title, images: list(pictureSchema) })),
  width: real,
  running: flag,
});
