import { histogramSchema, type Histogram } from '../histogram';
import { pictureSchema, type Picture } from '../picture';
import { choice, count, floats, list, literal, maybe, name, shape, title, where, type Schema } from '../schema';

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

export const activationNameSchema: Schema<ActivationName> = choice<ActivationName>({
  relu: true,
  relu6: true,
  sigmoid: true,
  tanh: true,
  elu: true,
  softplus: true,
  swish: true,
});

export const activationSchema: Schema<ActivationOutput> = where(
  shape<ActivationOutput>({
    kind: literal('activation'),
    title: maybe(title),
    name,
    xs: floats,
    ys: floats,
    slopes: floats,
    inputs: maybe(histogramSchema),
    facts: list(title),
    maps: list(shape<ActivationOutput['maps'][number]>({ before: pictureSchema, after: pictureSchema })),
    omitted: count,
  }),
  ({ xs, ys, slopes }) => xs.length === ys.length && xs.length === slopes.length,
);
