import * as tf from '@tensorflow/tfjs';
import { watched } from './failed-call';

/** Parts of `tf` whose functions take tensors, or options that a reader can forget. */
const spaces = ['image', 'layers', 'linalg', 'losses', 'metrics', 'browser', 'fused', 'signal'];

type Space = Record<string, unknown>;
const isFunction = (value: unknown): value is (...values: never[]) => unknown => typeof value === 'function';
/** Classes are not wrapped: `instanceof` and subclasses depend on their identity. `tf.train` is one, whatever its name looks like. */
const isPlain = (name: string, value: unknown): boolean =>
  isFunction(value) && /^[a-z]/.test(name) && Object.getOwnPropertyNames(value).every((own) => functionOwn.has(own));
const functionOwn = new Set(['length', 'name', 'prototype', 'arguments', 'caller']);

/** `tf` as cells have it: every function keeps the shapes of its arguments with the error that it throws. */
export function watchNamespace(namespace: Space): Space {
  const watch = (space: Space, prefix: string): Space =>
    Object.fromEntries(
      Object.entries(space).map(([name, value]) => [
        name,
        isFunction(value) && isPlain(name, value) ? watched(prefix + name, value) : value,
      ]),
    );
  const own = spaces.map((name) => [name, watch(namespace[name] as Space, `${name}.`)]);
  return { ...watch(namespace, ''), ...Object.fromEntries(own) };
}

let watching = false;

/** The same for methods: chained operations of tensors, `apply` of layers, and what models do. Once. */
export function watchMethods(): void {
  if (watching) return;
  watching = true;
  const operations = tf as unknown as Space;
  const chained = Object.getOwnPropertyNames(tf.Tensor.prototype).filter((name) => isPlain(name, operations[name]));
  watchOn(tf.Tensor.prototype, chained, true);
  watchOn(tf.layers.Layer.prototype, ['apply'], false);
  watchOn(
    tf.LayersModel.prototype,
    ['predict', 'evaluate', 'evaluateDataset', 'fit', 'fitDataset', 'trainOnBatch'],
    false,
  );
}

function watchOn(prototype: object, names: string[], chained: boolean): void {
  for (const name of names) {
    const method: unknown = Reflect.get(prototype, name);
    if (isFunction(method))
      Object.defineProperty(prototype, name, {
        configurable: true,
        writable: true,
        value: watched(name, method, chained),
      });
  }
}
