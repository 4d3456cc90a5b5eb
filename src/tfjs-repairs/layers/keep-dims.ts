import * as tf from '@tensorflow/tfjs';
import { layerPrototype, replaceLoading, replaceMethod } from '../replace-method';

type Shape = (number | null)[];
type Inputs = tf.Tensor | tf.Tensor[];
interface Options {
  keepDims?: boolean;
  [name: string]: unknown;
}
interface Pooling {
  dataFormat?: 'channelsFirst' | 'channelsLast';
}

const classes = ['GlobalAveragePooling1D', 'GlobalAveragePooling2D', 'GlobalMaxPooling1D', 'GlobalMaxPooling2D'];
const makers = [
  'globalAveragePooling1d',
  'globalAveragePooling2d',
  'globalMaxPooling1d',
  'globalMaxPooling2d',
  'globalMaxPool1d',
  'globalMaxPool2d',
] as const;

const keeping = new WeakSet<object>();

/**
 * `globalAveragePooling2d({ keepDims: true })` and its like. Fault: the option is ignored (layers/pooling.ts). Keras: the axes stay, with one
 * element (layers/pooling/base_global_pooling.py).
 */
export function repairKeepDims(): void {
  for (const className of classes) {
    const prototype = layerPrototype(className);
    replaceLoading<Options>(className, ({ keepDims, ...config }, theirs) => marked(theirs(config), keepDims));
    replaceMethod<Pooling, [], object>(prototype, 'getConfig', (theirs) => {
      return function () {
        return { ...theirs.call(this), ...(keeping.has(this) && { keepDims: true }) };
      };
    });
    replaceMethod<Pooling, [Shape], Shape>(prototype, 'computeOutputShape', (theirs) => {
      return function (input) {
        return keeping.has(this) ? withOnes(this, input) : theirs.call(this, input);
      };
    });
    replaceMethod<Pooling, [Inputs, object], Inputs>(prototype, 'call', (theirs) => {
      return function (inputs, options) {
        const [x] = [inputs].flat();
        if (!keeping.has(this) || !x) return theirs.call(this, inputs, options);
        return tf.tidy(() =>
          (theirs.call(this, inputs, options) as tf.Tensor).reshape(withOnes(this, x.shape) as number[]),
        );
      };
    });
  }
}

/** The same for the functions that cells call. */
export const globalPoolings: Record<string, unknown> = Object.fromEntries(
  makers.map((name) => [
    name,
    ({ keepDims, ...options }: Options = {}) =>
      marked((tf.layers[name] as (given: object) => object)(options), keepDims),
  ]),
);

function marked<Layer extends object>(layer: Layer, keepDims: boolean | undefined): Layer {
  if (keepDims) keeping.add(layer);
  return layer;
}

function withOnes({ dataFormat }: Pooling, input: Shape): Shape {
  const channels = dataFormat === 'channelsFirst' ? 1 : input.length - 1;
  return input.map((size, axis) => (axis === 0 || axis === channels ? size : 1));
}
