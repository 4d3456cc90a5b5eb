import type { Histogram } from '../histogram';
import type { Picture } from '../picture';

export type ActivationName = 'relu' | 'relu6' | 'sigmoid' | 'tanh' | 'elu' | 'softplus' | 'swish';

/** An activation function with its slope and, for a layer, what it does to real maps. */
export interface ActivationOutput {
  kind: 'activation';
  title?: string;
  name: string;
  /** The curve: inputs, values and slopes. */
  xs: Float32Array;
  ys: Float32Array;
  slopes: Float32Array;
  /** How the layer's inputs are spread. */
  inputs?: Histogram;
  facts: string[];
  /** Maps of one image before and after. */
  maps: { before: Picture; after: Picture }[];
  /** How many maps were left out. */
  omitted: number;
}
