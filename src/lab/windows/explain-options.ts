import { activations } from '../model/activation-name';
import { oneOf, text, type Rule, type Rules } from '../values/check-options';
import type { ActivationName } from '../../protocol';
import { say } from '../../words';
import type { NumberSource } from '../values/read-numbers';

/** One number for both axes, or `[rows, columns]`. */
export type Pair = number | readonly [number, number];

/** The pooling that `explainPool` opens. */
export interface ExplainPoolOptions {
  /** A line above the picture. Default: none. */
  title?: string;
  /** The largest number of each window, or the mean. Default: `max`. */
  type?: 'max' | 'average';
  /** Size of the window, in places of the input. Default: 2. */
  size?: Pair;
  /** How far the window moves, in places of the input. Default: its size, so that windows do not overlap. */
  strides?: Pair;
  /** `valid`: windows stay inside the input; `same`: ⌈input / stride⌉ outputs. Default: `valid`. */
  padding?: 'valid' | 'same';
}

/** The convolution that `explainConv` or `explainSeparable` opens. */
export interface ExplainConvOptions {
  /** A line above the picture. Default: none. */
  title?: string;
  /** How far the window moves, in places of the input. Default: 1. */
  strides?: Pair;
  /** `valid`: windows stay inside the input; `same`: zeros around it, half of them before it. Default: `valid`. */
  padding?: 'valid' | 'same';
  /** Distance between the places that the kernel reads. Default: 1, its neighbours. */
  dilation?: Pair;
  /** One number for each filter, `[filters]`, added to its sums. Default: none. */
  bias?: NumberSource;
  /** The function applied to sum + bias. Default: none. */
  activation?: ActivationName;
}

const wholePair: Rule = {
  test: (value) =>
    [value].flat().length <= 2 && [value].flat().every((one) => Number.isSafeInteger(one) && Number(one) >= 1),
  wanted: () => say('lab.want.pair'),
};
const any: Rule = { test: () => true, wanted: () => '' };
const padding = oneOf('valid', 'same');

/** The only option next to a layer. */
export const titleRules: Rules<{ title?: string }> = { title: text };
/** The rules of `ExplainPoolOptions`. */
export const poolRules: Rules<ExplainPoolOptions> = {
  title: text,
  type: oneOf('max', 'average'),
  size: wholePair,
  strides: wholePair,
  padding,
};
/** The rules of `ExplainConvOptions`. */
export const convRules: Rules<ExplainConvOptions> = {
  title: text,
  strides: wholePair,
  padding,
  dilation: wholePair,
  // Its numbers and their count are checked later, with the kernel.
  bias: any,
  activation: oneOf(...Object.keys(activations)),
};
