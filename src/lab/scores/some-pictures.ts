import * as tf from '@tensorflow/tfjs';
import type { Picture } from '../../protocol';
import { pictureOf } from '../model/one-image';
import { MAX_VALUES, partsOf } from '../values/pictures';
import { take } from '../values/read';

/**
 * The pictures at some places of a set [n, h, w, c], in one read and no more than one output may hold. None if the inputs are not
 * pictures.
 */
export async function picturesAt(images: tf.Tensor, places: readonly number[]): Promise<Picture[]> {
  const [, height = 0, width = 0, channels = 0] = images.shape;
  const size = height * width * channels;
  const some = places.slice(0, Math.floor(MAX_VALUES / Math.max(1, size)));
  if (images.rank !== 4 || some.length === 0) return [];
  const values = await take(tf.tidy(() => tf.gather(images, tf.tensor1d([...some], 'int32')).cast('float32')));
  return partsOf(values, size, some.length).map((part) => pictureOf(part, [1, height, width, channels]));
}
