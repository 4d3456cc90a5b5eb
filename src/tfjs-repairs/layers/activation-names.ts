import * as tf from '@tensorflow/tfjs';

const shifted = (x: tf.Tensor): tf.Tensor => x.add(3).relu6().div(6);

const hardSwish = (x: tf.Tensor): tf.Tensor => x.mul(shifted(x));

const functions: Record<string, (x: tf.Tensor) => tf.Tensor> = {
  exponential: (x) => x.exp(),
  hardSigmoid: shifted,
  hardSilu: hardSwish,
  hardSwish,
  leakyRelu: (x) => x.leakyRelu(0.2),
  silu: (x) => x.mul(x.sigmoid()),
};

/**
 * `activation: 'silu'` and other names. Faults: tfjs does not know them, and its hardSigmoid is Keras 2's, 0.2x + 0.5 (activations.ts).
 * Keras: silu and swish are x · σ(x), hardSwish and hardSilu x · relu6(x + 3) / 6, hardSigmoid relu6(x + 3) / 6, leakyRelu has the slope 0.2
 * below 0 (activations/activations.py).
 */
export function repairActivations(): void {
  for (const [className, apply] of Object.entries(functions)) {
    class Named extends tf.serialization.Serializable {
      static className = className;
      apply(x: tf.Tensor): tf.Tensor {
        return tf.tidy(() => apply(x));
      }
      getConfig(): tf.serialization.ConfigDict {
        return {};
      }
    }
    tf.serialization.registerClass(Named);
  }
}
