import * as tf from '@tensorflow/tfjs';
import { layerPrototype, replaceLoading, replaceMethod } from '../replace-method';

interface Elu {
  alpha: number;
}
interface Options {
  alpha?: number;
  [name: string]: unknown;
}
type Inputs = tf.Tensor | tf.Tensor[];

/**
 * `tf.layers.elu({ alpha })`. Fault: every alpha but 1 throws "not supported" (layers/advanced_activations.ts). Keras: x where x > 0,
 * otherwise alpha · (eˣ − 1) (layers/activations/elu.py).
 */
export function repairEluAlpha(): void {
  replaceLoading<Options>('ELU', ({ alpha = 1, ...config }, theirs) => Object.assign(theirs(config), { alpha }));
  replaceMethod<Elu, [Inputs, object], Inputs>(layerPrototype('ELU'), 'call', (original) => {
    return function (inputs, options) {
      const [x] = [inputs].flat();
      if (this.alpha === 1 || !x) return original.call(this, inputs, options);
      return tf.tidy(() => x.relu().add(x.minimum(0).elu().mul(this.alpha)));
    };
  });
}

/** The same for the function that cells call. */
export function elu({ alpha = 1, ...options }: Options = {}): unknown {
  return Object.assign(tf.layers.elu(options), { alpha });
}
