import { takeSplit, type Split, type SplitOptions } from './split';

/**
 * Clothes, shoes and bags: 14,000 images of Fashion-MNIST (H. Xiao, K. Rasul, R. Vollgraf, Zalando Research, 2017), light on black,
 * ten classes.
 *
 * `images` are [n, 28, 28, 1] float32 in [0, 1], `labels` [n, 10] one-hot, `classes` numbers from 0 to 9; the names are in `classes`
 * next to `train` and `test`. The first `train` (1,000 by default, at most 12,000) and `test` (200, at most 2,000) images are taken,
 * so the same counts give the same data. Only the files that are needed are fetched (about 430 kB for 1,000 images), once.
 *
 * A count that is not a whole number, or is larger than that, is an error.
 */
export function fashion(options: SplitOptions = {}): Promise<Split> {
  return takeSplit('fashion', options);
}
