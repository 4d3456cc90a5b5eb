import * as tf from '@tensorflow/tfjs';

/** Everything with tensor memory that some values lead to. */
export interface Reached {
  tensors: Set<tf.Tensor>;
  models: Set<tf.LayersModel>;
  optimizers: Set<tf.Optimizer>;
}

/** Containers are followed this deep, and arrays of plain numbers not at all: a list of a million losses must cost nothing. */
const deepest = 6;
const longest = 10_000;

/**
 * Walks arrays, plain objects, maps, sets and class instances for tensors, models, layers and optimizers.
 * A model leads to its weights and its optimizer, an optimizer to its slots.
 */
export function reachable(values: unknown[]): Reached {
  const reached: Reached = { tensors: new Set(), models: new Set(), optimizers: new Set() };
  const seen = new Set<object>();

  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (value instanceof tf.Tensor) reached.tensors.add(value);
    else if (value instanceof tf.LayersModel) visitModel(value);
    else if (value instanceof tf.layers.Layer) visitLayer(value);
    else if (value instanceof tf.Optimizer) visitOptimizer(value);
    else if (depth < deepest) for (const child of children(value)) visit(child, depth + 1);
  };
  const visitLayer = (layer: tf.layers.Layer): void => {
    // What the reader disposed cannot be read any more.
    for (const weight of layer.weights) if (!isDisposed(weight)) reached.tensors.add(weight.read());
  };
  const visitModel = (model: tf.LayersModel): void => {
    reached.models.add(model);
    if (model.built) visitLayer(model);
    // The getter throws on a Sequential that has no layer yet.
    if (model.built && model.optimizer) visitOptimizer(model.optimizer);
  };
  const visitOptimizer = (optimizer: tf.Optimizer): void => {
    reached.optimizers.add(optimizer);
    for (const child of children(optimizer)) visit(child, deepest - 2);
  };

  for (const value of values) visit(value, 0);
  return reached;
}

function isDisposed(weight: object): boolean {
  const held: unknown = Reflect.get(weight, 'val');
  return held instanceof tf.Tensor && held.isDisposed;
}

function children(value: object): unknown[] {
  if (ArrayBuffer.isView(value) || value instanceof Promise) return [];
  if (Array.isArray(value)) return typeof value[0] === 'number' ? [] : value.slice(0, longest);
  if (value instanceof Map || value instanceof Set) return [...value.values()].slice(0, longest);
  const own = Object.getOwnPropertyDescriptors(value);
  return Object.keys(own)
    .slice(0, longest)
    .map((key) => own[key]?.value);
}

/** Disposes all of it; what somebody disposed before is passed over. */
export function release({ tensors, models, optimizers }: Reached): void {
  for (const optimizer of optimizers) optimizer.dispose();
  for (const model of models) disposeModel(model);
  for (const tensor of tensors) if (!tensor.isDisposed) tensor.dispose();
}

function disposeModel(model: tf.LayersModel): void {
  try {
    model.dispose();
  } catch {
    // Disposed by the reader, or never built: nothing is held.
  }
}
