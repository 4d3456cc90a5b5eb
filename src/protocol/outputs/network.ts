import { planesSchema, type Planes } from '../planes';
import {
  choice,
  count,
  either,
  floats,
  integers,
  list,
  literal,
  maybe,
  name,
  oneOf,
  shape,
  text,
  title,
  variants,
  where,
  type Schema,
} from '../schema';
import { activationNameSchema, type ActivationName } from './activation';
import { stepFields, type WindowStep } from './window';

/** A network at work on one image: what each layer computed from it, and how. */
export interface NetworkOutput {
  kind: 'network';
  title?: string;
  /** One entry per use of a layer, each after those it reads. */
  layers: NetworkLayer[];
  /** How many maps of a layer are drawn before the reader asks for more. */
  limit: number;
}

export interface NetworkLayer {
  name: string;
  type: string;
  /** The layer's settings, such as `3 × 3 · same · relu`. */
  settings: string;
  /** The nested models that it is part of, outermost first. */
  inside: string[];
  /** Such as `26 × 26 × 32`. */
  shape: string;
  /** The layers that it reads, by index. */
  from: number[];
  /** What it computed: maps, or units, which are planes of one number. All share one scale. */
  maps: Planes;
  /** How many maps were left out. */
  omitted: number;
  /** Every n-th pixel is sent, in each direction; this is n. If it is above 1, the rule is `nothing`. */
  sampled: number;
  /** Names of its units. */
  names?: string[];
  rule: LayerRule;
}

/** How a layer computes its numbers, with the data to follow it step by step. */
export type LayerRule =
  /** `input`: it is given. `large`: too many numbers to send. `unknown`: a layer of another kind. */
  | { by: 'nothing'; why: 'input' | 'large' | 'unknown' }
  /** The steps of a window, as in `WindowOutput`, from the maps it reads, through those `between` two steps, to its own. */
  | { by: 'window'; steps: Omit<WindowStep, 'input' | 'output'>[]; between?: Planes }
  | WeightsRule
  | { by: 'activation'; activation: ActivationName | 'softmax' }
  /** Element by element, (x − mean) / deviation · gamma + beta, one of each per map. */
  | { by: 'normalization'; mean: Float32Array; deviation: Float32Array; gamma: Float32Array; beta: Float32Array }
  /** Element by element over all layers it reads. */
  | { by: 'sum' | 'product' | 'average' | 'maximum' | 'minimum' }
  /** `join`: the maps of all it reads, one after the other. `same`: what it reads. `flatten`: unit (r · width + c) · count + map. */
  | { by: 'join' | 'same' | 'flatten' }
  /** One number per map: the mean or the largest of its values. */
  | { by: 'mean' | 'largest' };

/** A dense layer: for each unit the products of the largest magnitude, and the sum of the rest. */
export interface WeightsRule {
  by: 'weights';
  /** How many products per unit are sent. */
  most: number;
  /** Units × most: the index of the input, largest product first. */
  inputs: Int32Array;
  /** Units × most: its weight. */
  weights: Float32Array;
  /** Per unit: the sum of all other products. */
  rest: Float32Array;
  /** Per unit: the sum of all products and the bias. */
  sums: Float32Array;
  bias?: Float32Array;
  activation?: ActivationName | 'softmax';
}

type Rule<By extends LayerRule['by']> = Extract<LayerRule, { by: By }>;

const softmaxOr = either(activationNameSchema, literal('softmax'));
type Plain<Names extends string> = Schema<{ by: Names }>;

/** A rule without data of its own; those of one line in the type are written alike. */
const plain = <Names extends string>(...names: Names[]): Plain<Names> => shape<{ by: Names }>({ by: oneOf(...names) });

const byElement = plain('sum', 'product', 'average', 'maximum', 'minimum');
const moved = plain('join', 'same', 'flatten');
const reduced = plain('mean', 'largest');

const windowRule: Schema<Rule<'window'>> = shape<Rule<'window'>>({
  by: literal('window'),
  steps: list(shape<Rule<'window'>['steps'][number]>(stepFields)),
  between: maybe(planesSchema),
});

const weightsRule: Schema<WeightsRule> = where(
  shape<WeightsRule>({
    by: literal('weights'),
    most: count,
    inputs: integers,
    weights: floats,
    rest: floats,
    sums: floats,
    bias: maybe(floats),
    activation: maybe(softmaxOr),
  }),
  ({ most, inputs, weights, rest, sums }) =>
    inputs.length === sums.length * most && weights.length === inputs.length && rest.length === sums.length,
);

const normalizationRule: Schema<Rule<'normalization'>> = where(
  shape<Rule<'normalization'>>({
    by: literal('normalization'),
    mean: floats,
    deviation: floats,
    gamma: floats,
    beta: floats,
  }),
  ({ mean, deviation, gamma, beta }) => [deviation, gamma, beta].every(({ length }) => length === mean.length),
);

const ruleSchema: Schema<LayerRule> = variants<LayerRule, 'by'>('by', {
  nothing: shape<Rule<'nothing'>>({
    by: literal('nothing'),
    why: choice<Rule<'nothing'>['why']>({ input: true, large: true, unknown: true }),
  }),
  window: windowRule,
  weights: weightsRule,
  activation: shape<Rule<'activation'>>({ by: literal('activation'), activation: softmaxOr }),
  normalization: normalizationRule,
  sum: byElement,
  product: byElement,
  average: byElement,
  maximum: byElement,
  minimum: byElement,
  join: moved,
  same: moved,
  flatten: moved,
  mean: reduced,
  largest: reduced,
});

const layerSchema: Schema<NetworkLayer> = where(
  shape<NetworkLayer>({
    name,
    type: name,
    settings: text,
    inside: list(name),
    shape: text,
    from: list(count),
    maps: planesSchema,
    omitted: count,
    sampled: count,
    names: maybe(list(name)),
    rule: ruleSchema,
  }),
  ({ maps, rule }) => rule.by !== 'weights' || rule.sums.length === maps.count,
);

export const networkSchema: Schema<NetworkOutput> = where(
  shape<NetworkOutput>({ kind: literal('network'), title: maybe(title), layers: list(layerSchema), limit: count }),
  ({ layers }) => layers.every(({ from }, index) => from.every((read) => read < index)),
);
