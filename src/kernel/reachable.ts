import * as tf from '@tensorflow/tfjs';

/** Everything with tensor memory that can be reached from some values. */
export interface Reached {
  tensors: Set<tf.Tensor>;
  models: Set<tf.LayersModel>;
  optimizers: Set<tf.Optimizer>;
}

/** Containers are followed this deep. content/README.md tells authors this limit and the next one. */
const deepest = 6;
/** Elements of one container that are looked at: a list of a million losses must cost next to nothing. */
const longest = 10_000;

/**
 * Walks arrays, plain objects, maps (keys too), sets, class instances and static fields for tensors, models, layers and optimizers. A
 * model leads to its weights and its optimizer, an optimizer to its slots.
 *
 * JavaScript cannot look into closures, private fields, promises and weak references; getters are not run.
 */
export function reachable(values: unknown[]): Reached {
  const reached: Reached = { tensors: new Set(), models: new Set(), optimizers: new Set() };
  // The global object leads to tfjs's engine, and so to every variable of every cell.
  const seen = new Set<object>([globalThis]);

  const visit = (value: unknown, depth: number): void => {
    if (!isObject(value) || seen.has(value)) return;
    seen.add(value);
    if (value instanceof tf.Tensor) reached.tensors.add(value);
    else if (value instanceof tf.LayersModel) visitModel(value);
    else if (value instanceof tf.layers.Layer) visitLayer(value);
    else if (value instanceof tf.Optimizer) visitOptimizer(value);
    else if (depth < deepest) eachChild(value, (child) => visit(child, depth + 1));
  };
  const visitLayer = (layer: tf.layers.Layer): void => {
    // What the reader disposed cannot be read any more.
    for (const weight of layer.weights) if (!isDisposed(weight)) reached.tensors.add(weight.read());
    // A reader's own layer may hold a tensor that is not a weight. The rest of its fields leads to all layers that it is connected to.
    for (const held of Object.values(layer)) if (held instanceof tf.Tensor) reached.tensors.add(held);
  };
  const visitModel = (model: tf.LayersModel): void => {
    reached.models.add(model);
    for (const layer of model.layers) visitLayer(layer);
    if (model.built) visitLayer(model);
    // The getter throws on a Sequential that has no layer yet.
    if (model.built && model.optimizer) visitOptimizer(model.optimizer);
  };
  const visitOptimizer = (optimizer: tf.Optimizer): void => {
    reached.optimizers.add(optimizer);
    eachChild(optimizer, (child) => visit(child, deepest - 2));
  };

  for (const value of values) visit(value, 0);
  return reached;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

function isDisposed(weight: object): boolean {
  const held: unknown = Reflect.get(weight, 'val');
  return held instanceof tf.Tensor && held.isDisposed;
}

/** Calls `visit` with what a container holds, up to `longest` of each sort. */
function eachChild(container: object, visit: (child: unknown) => void): void {
  if (ArrayBuffer.isView(container)) return;
  if (Array.isArray(container)) {
    const end = Math.min(container.length, longest);
    for (let index = 0; index < end; index += 1) visit(container[index]);
    return;
  }
  if (container instanceof Map || container instanceof Set) {
    let count = 0;
    for (const [key, value] of container.entries()) {
      if (count++ >= longest) break;
      visit(key);
      visit(value);
    }
  }
  // Only the enumerable: a class's `prototype` would pass for an instance of what the class extends.
  const own = [...Object.keys(container), ...Object.getOwnPropertySymbols(container)];
  for (const key of own.slice(0, longest)) visit(Object.getOwnPropertyDescriptor(container, key)?.value);
}

/** Disposes all of it; what was already disposed is skipped. */
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
