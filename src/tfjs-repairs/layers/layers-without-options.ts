/**
 * `tf.layers.globalAveragePooling2d()`, and every other layer, without an object of options.
 * Fault: the constructors of many layers read an option of undefined: "Cannot read properties of undefined (reading 'dataFormat')".
 * Keras: a layer without required options needs no arguments; one with required options says which.
 */
export function withoutOptions(layers: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(layers).map(([name, make]: [string, unknown]) => [
      name,
      isMaker(name, make) ? optional(make) : make,
    ]),
  );
}

type Maker = (options: object) => unknown;

/** The classes among them are written with a capital. */
const isMaker = (name: string, make: unknown): make is Maker => typeof make === 'function' && /^[a-z]/.test(name);

const optional =
  (make: Maker): Maker =>
  (options = {}) =>
    make(options);
