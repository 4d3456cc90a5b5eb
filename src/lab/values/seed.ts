import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { describe } from './describe';
import { generator } from './generator';

/**
 * Makes random numbers repeatable: from here on, in this cell and all later ones, everything that draws random numbers starts
 * again from `n`. Two runs that begin with the same `seed(n)` and do the same things in the same order get the same initial
 * weights, the same shuffling (`model.fit`, `tf.util.shuffle`, `dataset.shuffle`), the same dropout, and the same numbers from
 * `tf.randomNormal` and `Math.random`.
 *
 * The results can still differ if other code draws a number in between (run the cells in the same order); if two trainings run
 * at the same time; if a GPU or several threads add numbers in another order, which changes the last digits and, over many
 * steps, the result; on another backend or in another browser, whose arithmetic differs in the last digit; and for a layer
 * that has its own seed.
 *
 * ```ts
 * seed(42)
 * show(tf.randomNormal([3]))
 * ```
 *
 * @param n any finite number
 * @throws TypeError for anything else
 */
export function seed(n: number): void {
  if (typeof n !== 'number' || !Number.isFinite(n)) throw new TypeError(say('lab.seed', { value: describe(n) }));
  // tfjs draws the seeds of its random ops and shuffles from Math.random, except for `dataset.shuffle`, which uses the clock.
  Math.random = generator(n);
  seedDatasets();
}

let seeded = false;

function seedDatasets(): void {
  if (seeded) return;
  seeded = true;
  const { shuffle } = tf.data.Dataset.prototype;
  tf.data.Dataset.prototype.shuffle = function (bufferSize, given, reshuffleEachIteration) {
    return shuffle.call(this, bufferSize, given ?? String(Math.random()), reshuffleEachIteration);
  };
}
