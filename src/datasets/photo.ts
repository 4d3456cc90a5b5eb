import * as tf from '@tensorflow/tfjs';
import { listed, say } from '../words';
import { load } from './load';
import { print } from './print';

const names = ['flower', 'airplane', 'cat', 'coffee'] as const;

/** The photographs that `photo` has. */
export type PhotoName = (typeof names)[number];

/**
 * A photograph as a tensor [height, width, 3], float32 in [0, 1], red, green, blue; its longer side has 256 pixels.
 *
 * - `'flower'` (256 × 202) and `'airplane'` (179 × 256): old, almost without colour, with clear edges (K. Blossfeldt; F. Azari; Getty's Open Content Program)
 * - `'cat'` (170 × 256) and `'coffee'` (171 × 256): in colour (S. van der Walt; R. Michetti)
 *
 * Another name is an error that lists these.
 */
export async function photo(name: PhotoName): Promise<tf.Tensor3D> {
  if (!names.includes(name))
    throw new RangeError(say('datasets.noPhoto', { value: print(name), names: listed(names.map(print)) }));
  const [array] = await load(say('datasets.photo'), [`photos/${name}.idx.gz`]);
  const [height = 0, width = 0, channels = 0] = array?.shape ?? [];
  return tf.tensor3d(
    Float32Array.from(array?.values ?? [], (value) => value / 255),
    [height, width, channels],
  );
}
