import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';

type Symbolic = tf.SymbolicTensor | tf.SymbolicTensor[];

/**
 * A window that does not fit into its picture: `maxPooling2d({ poolSize: 8 })` on `[4, 4, 1]`.
 * Fault: while a model is built, the layer gives [null, 0, 0, 1], or sizes below 0 outside of `tf.sequential` (models.ts checks those only).
 * Keras: an error when the layer is added (ops/operation_utils.py: "Computed output size would be negative"); of size 0 here too, as nothing
 * can be computed from it.
 */
export function refuseEmptyOutputs(): void {
  replaceMethod<tf.layers.Layer, [unknown, ...unknown[]], unknown>(tf.layers.Layer.prototype, 'apply', (theirs) => {
    return function (inputs, ...rest) {
      const outputs = theirs.call(this, inputs, ...rest);
      if (isSymbolic(inputs) && isSymbolic(outputs) && isEmpty(outputs) && !isEmpty(inputs))
        // In the words of tfjs's own check, which come too late or not at all.
        throw new RangeError(
          `Negative dimension size caused by adding layer ${this.name} with input shape [${String([inputs].flat()[0]?.shape)}]`,
        );
      return outputs;
    };
  });
}

const isSymbolic = (value: unknown): value is Symbolic =>
  [value].flat().every((one) => one instanceof tf.SymbolicTensor);

const isEmpty = (tensors: Symbolic): boolean =>
  [tensors].flat().some(({ shape }) => shape.some((size) => size !== null && size <= 0));
