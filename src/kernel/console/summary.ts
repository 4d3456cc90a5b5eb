import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../../tfjs-repairs';

type Print = (message?: unknown, ...values: unknown[]) => void;

/**
 * `model.summary()` in a cell: the table of `show(model)` in the place of lines of text, which a narrow page would break. With widths or
 * a function of its own it prints what TensorFlow.js prints.
 * @param show false where there is no cell to show it in
 */
export function showSummaries(show: (model: tf.LayersModel) => boolean): void {
  for (const { prototype } of [tf.LayersModel, tf.Sequential])
    replaceMethod<tf.LayersModel, [width?: number, positions?: number[], print?: Print], void>(
      prototype,
      'summary',
      (theirs) =>
        function (...options) {
          if (options.some((option) => option !== undefined) || !show(this)) theirs.apply(this, options);
        },
    );
}
