import * as tf from '@tensorflow/tfjs';

type FromConfig = (...values: unknown[]) => object;

function registered(className: string): [layer: { prototype: object }, fromConfig: FromConfig] {
  const entry: unknown = tf.serialization.SerializationMap.getMap().classNameMap[className];
  if (!entry) throw new Error(`tfjs has no layer ${className}`);
  return entry as [{ prototype: object }, FromConfig];
}

/** The prototype of a layer class under the name that it is saved by; tfjs exports few of its classes. */
export function layerPrototype(className: string): object {
  return registered(className)[0].prototype;
}

/** Changes how a saved layer comes back: tfjs hands `make` the options that were saved. */
export function replaceLoading<Options extends object>(
  className: string,
  make: (options: Options, theirs: (options: object) => object) => object,
): void {
  const entry = registered(className);
  const theirs = entry[1];
  entry[1] = (cls, options, ...rest) => make(options as Options, (given) => theirs(cls, given, ...rest));
}

/**
 * Replaces a method by `make(theirs)`.
 * @typeParam Fields what the new method reads of its object: protected fields of tfjs, which the repair's test holds to this shape
 */
export function replaceMethod<Fields, Values extends unknown[], Result>(
  prototype: object,
  name: string,
  make: (theirs: (this: Fields, ...values: Values) => Result) => (this: Fields, ...values: Values) => Result,
): void {
  const theirs: unknown = Reflect.get(prototype, name);
  if (typeof theirs !== 'function') throw new Error(`tfjs has no method ${name} here`);
  const value = make(theirs as (this: Fields, ...values: Values) => Result);
  Object.defineProperty(prototype, name, { configurable: true, writable: true, value });
}
