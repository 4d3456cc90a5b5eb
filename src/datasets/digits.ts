import { takeSplit, type Split, type SplitOptions } from './split';

/**
 * Handwritten digits: 10,000 images of MNIST (Y. LeCun, C. Cortes, C. J. C. Burges), white on black, in a fixed shuffled order.
 *
 * `images` are [n, 28, 28, 1] float32 in [0, 1], `labels` [n, 10] one-hot, `classes` the digits 0 … 9. The first `train` (1,000 by
 * default, at most 8,000) and `test` (200, at most 2,000) images are taken, so the same counts give the same data; no image is in both
 * parts. Only the files that are needed are fetched (about 150 kB for 1,000 images), once.
 *
 * A count that is not a whole number, or is larger than that, is an error.
 */
export function digits(options: SplitOptions = {}): Promise<Split> {
  return takeSplit('digits', options);
}
