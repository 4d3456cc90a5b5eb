import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';

type Labels = tf.Tensor | tf.Tensor[] | Record<string, tf.Tensor>;
type Standard = [tf.Tensor[], tf.Tensor[]];
interface Model {
  outputs: tf.SymbolicTensor[];
  outputNames: string[];
  loss: unknown;
}

/**
 * Class numbers `[batch, height, width]` for a `sparseCategoricalCrossentropy` over `[batch, height, width, classes]`, as for a segmentation.
 * Fault: tfjs asks for `[batch, height, width, 1]` (engine/training.ts). Keras takes both (losses/losses.py).
 */
export function repairPictureLabels(): void {
  replaceMethod<Model, [unknown, Labels, ...unknown[]], Standard>(
    tf.LayersModel.prototype,
    'standardizeUserDataXY',
    (theirs) => {
      return function (x, y, ...rest) {
        return theirs.call(this, x, withLastAxis(this, y), ...rest);
      };
    },
  );
}

function withLastAxis(model: Model, labels: Labels): Labels {
  const losses = [model.loss].flat();
  const fit = (tensor: tf.Tensor, at: number): tf.Tensor => {
    const loss = losses.length === 1 ? losses[0] : losses[at];
    const rank = model.outputs[at]?.rank ?? 0;
    const isSparse = loss === 'sparseCategoricalCrossentropy';
    return isSparse && tensor instanceof tf.Tensor && tensor.rank > 1 && tensor.rank === rank - 1
      ? tensor.expandDims(-1)
      : tensor;
  };
  if (labels instanceof tf.Tensor) return fit(labels, 0);
  if (Array.isArray(labels)) return labels.map(fit);
  return labels;
}
