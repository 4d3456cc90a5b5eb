import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { describe } from './describe';
import { generator } from './generator';

/**
 * The same random numbers again: from here on, in this and all later cells, everything that draws them starts from `n`.
 * Two runs that begin with the same `seed(n)` and do the same in the same order get the same initial weights, the same
 * shuffling (`model.fit`, `tf.util.shuffle`, `dataset.shuffle`), the same dropout, the same `tf.randomNormal` and
 * `Math.random`.
 *
 * It cannot cover: a number drawn elsewhere in between (run the cells in the same order); two trainings at the same
 * time; the order in which a GPU or several threads add up, which may change the last digits and, over many steps, the
 * result; another backend or browser, whose arithmetic differs in the last digit; a layer that has a seed of its own.
 *
 * @example
 * seed(42)
 * show(tf.randomNormal([3]))
 *
 * @param n any finite number
 * @throws TypeError for anything else
 */
export function seed(n: number): void {
  if (typeof n !== 'number' || !Number.isFinite(n)) throw new TypeError(say('lab.seed', { value: describe(n) }));
  // tfjs draws the seed of every random op and every shuffle from Math.random …
  Math.random = generator(n);
  // … but that of `dataset.shuffle` from the clock.
  seedDatasets();
}

let seeded = false;

function seedDatasets(): void {
  if (seeded) return;
  seeded = true;
  const { shuffle } = tf.data.Dataset.prototype;
  tf.data.Dataset.prototype.shuffle = function (bufferSize, own, reshuffleEachIteration) {
    return shuffle.call(this, bufferSize, own ?? String(Math.random()), reshuffleEachIteration);
  };
}
