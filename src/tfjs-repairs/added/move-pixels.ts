import * as tf from '@tensorflow/tfjs';

/** What is outside of a picture: its mirror image, its other side, its nearest pixel, or a fixed value. */
type FillMode = 'reflect' | 'wrap' | 'nearest' | 'constant';
export interface Filling {
  fillMode: FillMode;
  fillValue: number;
  interpolation: 'bilinear' | 'nearest';
}

/** For each picture a row of six numbers: its pixel (x, y) comes from x' = a₀x + a₁y + a₂, y' = b₀x + b₁y + b₂. Each is `[batch, 1]`. */
export interface Places {
  a: readonly [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
  b: readonly [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
}

/**
 * Pictures `[batch, height, width, channels]` whose pixels come from other places. Not by `tf.image.transform`: in tfjs 4.22 its mirror images
 * are wrong on wasm, and on cpu all pictures of a batch but the first. Places between pixels and outside are as in Keras on JAX
 * (backend/jax/image.py, `affine_transform`).
 */
export function movePixels(
  images: tf.Tensor4D,
  { a, b }: Places,
  { fillMode, fillValue, interpolation }: Filling,
): tf.Tensor4D {
  const [batch, height, width, channels] = images.shape;
  const rows = images.reshape<tf.Tensor2D>([batch * height * width, channels]);
  const [across, down] = [tf.range(0, width), tf.range(0, height).reshape([height, 1])];
  const place = ([byX, byY, offset]: Places['a']): tf.Tensor => {
    const [x, y, o] = [byX, byY, offset].map((number) => number.reshape([batch, 1, 1])) as [
      tf.Tensor,
      tf.Tensor,
      tf.Tensor,
    ];
    return x.mul(across).add(y.mul(down)).add(o);
  };
  const [x, y] = [place(a), place(b)];
  const first = tf
    .range(0, batch, 1, 'int32')
    .mul(height * width)
    .reshape([batch, 1, 1]);

  const pixels = (column: tf.Tensor, row: tf.Tensor): tf.Tensor => {
    const index = first
      .add(inside(row, height, fillMode).mul(width))
      .add(inside(column, width, fillMode))
      .toInt();
    const found = rows.gather(index.reshape([-1])).reshape([batch, height, width, channels]);
    if (fillMode !== 'constant') return found;
    const isInside = isBetween(row, height).logicalAnd(isBetween(column, width)).expandDims(-1);
    return tf.where(isInside, found, tf.fill(found.shape, fillValue));
  };
  if (interpolation === 'nearest') return pixels(rounded(x), rounded(y)) as tf.Tensor4D;
  const [left, above] = [x.floor(), y.floor()];
  const [right, below] = [x.sub(left).expandDims(-1), y.sub(above).expandDims(-1)];
  const row = (at: tf.Tensor): tf.Tensor => mix(pixels(left, at), pixels(left.add(1), at), right);
  return mix(row(above), row(above.add(1)), below) as tf.Tensor4D;
}

const mix = (from: tf.Tensor, to: tf.Tensor, share: tf.Tensor): tf.Tensor =>
  from.mul(tf.sub(1, share)).add(to.mul(share));

/** Halves are rounded away from 0. */
const rounded = (x: tf.Tensor): tf.Tensor => x.sign().mul(x.abs().add(0.5).floor());

const isBetween = (index: tf.Tensor, size: number): tf.Tensor => index.greaterEqual(0).logicalAnd(index.less(size));

/** The index of the pixel that stands for one that may be outside. */
function inside(index: tf.Tensor, size: number, mode: FillMode): tf.Tensor {
  if (mode === 'wrap') return index.sub(index.div(size).floor().mul(size));
  if (mode !== 'reflect') return index.clipByValue(0, size - 1);
  const turn = index.sub(
    index
      .div(2 * size)
      .floor()
      .mul(2 * size),
  );
  return turn.minimum(tf.sub(2 * size - 1, turn));
}
