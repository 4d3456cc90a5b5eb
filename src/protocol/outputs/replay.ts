import type { Histogram, Moments } from '../histogram';
import type { Scale } from '../picture';

/** What was watched while a model trained; a scrubber goes through its history. */
export interface ReplayOutput {
  kind: 'replay';
  title?: string;
  /** While true, only the first and the newest moment are sent; afterwards all that were kept. */
  running: boolean;
  views: ReplayView[];
  /** The oldest first. */
  moments: ReplayMoment[];
}

/** One thing that is watched. Its scale is the same for all moments, so that they can be compared. */
export type ReplayView =
  | {
      as: 'pictures';
      title: string;
      /** One for each picture. */
      names: string[];
      width: number;
      height: number;
      channels: 1 | 3;
      scale: Scale;
      range: [number, number];
      /** How many pictures were left out. */
      omitted: number;
      /** Preferred width of one picture in CSS pixels. */
      size: number;
    }
  | { as: 'histogram'; title: string; /** Both ends of the axis. */ range: [number, number] };

export interface ReplayMoment {
  /** Epochs trained: 1.5 is in the middle of the second. */
  epochs: number;
  /** Steps trained. */
  steps: number;
  /** One for each view; `null` where there was nothing yet. */
  looks: (Look | null)[];
}

/** The values of a view's pictures, one after the other, or how its numbers are spread. */
export type Look = { values: Float32Array } | { spread: Histogram; moments: Moments };
