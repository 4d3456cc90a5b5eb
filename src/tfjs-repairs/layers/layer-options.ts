import { base, layers as known } from '../../../.generated/tfjs-options.json';
import { checkOptions } from '../check-options';

const filling = ['fillMode', 'fillValue', 'interpolation', 'seed'];

/** Options that the repairs add. */
const added: Record<string, readonly string[]> = {
  globalAveragePooling1d: ['keepDims'],
  globalAveragePooling2d: ['keepDims'],
  globalMaxPooling1d: ['keepDims'],
  globalMaxPooling2d: ['keepDims'],
  globalMaxPool1d: ['keepDims'],
  globalMaxPool2d: ['keepDims'],
  groupNormalization: ['groups', 'axis', 'epsilon', 'center', 'scale'],
  randomContrast: ['factor', 'valueRange', 'seed'],
  randomFlip: ['mode', 'seed'],
  randomRotation: ['factor', ...filling],
  randomTranslation: ['heightFactor', 'widthFactor', ...filling],
  randomZoom: ['heightFactor', 'widthFactor', ...filling],
  spatialDropout1d: ['rate', 'seed'],
  spatialDropout2d: ['rate', 'seed'],
  spatialDropout3d: ['rate', 'seed'],
};

/** Options that are whole numbers above 0, which not every layer checks. */
const sizes = ['kernelSize', 'strides', 'dilationRate', 'size', 'depthMultiplier'];

/**
 * `tf.layers.globalAveragePooling2d()`, and every other layer, without an object of options, with an option that it does not have, or with a
 * size of 0.
 * Faults: the constructors of many layers read an option of undefined: "Cannot read properties of undefined (reading 'dataFormat')"; options
 * that do not exist, such as `groups` and `kernel_size`, are ignored without a word; `conv2d` with `strides: 0` gives maps of Infinity
 * pixels, with `kernelSize: 0` maps that are larger than the picture.
 * Keras: a layer without required options needs no arguments; one with required options says which; another option is an error, and so is
 * a size that is no whole number above 0.
 */
export function withCheckedOptions(layers: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(layers).map(([name, make]: [string, unknown]) => [
      name,
      isMaker(name, make) ? checked(name, make) : make,
    ]),
  );
}

type Maker = (options: object) => unknown;

/** The classes among them are written with a capital. */
const isMaker = (name: string, make: unknown): make is Maker => typeof make === 'function' && /^[a-z]/.test(name);

function checked(name: string, make: Maker): Maker {
  const own = [...((known as Record<string, string[]>)[name] ?? []), ...(added[name] ?? [])];
  return (options = {}) => {
    if (own.length > 0 || name in known) checkOptions(`tf.layers.${name}`, options, [...own, ...base]);
    refuseSizes(options);
    return make(options);
  };
}

function refuseSizes(options: object): void {
  for (const size of sizes)
    for (const value of [Reflect.get(options, size) as unknown].flat())
      // In the words of tfjs's own check, which only some layers have.
      if (typeof value === 'number' && !(Number.isInteger(value) && value > 0))
        throw new RangeError(`Expected ${size} to be a positive integer, but got ${value}.`);
}
