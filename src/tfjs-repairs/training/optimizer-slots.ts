import * as tf from '@tensorflow/tfjs';
import { replaceMethod } from '../replace-method';
import { listOf, type Gradients, type Slot } from './step-by-variable';

type Slots = Slot[];

/** Where the optimizers keep their slots, each list in the order of the variables. */
const lists = [
  'accumulatedFirstMoment',
  'accumulatedSecondMoment',
  'accumulatedWeightedInfNorm',
  'accumulations',
  'accumulatedMeanSquares',
  'accumulatedMoments',
  'accumulatedMeanGrads',
  'accumulatedGrads',
  'accumulatedUpdates',
] as const;

interface Optimizer extends Partial<Record<(typeof lists)[number], Slots>> {
  iterations_: number;
  beta1?: number;
  beta2?: number;
  accBeta1?: tf.Variable;
  accBeta2?: tf.Variable;
  iteration?: tf.Variable;
}

const owners = new WeakMap<Slot, tf.Variable>();
const trained = new WeakMap<object, WeakSet<tf.Variable>>();

/**
 * An optimizer that meets other variables than before: a model that was made anew, or one of which layers were frozen or freed.
 * Fault: slots are found by the place of a variable in the list (adam_optimizer.ts and others), so a variable gets the moments of another
 * one; where their shapes differ, the step throws. Keras: slots belong to variables (optimizers/base_optimizer.py), and an optimizer
 * refuses variables that it has not been built for. Here it starts anew with them, because in a notebook the cell that makes the model is
 * run again and that of the optimizer is not.
 */
export function repairOptimizerSlots(): void {
  for (const { prototype } of [
    tf.SGDOptimizer,
    tf.MomentumOptimizer,
    tf.RMSPropOptimizer,
    tf.AdamOptimizer,
    tf.AdamaxOptimizer,
    tf.AdagradOptimizer,
    tf.AdadeltaOptimizer,
  ])
    replaceMethod<Optimizer, [Gradients], void>(prototype, 'applyGradients', (theirs) => {
      return function (gradients) {
        const names = listOf(gradients).map(({ name }) => name);
        withOwnSlots(this, names, () => theirs.call(this, gradients));
      };
    });
}

/** Takes a step on the variables of these names, each with its own slots. */
export function withOwnSlots(optimizer: object, names: readonly string[], step: () => void): void {
  const registered = tf.engine().registeredVariables;
  const variables = names.map((name) => registered[name]);
  fitSlots(optimizer as Optimizer, variables);
  step();
  const known = trained.get(optimizer) ?? new WeakSet();
  trained.set(optimizer, known);
  const all = slotsOf(optimizer as Optimizer);
  for (const [at, variable] of variables.entries()) {
    if (!variable) continue;
    known.add(variable);
    for (const slots of all) if (slots[at]) owners.set(slots[at], variable);
  }
}

const slotsOf = (optimizer: Optimizer): Slots[] => lists.flatMap((name) => (optimizer[name] ? [optimizer[name]] : []));

function fitSlots(optimizer: Optimizer, variables: readonly (tf.Variable | undefined)[]): void {
  const all = slotsOf(optimizer);
  const known = trained.get(optimizer);
  const fit = all.map((slots) => arrange(slots, variables));
  const isNew = known ? !variables.some((variable) => variable && known.has(variable)) : fit.some(({ had }) => had > 0);
  if (isNew && fit.every(({ kept }) => kept === 0)) beginAnew(optimizer);
}

/** Puts the slots in the order of the variables; what belongs to others comes last, what belongs to none is freed. */
function arrange(slots: Slots, variables: readonly (tf.Variable | undefined)[]): { had: number; kept: number } {
  const had = slots.length;
  const isInOrder = variables.every((variable, at) => variable && slots[at] && owners.get(slots[at]) === variable);
  if (had === 0 || isInOrder) return { had, kept: had };
  const own = new Map(slots.map((slot) => [owners.get(slot), slot]));
  own.delete(undefined);
  const left = new Set(slots);
  const fitting = variables.map((variable, at) => {
    if (!variable) return undefined;
    const here = slots[at];
    // A slot that came with a saved model has no owner yet.
    const loaded = here && !owners.has(here) && tf.util.arraysEqual(here.variable.shape, variable.shape);
    const slot = own.get(variable) ?? (loaded ? here : undefined);
    if (slot) left.delete(slot);
    return slot;
  });
  slots.length = 0;
  // What is missing stays a hole, which the step fills; saving passes over holes.
  for (const [at, slot] of fitting.entries()) if (slot) slots[at] = slot;
  slots.length = fitting.length;
  for (const slot of left) {
    const owner = owners.get(slot);
    if (owner && !owner.isDisposed) slots.push(slot);
    else slot.variable.dispose();
  }
  return { had, kept: fitting.filter(Boolean).length };
}

function beginAnew(optimizer: Optimizer): void {
  optimizer.iterations_ = 0;
  tf.tidy(() => {
    optimizer.accBeta1?.assign(tf.scalar(optimizer.beta1 ?? 0));
    optimizer.accBeta2?.assign(tf.scalar(optimizer.beta2 ?? 0));
    optimizer.iteration?.assign(tf.scalar(0));
  });
}
