import { layerPrototype, replaceMethod } from '../replace-method';

/**
 * Batch normalization with `trainable = false`.
 * Fault: it goes on normalizing by the batch in training, and moves its averages (layers/normalization.ts).
 * Keras: a frozen layer uses its averages and leaves them alone, `if training and self.trainable`
 * (layers/normalization/batch_normalization.py).
 */
export function repairFrozenBatchNorm(): void {
  replaceMethod<{ trainable: boolean }, [unknown, Record<string, unknown>], unknown>(
    layerPrototype('BatchNormalization'),
    'call',
    (theirs) =>
      function (inputs, options) {
        return theirs.call(this, inputs, this.trainable ? options : { ...options, training: false });
      },
  );
}
