import type { Picture } from '../picture';

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
