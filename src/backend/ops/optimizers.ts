import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { SideModule } from '../wasm/side-module';
import { replaceMethod, withOwnSlots } from '../../tfjs-repairs';
import { renew } from '../wasm/wasm-memory';
import type { SideModuleOf } from './kernel-registry';

type Gradients = { name: string; tensor: tf.Tensor | null }[] | Record<string, tf.Tensor>;
interface Slot {
  originalName: string;
  variable: tf.Variable;
}

/**
 * One pass per variable instead of tfjs's many small ops, for Adam, SGD, momentum and RMSProp on the wasm backend. The optimizers
 * are tfjs's own objects, so their state is saved and loaded as usual; on other backends they run as tfjs wrote them.
 */
export function installOptimizers(sideOf: SideModuleOf): void {
  fuse(tf.AdamOptimizer.prototype, sideOf, adam);
  fuse(tf.SGDOptimizer.prototype, sideOf, gradientDescent);
  fuse(tf.MomentumOptimizer.prototype, sideOf, momentum);
  fuse(tf.RMSPropOptimizer.prototype, sideOf, rmsProp);
}

/** What one step of an optimizer knows about a variable, the `index`-th of those that it trains. */
interface Step {
  side: SideModule;
  index: number;
  name: string;
  value: tf.Variable;
  /** What all kernels take: a pointer to the gradient, and how many numbers it has. */
  given: { gradient: number; count: number };
  threads: number;
}

interface Optimizer {
  incrementIterations(): void;
}

/** Replaces `applyGradients`. `begin` sees the optimizer once per step and returns what to do for each variable and at the end. */
function fuse<Fields>(
  prototype: object,
  sideOf: SideModuleOf,
  begin: (fields: Fields) => { each(step: Step): void; end?(): void },
): void {
  replaceMethod<Fields & Optimizer, [Gradients], void>(prototype, 'applyGradients', (theirs) => {
    return function (gradients) {
      const pairs = Array.isArray(gradients)
        ? gradients
        : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
      const variables = tf.engine().registeredVariables;
      const ours = pairs.every(
        ({ name, tensor }) => variables[name]?.dtype === 'float32' && (tensor?.dtype ?? 'float32') === 'float32',
      );
      if (tf.getBackend() !== 'wasm' || !ours) return theirs.call(this, gradients);
      const side = sideOf(tf.backend() as BackendWasm);
      const names = pairs.map(({ name }) => name);
      withOwnSlots(this, names, () => {
        const { each, end } = begin(this);
        pairs.forEach(({ name, tensor }, index) => {
          const value = variables[name];
          if (!value || !tensor) return;
          tf.util.assertShapesMatch(tensor.shape, value.shape, `the gradient of ${name}: `);
          const given = { gradient: side.pointer(tensor), count: value.size };
          each({ side, index, name, value, given, threads: side.threadsFor(value.size) });
        });
        end?.();
        this.incrementIterations();
      });
    };
  });
}

/** What the optimizer keeps for one variable, initially zeros. */
function slot(slots: (Slot | undefined)[], { index, name, value }: Step, suffix: string): tf.Variable {
  const made = (slots[index] ??= {
    originalName: `${name}/${suffix}`,
    variable: tf.tidy(() => tf.zerosLike(value).variable(false)),
  });
  // The kernel goes over as many numbers as the variable has.
  tf.util.assertShapesMatch(made.variable.shape, value.shape, `the ${suffix} of ${name}: `);
  return made.variable;
}

/**
 * Calls `run` with pointers to variables before and after a step. They are the same for a variable that nothing else refers to, which is
 * rewritten in place; one whose values a clone shares gets new ones.
 */
function rewrite<Name extends string>(
  { side: { backend, pointer } }: Step,
  variables: Record<Name, tf.Variable>,
  run: (from: Record<Name, number>, to: Record<Name, number>) => void,
): void {
  const entries = Object.entries<tf.Variable>(variables).map(([name, variable]) => {
    const shared = backend.refCount(variable.dataId) > 1;
    const target = shared && tf.engine().makeTensorFromTensorInfo(backend.makeOutput(variable.shape, 'float32'));
    return { name, variable, target };
  });
  const at = (of: (entry: (typeof entries)[number]) => tf.Tensor) =>
    Object.fromEntries(entries.map((entry) => [entry.name, pointer(of(entry))])) as Record<Name, number>;
  run(
    at(({ variable }) => variable),
    at(({ variable, target }) => target || variable),
  );
  for (const { variable, target } of entries)
    if (target) {
      variable.assign(target);
      target.dispose();
    } else renew(backend, variable.dataId);
}

