import * as tf from '@tensorflow/tfjs';
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import type { KernelName, SideModule } from './side-module';
import { renew } from './wasm-memory';
import type { SideModuleOf } from './kernel-registry';

type Gradients = { name: string; tensor: tf.Tensor | null }[] | Record<string, tf.Tensor>;
interface Slot {
  originalName: string;
  variable: tf.Variable;
}

/**
 * One pass per variable in the place of tfjs's many small ops, for Adam, SGD, momentum and RMSProp on the wasm backend. The optimizers
 * are tfjs's own objects, so their state is saved and loaded as ever; on other backends they run as tfjs wrote them.
 */
export function installOptimizers(sideOf: SideModuleOf): void {
  fuse(tf.AdamOptimizer.prototype, sideOf, adam);
  fuse(tf.SGDOptimizer.prototype, sideOf, gradientDescent);
  fuse(tf.MomentumOptimizer.prototype, sideOf, momentum);
  fuse(tf.RMSPropOptimizer.prototype, sideOf, rmsProp);
}

/** What one step of an optimizer sees of a variable: its place among the variables, its name, its gradient. */
interface Step {
  side: SideModule;
  index: number;
  name: string;
  value: tf.Variable;
  gradient: tf.Tensor;
}

interface Optimizer {
  applyGradients(gradients: never): void;
  incrementIterations(): void;
}

/** Replaces `applyGradients`. `begin` sees the optimizer once a step and gives what to do for each variable, and at the end. */
function fuse<Fields>(
  prototype: object,
  sideOf: SideModuleOf,
  begin: (fields: Fields) => { each(step: Step): void; end?(): void },
): void {
  const patched = prototype as { applyGradients(this: Fields & Optimizer, gradients: Gradients): void };
  const theirs = patched.applyGradients;
  patched.applyGradients = function (gradients) {
    const pairs = Array.isArray(gradients)
      ? gradients
      : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
    const variables = tf.engine().registeredVariables;
    const ours = pairs.every(
      ({ name, tensor }) => variables[name]?.dtype === 'float32' && (tensor?.dtype ?? 'float32') === 'float32',
    );
    if (tf.getBackend() !== 'wasm' || !ours) return theirs.call(this, gradients);
    const side = sideOf(tf.backend() as BackendWasm);
    const { each, end } = begin(this);
    pairs.forEach(({ name, tensor }, index) => {
      const value = variables[name];
      if (!value || !tensor) return;
      tf.util.assertShapesMatch(tensor.shape, value.shape, `the gradient of ${name}: `);
      each({ side, index, name, value, gradient: tensor });
    });
    end?.();
    this.incrementIterations();
  };
}

/** The optimizer's memory of one variable, all zeros at first. */
function slot(slots: (Slot | undefined)[], { index, name, value }: Step, suffix: string): tf.Variable {
  const made = (slots[index] ??= {
    originalName: `${name}/${suffix}`,
    variable: tf.tidy(() => tf.zerosLike(value).variable(false)),
  });
  return made.variable;
}

/**
 * Runs a kernel that reads and rewrites `variables`. A variable that nobody else refers to is rewritten where it lies; where a
 * clone shares its values, it gets new ones.
 */
function update(
  { side, value, gradient }: Step,
  kernel: KernelName,
  variables: tf.Variable[],
  numbers: { integers?: number[]; floats: number[] },
  missing: { before: number; after: number } = { before: 0, after: 0 },
): void {
  const { backend } = side;
  const size = value.size;
  const targets = variables.map((variable) =>
    backend.refCount(variable.dataId) === 1
      ? undefined
      : tf.engine().makeTensorFromTensorInfo(backend.makeOutput(variable.shape, 'float32')),
  );
  const from = variables.map((variable) => side.pointer(variable));
  const to = targets.map((target, index) => (target ? side.pointer(target) : from[index]!));
  const [none, nowhere] = [Array<number>(missing.before).fill(0), Array<number>(missing.after).fill(0)];
  const integers = [side.pointer(gradient), ...from, ...none, ...to, ...nowhere, size, ...(numbers.integers ?? [])];
  side.run(kernel, side.threadsFor(size), integers, numbers.floats);
  targets.forEach((target, index) => {
    const variable = variables[index]!;
    if (!target) return renew(backend, variable.dataId);
    variable.assign(target);
    target.dispose();
  });
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
  const { beta1, beta2, learningRate, epsilon, accBeta1, accBeta2 } = fields;
  const [power1, power2] = [accBeta1.dataSync()[0]!, accBeta2.dataSync()[0]!];
  const floats = [beta1, beta2, 1 / (1 - power1), 1 / (1 - power2), learningRate, epsilon];
  return {
    each(step: Step) {
      const [m, v] = [slot(fields.accumulatedFirstMoment, step, 'm'), slot(fields.accumulatedSecondMoment, step, 'v')];
      update(step, 'adam', [m, v, step.value], { floats });
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
  return { each: (step: Step) => update(step, 'gradientDescent', [step.value], { floats: [learningRate] }) };
}

interface MomentumFields {
  learningRate: number;
  momentum: number;
  useNesterov: boolean;
  accumulations: (Slot | undefined)[];
}

function momentum(fields: MomentumFields) {
  const numbers = { integers: [fields.useNesterov ? 1 : 0], floats: [fields.momentum, fields.learningRate] };
  return {
    each: (step: Step) => update(step, 'momentum', [slot(fields.accumulations, step, 'momentum'), step.value], numbers),
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
  const floats = [fields.decay, fields.momentum, fields.learningRate, fields.epsilon];
  return {
    each(step: Step) {
      const [squares, moments] = [
        slot(fields.accumulatedMeanSquares, step, 'rms'),
        slot(fields.accumulatedMoments, step, 'momentum'),
      ];
      const variables = [squares, moments, step.value];
      if (fields.centered)
        update(step, 'rmsProp', [...variables, slot(fields.accumulatedMeanGrads, step, 'mg')], { floats });
      else update(step, 'rmsProp', variables, { floats }, { before: 1, after: 1 });
    },
  };
}
