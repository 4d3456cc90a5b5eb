import { takeSplit, type Split, type SplitOptions } from './split';

/**
 * Pictures in colour: 1,500 of Google's Noto emoji (Apache License 2.0) on pale backgrounds, six classes: face, person, hand, animal,
 * food, vehicle.
 *
 * `images` are [n, 64, 64, 3] float32 in [0, 1], `labels` [n, 6] one-hot, `classes` numbers from 0 to 5; the names are in `classes`
 * next to `train` and `test`. The first `train` (600 by default, at most 1,200) and `test` (150, at most 300) images are taken, so the
 * same counts give the same data; every six in a row are one of each class. No emoji of the test part is in the training part, nor one
 * that looks nearly the same. Only the files that are needed are fetched (about 700 kB for 200 images), once.
 *
 * A count that is not a whole number, or is larger than that, is an error.
 */
export function emoji(options: SplitOptions = {}): Promise<Split> {
  return takeSplit('emoji', options);
}
