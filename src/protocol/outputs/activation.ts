import type { Histogram } from '../histogram';
import type { Picture } from '../picture';

export type ActivationName = 'relu' | 'relu6' | 'sigmoid' | 'tanh' | 'elu' | 'softplus' | 'swish';

/** An activation function with its slope, and, of a layer, what it does to real maps. */
export interface ActivationOutput {
  kind: 'activation';
  title?: string;
  name: string;
  /** The curve: places, values and slopes. */
  xs: Float32Array;
  ys: Float32Array;
  slopes: Float32Array;
  /** What comes in. */
  inputs?: Histogram;
  facts: string[];
  /** Maps of one image before and after. */
  maps: { before: Picture; after: Picture }[];
  /** Maps that were left out. */
  omitted: number;
}
