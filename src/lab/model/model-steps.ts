import * as tf from '@tensorflow/tfjs';
import { nodeOf } from './forward';
import { isModel } from '../values/kinds';

/** One use of a layer. A model inside the model is replaced by its own steps. */
export interface ModelStep {
  layer: tf.layers.Layer;
  /** What it reads, in the order of its inputs. */
  from: StepOutput[];
  outputs: tf.SymbolicTensor[];
  /** Names of the inner models that it belongs to, the outermost first; a second use of a model has a number. */
  inside: string[];
  /** Position among the uses of the same layer, from 0. They share their weights. */
  nth: number;
}
/** An output of an earlier step. */
interface StepOutput {
  step: number;
  output: number;
}

/** A model's uses of layers, each after those it reads; its inputs come first, in the model's order. */
export function stepsOf(model: tf.LayersModel): ModelStep[] {
  const steps: ModelStep[] = [];
  const uses = new Map<object, number>();
  const count = (layer: object): number => {
    const nth = uses.get(layer) ?? 0;
    uses.set(layer, nth + 1);
    return nth;
  };
  const add = (layer: tf.layers.Layer, from: StepOutput[], outputs: tf.SymbolicTensor[], scope: Scope): void => {
    const step = steps.push({ layer, from, outputs, inside: scope.inside, nth: count(layer) }) - 1;
    outputs.forEach((tensor, output) => scope.known.set(tensor.id, { step, output }));
  };
  const trace = (tensor: tf.SymbolicTensor, scope: Scope): StepOutput => {
    const before = scope.known.get(tensor.id);
    if (before) return before;
    const { sourceLayer } = tensor;
    const { inputTensors, outputTensors } = nodeOf(tensor);
    if (sourceLayer.getClassName() === 'InputLayer') add(sourceLayer, [], outputTensors, scope);
    else {
      const from = inputTensors.map((input) => trace(input, scope));
      if (isModel(sourceLayer)) {
        const inner = scopeOf(sourceLayer, from, scope, count(sourceLayer));
        const outputs = sourceLayer.outputs.map((output) => trace(output, inner));
        outputTensors.forEach(({ id }, at) => outputs[at] && scope.known.set(id, outputs[at]));
      } else add(sourceLayer, from, outputTensors, scope);
    }
    const made = scope.known.get(tensor.id);
    if (!made) throw new Error(`lab: ${tensor.name} has no place in its graph`);
    return made;
  };
  const whole: Scope = { inside: [], known: new Map() };
  for (const tensor of [...model.inputs, ...model.outputs]) trace(tensor, whole);
  return steps;
}

/** The graph of one model: its tensors by their numbers. */
interface Scope {
  inside: string[];
  known: Map<number, StepOutput>;
}

function scopeOf(model: tf.LayersModel, from: StepOutput[], outer: Scope, nth: number): Scope {
  const name = nth === 0 ? model.name : `${model.name} (${nth + 1})`;
  const known = model.inputs.flatMap(({ id }, at) => (from[at] ? [[id, from[at]] as const] : []));
  return { inside: [...outer.inside, name], known: new Map(known) };
}