interface AdamFields {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  accBeta1: tf.Variable;
  accBeta2: tf.Variable;
  accumulatedFirstMoment: (Slot | undefined)[];
  accumulatedSecondMoment: (Slot | undefined)[];
}

function adam(fields: AdamFields) {
  const { beta1, beta2, learningRate: rate, epsilon, accBeta1, accBeta2 } = fields;
  const [power1, power2] = [accBeta1.dataSync()[0]!, accBeta2.dataSync()[0]!];
  const numbers = { beta1, beta2, rate: (rate * Math.sqrt(1 - power2)) / (1 - power1), epsilon };
  return {
    each(step: Step) {
      const m = slot(fields.accumulatedFirstMoment, step, 'm');
      const v = slot(fields.accumulatedSecondMoment, step, 'v');
      rewrite(step, { m, v, weights: step.value }, (from, to) =>
        step.side.run('adam', step.threads, {
          ...step.given,
          ...from,
          newM: to.m,
          newV: to.v,
          newWeights: to.weights,
          ...numbers,
        }),
      );
    },
    end() {
      tf.tidy(() => {
        accBeta1.assign(tf.scalar(power1 * beta1));
        accBeta2.assign(tf.scalar(power2 * beta2));
      });
    },
  };
}

function gradientDescent({ learningRate }: { learningRate: number }) {
  return {
    each(step: Step) {
      rewrite(step, { weights: step.value }, (from, to) =>
        step.side.run('gradientDescent', step.threads, {
          ...step.given,
          ...from,
          newWeights: to.weights,
          rate: learningRate,
        }),
      );
    },
  };
}

interface MomentumFields {
  learningRate: number;
  momentum: number;
  useNesterov: boolean;
  accumulations: (Slot | undefined)[];
}

function momentum(fields: MomentumFields) {
  const numbers = { nesterov: fields.useNesterov ? 1 : 0, momentum: fields.momentum, rate: fields.learningRate };
  return {
    each(step: Step) {
      const moment = slot(fields.accumulations, step, 'momentum');
      rewrite(step, { moment, weights: step.value }, (from, to) =>
        step.side.run('momentum', step.threads, {
          ...step.given,
          ...from,
          newMoment: to.moment,
          newWeights: to.weights,
          ...numbers,
        }),
      );
    },
  };
}

interface RmsPropFields {
  learningRate: number;
  decay: number;
  momentum: number;
  epsilon: number;
  centered: boolean;
  accumulatedMeanSquares: (Slot | undefined)[];
  accumulatedMoments: (Slot | undefined)[];
  accumulatedMeanGrads: (Slot | undefined)[];
}

function rmsProp(fields: RmsPropFields) {
  const { decay, momentum, learningRate: rate, epsilon, centered } = fields;
  const numbers = { decay, momentum, rate, epsilon };
  return {
    each(step: Step) {
      const squares = slot(fields.accumulatedMeanSquares, step, 'rms');
      const moment = slot(fields.accumulatedMoments, step, 'momentum');
      const variables = { squares, moment, weights: step.value };
      const run = (from: Pointers, to: Pointers) =>
        step.side.run('rmsProp', step.threads, {
          ...step.given,
          ...from,
          ...{ newSquares: to.squares, newMoment: to.moment, newWeights: to.weights, newMean: to.mean },
          ...numbers,
        });
      if (centered) rewrite(step, { ...variables, mean: slot(fields.accumulatedMeanGrads, step, 'mg') }, run);
      else rewrite(step, variables, (from, to) => run({ ...from, mean: 0 }, { ...to, mean: 0 }));
    },
  };
}

type Pointers = Record<'squares' | 'moment' | 'weights' | 'mean', number>;
