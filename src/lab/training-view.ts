import * as tf from '@tensorflow/tfjs';
import { checkOptions, text, whole } from './check-options';
import { stage } from './stage';
import { TrainingCallback } from './training-callback';

export interface TrainingViewOptions {
  /** A line above the view. */
  title?: string;
  /** Number of epochs, for a `fit` that does not say it. */
  epochs?: number;
}

/**
 * Watches a training: progress with the time left, loss and metrics as Keras prints them, and their curves, live. Stop
 * ends the training after the step under way; the model keeps what it has learned.
 *
 * @example
 * await model.fit(x, y, { epochs: 5, validationSplit: 0.1, callbacks: trainingView() })
 *
 * @param options `title`
 * @returns a callback for `model.fit` and `model.fitDataset`; alone or in a list with others. Training numbers are
 *   means over the epoch so far, `val_*` come at the end of an epoch. Each `fit` gets a view of its own.
 * @throws TypeError for an unknown option
 */
export function trainingView(options: TrainingViewOptions = {}): tf.Callback {
  checkOptions('trainingView', options, { title: text, epochs: whole(1) });
  return new TrainingCallback(stage(), options);
}
