import * as tf from '@tensorflow/tfjs';
import { checkOptions, oneOf, text, whole } from '../values/check-options';
import { stage } from '../stage';
import { TrainingCallback } from './training-callback';
import { watchRule, type Watch } from './watch-options';

export interface TrainingViewOptions {
  /** A line above the view. */
  title?: string;
  /** Number of epochs, for a `fit` that does not say it. */
  epochs?: number;
  /** What else to look at while the model trains, see {@link Watch}. */
  watch?: readonly Watch[];
  /** Look at the watched things after steps too (`batch`, the default), or only at the ends of epochs. */
  every?: 'batch' | 'epoch';
}

/**
 * Watches a training: progress with the time left, loss and metrics as Keras prints them, and their curves, live. Stop
 * ends the training after the step under way; the model keeps what it has learned.
 *
 * With `watch`, filters, feature maps and histograms of weights and gradients are drawn as they change. They are looked at
 * as often as 8 % of the training's time allow; afterwards a scrubber goes through up to 60 of these moments.
 *
 * @example
 * await model.fit(x, y, { epochs: 5, validationSplit: 0.1, callbacks: trainingView() })
 * trainingView({ watch: [{ filters: 'conv2d_1' }, { featureMaps: 'conv2d_1', of: digit }, { gradients: -1 }] })
 *
 * @param options `title`, `epochs`, `watch`, `every`
 * @returns a callback for `model.fit` and `model.fitDataset`; alone or in a list with others. Training numbers are
 *   means over the epoch so far, `val_*` come at the end of an epoch. Each `fit` gets a view of its own.
 * @throws TypeError for an unknown option; when `fit` begins, also for a watched layer without kernels, maps or weights, and
 *   RangeError for one that the model does not have
 */
export function trainingView(options: TrainingViewOptions = {}): tf.Callback {
  checkOptions('trainingView', options, {
    title: text,
    epochs: whole(1),
    watch: watchRule,
    every: oneOf('batch', 'epoch'),
  });
  return new TrainingCallback(stage(), options);
}
