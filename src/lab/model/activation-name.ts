import type { ActivationName } from '../../protocol';

/** Each activation as a plain function of one number, as `tf.layers.activation` computes it. */
export const activations: Record<ActivationName, (x: number) => number> = {
  relu: (x) => Math.max(0, x),
  relu6: (x) => Math.min(6, Math.max(0, x)),
  sigmoid,
  tanh: Math.tanh,
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  softplus: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  swish: (x) => x * sigmoid(x),
};

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** True for the name of an activation that works on one number at a time. */
export function isActivationName(name: unknown): name is ActivationName {
  return typeof name === 'string' && Object.hasOwn(activations, name);
}
