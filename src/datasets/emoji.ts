import { say } from '../words';
import { takeSplit, type Split, type SplitOptions } from './split';

/**
 * Pictures in colour: 1,520 of Google's Noto emoji (Apache License 2.0) on backgrounds of many colours, eight classes: face, person, hand, animal, plant or fruit,
 * meal or drink, vehicle, clothing.
 *
 * `images` are [n, 64, 64, 3] float32 in [0, 1], `labels` [n, 8] one-hot, `classes` numbers from 0 to 7; the names are in `classes` beside `train` and `test`.
 * The first `train` (600 if you do not say, at most 1,200) and `test` (160, at most 320) images are taken, so the same counts give the same data; every eight
 * in a row are one of each class. The emoji of the test are not among those of the training, nor any that look nearly the same.
 * Only the files that are needed are fetched (about 650 kB for 200 images), once.
 *
 * A count that is no whole number, or more than there are, is an error.
 */
export function emoji(options: SplitOptions = {}): Promise<Split> {
  return takeSplit(
    {
      name: 'emoji',
      what: say('datasets.emoji'),
      classes: [
        say('datasets.emoji.0'),
        say('datasets.emoji.1'),
        say('datasets.emoji.2'),
        say('datasets.emoji.3'),
        say('datasets.emoji.4'),
        say('datasets.emoji.5'),
        say('datasets.emoji.6'),
        say('datasets.emoji.7'),
      ],
      most: { train: 1200, test: 320 },
      usual: { train: 600, test: 160 },
      chunk: 200,
      height: 64,
      width: 64,
      channels: 3,
    },
    options,
  );
}
