import type { ActivationName } from './activation';
import type { WindowStep } from './window';
import type { Planes } from '../planes';

/** A network at work on one image: what each layer made of it, and how. */
export interface NetworkOutput {
  kind: 'network';
  title?: string;
  /** Uses of layers, each after those it reads. */
  layers: NetworkLayer[];
  /** Maps of one layer that are drawn before the reader asks for more. */
  limit: number;
}

export interface NetworkLayer {
  name: string;
  type: string;
  /** What the layer was told, such as `3 × 3 · same · relu`. */
  settings: string;
  /** Models inside the model that it belongs to, the outermost first. */
  inside: string[];
  /** Such as `26 × 26 × 32`. */
  shape: string;
  /** The layers that it reads, by their place. */
  from: number[];
  /** What it gave: maps, or units, which are planes of one number. All share one scale. */
  maps: Planes;
  /** Maps that were left out. */
  omitted: number;
  /** Of how many pixels one travels, in each direction. Where it is above 1, the rule is `nothing`. */
  sampled: number;
  /** Names of its units. */
  names?: string[];
  rule: LayerRule;
}

/** How a layer's numbers come about, with what it takes to follow them. */
export type LayerRule =
  /** `input`: it is given. `large`: too many numbers to travel. `unknown`: a layer of another kind. */
  | { by: 'nothing'; why: 'input' | 'large' | 'unknown' }
  /** The steps of a window, as in `WindowOutput`, from the maps it reads over those `between` two steps to its own. */
  | { by: 'window'; steps: Omit<WindowStep, 'input' | 'output'>[]; between?: Planes }
  | WeightsRule
  | { by: 'activation'; activation: ActivationName | 'softmax' }
  /** Number by number, (x − mean) / deviation · gamma + beta, one of each per map. */
  | { by: 'normalization'; mean: Float32Array; deviation: Float32Array; gamma: Float32Array; beta: Float32Array }
  /** Number by number over all layers it reads. */
  | { by: 'sum' | 'product' | 'average' | 'maximum' | 'minimum' }
  /** `join`: the maps of all it reads, one after the other. `same`: what it reads. `flatten`: unit (r · width + c) · count + map. */
  | { by: 'join' | 'same' | 'flatten' }
  /** One number per map: the mean or the largest of its values. */
  | { by: 'mean' | 'largest' };

/** A dense layer: of each unit the products with the largest amounts, and what the others add up to. */
export interface WeightsRule {
  by: 'weights';
  /** Products per unit that travel. */
  most: number;
  /** Units × most: which input, the largest product first. */
  inputs: Int32Array;
  /** Units × most: its weight. */
  weights: Float32Array;
  /** Units: the sum of all other products. */
  rest: Float32Array;
  /** Units: the sum of all products and the bias. */
  sums: Float32Array;
  bias?: Float32Array;
  activation?: ActivationName | 'softmax';
}
