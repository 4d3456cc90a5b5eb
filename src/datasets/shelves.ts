import type { PlainKey } from '../words';

/** A data set in public/data/: `NAME/train-images-0.idx.gz` …, `NAME/train-labels.idx.gz`, the same for test. */
export interface Shelf {
  /** What the progress bar says while it is fetched. */
  what: PlainKey;
  /** How many classes there are. */
  classes: number;
  /** Names of the classes; without them, their numbers are used. */
  classNames?: readonly PlainKey[];
  /** How many images there are. */
  most: { train: number; test: number };
  /** How many images are taken by default. */
  usual: { train: number; test: number };
  /** Images in each file except the last. */
  chunk: number;
  height: number;
  width: number;
  channels: number;
}

/** All data sets of labelled images. Downloaded chapters take `usual` from here too (scripts/generate/prelude.mjs). */
export const shelves = {
  digits: {
    what: 'datasets.digits',
    classes: 10,
    most: { train: 8000, test: 2000 },
    usual: { train: 1000, test: 200 },
    chunk: 1000,
    height: 28,
    width: 28,
    channels: 1,
  },
  fashion: {
    what: 'datasets.fashion',
    classes: 10,
    classNames: [
      'datasets.fashion.0',
      'datasets.fashion.1',
      'datasets.fashion.2',
      'datasets.fashion.3',
      'datasets.fashion.4',
      'datasets.fashion.5',
      'datasets.fashion.6',
      'datasets.fashion.7',
      'datasets.fashion.8',
      'datasets.fashion.9',
    ],
    most: { train: 12_000, test: 2000 },
    usual: { train: 1000, test: 200 },
    chunk: 1000,
    height: 28,
    width: 28,
    channels: 1,
  },
  emoji: {
    what: 'datasets.emoji',
    classes: 6,
    classNames: [
      'datasets.emoji.0',
      'datasets.emoji.1',
      'datasets.emoji.2',
      'datasets.emoji.3',
      'datasets.emoji.4',
      'datasets.emoji.5',
    ],
    most: { train: 1200, test: 300 },
    usual: { train: 600, test: 150 },
    chunk: 200,
    height: 64,
    width: 64,
    channels: 3,
  },
} satisfies Record<string, Shelf>;

export type ShelfName = keyof typeof shelves;
