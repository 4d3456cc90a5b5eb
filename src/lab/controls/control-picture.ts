import * as tf from '@tensorflow/tfjs';
import type { ControlPicture, ControlValue } from '../../protocol';

/** True for a picture of that size, in pixels. */
export function isPicture(value: ControlValue, height: number, width: number): value is ControlPicture {
  return typeof value === 'object' && 'width' in value && value.height === height && value.width === width;
}

/** The picture as a tensor, [height, width, channels] float32 in [0, 1]. */
export function pictureTensor({ height, width, channels, values }: ControlPicture): tf.Tensor3D {
  const scaled = Float32Array.from(values, (byte) => byte / 255);
  return tf.tensor3d(scaled, [height, width, channels]);
}

/** The first `limit` pictures of a batch [n, height, width, 1] in [0, 1] as bytes. */
export function samplePictures(images: tf.Tensor4D, limit: number): ControlPicture[] {
  const [all, height, width] = images.shape;
  const count = Math.min(limit, all);
  const values = tf.tidy(() => images.slice([0], [count]).dataSync());
  const size = height * width;
  return Array.from({ length: count }, (_, index) => ({
    width,
    height,
    channels: 1 as const,
    values: Uint8Array.from(values.subarray(index * size, (index + 1) * size), (value) =>
      Math.round(Math.min(1, Math.max(0, value)) * 255),
    ),
  }));
}
