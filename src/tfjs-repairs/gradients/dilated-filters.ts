import * as tf from '@tensorflow/tfjs';

/** A filter `[sizes…, in, out]` with `rate − 1` zeros between neighbours along each of its first axes: a dilated filter, spelled out. */
export function expandFilter(filter: tf.Tensor, rates: readonly number[]): tf.Tensor {
  return rates.reduce((spread, rate, axis) => (rate === 1 ? spread : expandAxis(spread, axis, rate)), filter);
}

/** The adjoint of `expandFilter`: every `rate`-th element along each of the first axes. */
export function contractFilter(filter: tf.Tensor, rates: readonly number[]): tf.Tensor {
  return rates.reduce((spread, rate, axis) => (rate === 1 ? spread : contractAxis(spread, axis, rate)), filter);
}

/** The shape of `expandFilter`'s result. */
export function expandedShape(shape: readonly number[], rates: readonly number[]): number[] {
  return shape.map((size, axis) => (size - 1) * (rates[axis] ?? 1) + 1);
}

function expandAxis(filter: tf.Tensor, axis: number, rate: number): tf.Tensor {
  const { before, size, after } = around(filter.shape, axis);
  const zeros = tf.zeros([before, size, rate - 1, after]);
  const spread = tf.concat([filter.reshape([before, size, 1, after]), zeros], 2).reshape([before, size * rate, after]);
  const length = (size - 1) * rate + 1;
  return spread.slice([0, 0, 0], [before, length, after]).reshape(filter.shape.with(axis, length));
}

function contractAxis(filter: tf.Tensor, axis: number, rate: number): tf.Tensor {
  const { before, size, after } = around(filter.shape, axis);
  const kept = (size - 1) / rate + 1;
  const whole = tf.concat([filter.reshape([before, size, after]), tf.zeros([before, rate - 1, after])], 1);
  const first = whole.reshape([before, kept, rate, after]).slice([0, 0, 0, 0], [before, kept, 1, after]);
  return first.reshape(filter.shape.with(axis, kept));
}

function around(shape: readonly number[], axis: number): { before: number; size: number; after: number } {
  const before = tf.util.sizeFromShape(shape.slice(0, axis));
  return { before, size: shape[axis] ?? 1, after: tf.util.sizeFromShape(shape.slice(axis + 1)) };
}
