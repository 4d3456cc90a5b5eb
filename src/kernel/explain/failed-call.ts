import * as tf from '@tensorflow/tfjs';

/** `null` for a size that is not known until there are numbers: the batch. */
export type Shape = readonly (number | null)[];

/** One argument of a failed call, as far as hints need it. */
interface Operand {
  shape: Shape;
  dtype: string;
  /** An output of `layer.apply()` that has no numbers yet. */
  symbolic: boolean;
}

/** The call of TensorFlow.js in which an error arose. tfjs's own messages often name neither the shapes nor the function. */
export interface FailedCall {
  /** `conv2d`, `layers.maxPooling2d`; a method's name alone: `apply`, `predict`. */
  name: string;
  /** Class of the layer or model whose method it is. */
  on?: string;
  /** For each argument its tensor, if it is one; each tensor in a list counts as an argument. A chained method's own tensor comes first. */
  operands: (Operand | undefined)[];
  /** Whether one of the arguments is a promise. */
  promised: boolean;
  /** Whether one of the arguments is numbers or texts where a tensor is meant: a number, a list, a typed array. */
  plain: boolean;
  /** What the model takes and gives, by name, if it is a model's method. */
  takes?: Ends;
  gives?: Ends;
}

/** The inputs or outputs of a model, in order. */
export type Ends = readonly { name: string; shape: Shape }[];

const calls = new WeakMap<object, FailedCall>();
const operandsKept = 8;

/** What is known of the innermost call that threw `error`. */
export function failedCall(error: unknown): FailedCall | undefined {
  return typeof error === 'object' && error !== null ? calls.get(error) : undefined;
}

type Method = (this: unknown, ...values: never[]) => unknown;

/** The same function; when it throws, its arguments' shapes are kept with the error. It costs nothing else. */
export function watched<Watched extends Method>(name: string, run: Watched, chained = false): Watched {
  function call(this: unknown, ...values: never[]): unknown {
    const note = (error: unknown): never => {
      if (typeof error === 'object' && error !== null && !calls.has(error))
        calls.set(error, describeCall(name, chained ? [this, ...values] : values, this));
      throw error;
    };
    try {
      const result = run.apply(this, values);
      return result instanceof Promise ? result.catch(note) : result;
    } catch (error) {
      return note(error);
    }
  }
  // tfjs reads names: a metric is logged under its function's.
  return Object.defineProperty(call, 'name', { value: run.name || name }) as Watched;
}

function describeCall(name: string, values: readonly unknown[], self: unknown): FailedCall {
  const flat = values.flatMap((value) => (isListOfTensors(value) ? value.slice(0, operandsKept) : [value]));
  return {
    name,
    operands: flat.map(operandOf),
    promised: values.some((value) => value instanceof Promise),
    ...(self instanceof tf.layers.Layer && { on: self.getClassName() }),
    plain: values.some(isPlain),
    ...(self instanceof tf.LayersModel &&
      self.built && {
        takes: self.inputs.map(({ shape }, at) => ({ name: self.inputNames[at] ?? '', shape })),
        gives: self.outputs.map(({ shape }, at) => ({ name: self.outputNames[at] ?? '', shape })),
      }),
  };
}

function isListOfTensors(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.some((one) => operandOf(one) !== undefined);
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'number' || ArrayBuffer.isView(value)) return true;
  return Array.isArray(value) && value.some((one) => ['number', 'string'].includes(typeof one) || isPlain(one));
}

function operandOf(value: unknown): Operand | undefined {
  const symbolic = value instanceof tf.SymbolicTensor;
  if (!symbolic && !(value instanceof tf.Tensor)) return undefined;
  return { shape: value.shape, dtype: value.dtype, symbolic };
}
