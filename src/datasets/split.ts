import * as tf from '@tensorflow/tfjs';
import { say } from '../words';
import type { IdxArray } from './idx';
import { load } from './load';
import { print } from './print';
import { shelves, type Shelf, type ShelfName } from './shelves';

/** Images with their labels, in the same order. */
export interface Labelled {
  /** [count, height, width, channels], float32 in [0, 1]. */
  images: tf.Tensor4D;
  /** [count, classes], float32, one-hot: 1 in the column of the image's class, 0 elsewhere. */
  labels: tf.Tensor2D;
  /** The same labels as numbers from 0. */
  classes: Int32Array;
}

/** A data set cut in two: what a model learns from, and what it has never seen. */
export interface Split {
  train: Labelled;
  test: Labelled;
  /** The name of each class, in the page's language. */
  classes: string[];
}

/** How many images of each part. */
export interface SplitOptions {
  train?: number;
  test?: number;
}

/**
 * Fetches as many files as `options` require and makes tensors of them: always the first images, so that the same counts give the same
 * data.
 */
export async function takeSplit(name: ShelfName, options: SplitOptions): Promise<Split> {
  const shelf: Shelf = shelves[name];
  const counts = readCounts(name, shelf, options);
  const needs = { train: filesOf(name, shelf, 'train', counts.train), test: filesOf(name, shelf, 'test', counts.test) };
  const arrays = await load(say(shelf.what), [...needs.train, ...needs.test]);
  const train = label(shelf, counts.train, arrays.slice(0, needs.train.length));
  const test = label(shelf, counts.test, arrays.slice(needs.train.length));
  return { train, test, classes: namesOf(shelf) };
}

/** In the page's language. */
function namesOf({ classes, classNames }: Shelf): string[] {
  return classNames?.map((key) => say(key)) ?? Array.from({ length: classes }, (_, number) => String(number));
}

function readCounts(name: ShelfName, { most, usual }: Shelf, options: SplitOptions): { train: number; test: number } {
  if (typeof options !== 'object' || options === null)
    throw new TypeError(say('datasets.options', { name, value: print(options) }));
  for (const key of Object.keys(options)) {
    if (key !== 'train' && key !== 'test') throw new TypeError(say('datasets.option', { name, key }));
  }
  const count = (part: 'train' | 'test'): number => {
    const value = options[part] === undefined ? usual[part] : options[part];
    const values = { name, part, value: print(value), most: most[part] };
    if (typeof value !== 'number') throw new TypeError(say('datasets.count', values));
    if (!Number.isInteger(value) || value < 0) throw new RangeError(say('datasets.count', values));
    if (value > most[part]) throw new RangeError(say('datasets.tooMany', values));
    return value;
  };
  return { train: count('train'), test: count('test') };
}

function filesOf(name: ShelfName, { chunk }: Shelf, part: 'train' | 'test', count: number): string[] {
  if (count === 0) return [];
  const images = Array.from(
    { length: Math.ceil(count / chunk) },
    (_, index) => `${name}/${part}-images-${index}.idx.gz`,
  );
  return [`${name}/${part}-labels.idx.gz`, ...images];
}

function label(shelf: Shelf, count: number, [labels, ...chunks]: IdxArray[]): Labelled {
  const { height, width, channels, classes: columns } = shelf;
  const size = height * width * channels;
  const pixels = new Float32Array(count * size);
  let filled = 0;
  for (const { values } of chunks) {
    const end = Math.min(values.length, pixels.length - filled);
    for (let index = 0; index < end; index += 1) pixels[filled + index] = (values[index] ?? 0) / 255;
    filled += end;
  }
  const classes = Int32Array.from(labels?.values.subarray(0, count) ?? []);
  const oneHot = new Float32Array(count * columns);
  classes.forEach((label, index) => (oneHot[index * columns + label] = 1));
  return {
    images: tf.tensor4d(pixels, [count, height, width, channels]),
    labels: tf.tensor2d(oneHot, [count, columns]),
    classes,
  };
}
