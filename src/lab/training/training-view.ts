import * as tf from '@tensorflow/tfjs';
import { checkOptions, oneOf, text, whole } from '../values/check-options';
import { stage } from '../stage';
import { TrainingCallback } from './training-callback';
import { watchRule, type Watch } from './watch-options';

/** What `trainingView` shows. */
export interface TrainingViewOptions {
  /** A line above the view. Default: none. */
  title?: string;
  /** The number of epochs. Default: the one that `fit` reports. */
  epochs?: number;
  /** What else to draw while the model trains, see `Watch`. Default: nothing. */
  watch?: readonly Watch[];
  /** When to draw it: after single steps too (`batch`) or only at the end of an epoch (`epoch`). Default: `batch`. */
  every?: 'batch' | 'epoch';
}

/**
 * Shows a training run live: progress with the time left, loss and metrics as Keras prints them, and their curves. Stop ends
 * the training after the current step; the model keeps what it has learned.
 *
 * With `watch`, it also draws filters, feature maps and histograms of weights and gradients as they change. They are read only
 * as often as 8 % of the training time allows; afterwards a scrubber goes through up to 60 of these moments.
 *
 * ```ts
 * await model.fit(x, y, { epochs: 5, validationSplit: 0.1, callbacks: trainingView() })
 * trainingView({ watch: [{ filters: 'conv2d_1' }, { featureMaps: 'conv2d_1', of: digit }, { gradients: -1 }] })
 * ```
 *
 * @param options see `TrainingViewOptions`
 * @returns a callback for `model.fit` and `model.fitDataset`, alone or in a list with others. Each `fit` gets its own view.
 *   Training numbers are means over the epoch so far; `val_*` numbers come at the end of each epoch
 * @throws TypeError for an unknown option; and, when `fit` begins, for a watched layer without kernels, maps or weights, or
 *   RangeError for a watched layer that the model does not have
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
