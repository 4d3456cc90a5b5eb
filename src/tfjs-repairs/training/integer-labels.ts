import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';

interface Model {
  inputs: unknown[];
  outputs: unknown[];
  testFunction: (data: tf.Tensor[]) => tf.Scalar[];
}
type Step = (data: tf.Tensor[]) => tf.Scalar[];

/**
 * Labels of dtype int32, as class numbers naturally are.
 * Fault: `sparseCategoricalCrossentropy` throws on them: "Argument 'x' passed to 'floor' must be float32" (losses.ts).
 * Keras: every loss takes labels of any number type (losses/losses.py: `y_true = ops.cast(y_true, y_pred.dtype)`).
 */
export function repairIntegerLabels(): void {
  const { prototype } = tf.LayersModel;
  replaceMethod<Model, [], Step>(prototype, 'makeTrainFunction', (theirs) => {
    return function () {
      return withFloatLabels(this, theirs.call(this));
    };
  });
  replaceMethod<Model, [], void>(prototype, 'makeTestFunction', (theirs) => {
    return function () {
      theirs.call(this);
      this.testFunction = withFloatLabels(this, this.testFunction);
    };
  });
}

function withFloatLabels({ inputs, outputs }: Model, step: Step): Step {
  return (data) => {
    const isLabel = (at: number): boolean => at >= inputs.length && at < inputs.length + outputs.length;
    const floats = data.map((tensor, at) => (isLabel(at) && tensor.dtype === 'int32' ? tensor.toFloat() : tensor));
    try {
      return step(floats);
    } finally {
      for (const [at, tensor] of floats.entries()) if (tensor !== data[at]) tensor.dispose();
    }
  };
}
