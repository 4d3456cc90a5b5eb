import { activations } from '../model/activation-name';
import { oneOf, text, type Rule, type Rules } from '../values/check-options';
import type { ActivationName } from '../../protocol';
import { say } from '../../words';
import type { NumberSource } from '../values/read-numbers';

/** One number for both axes, or [rows, columns]. */
export type Pair = number | readonly [number, number];

export interface ExplainPoolOptions {
  /** A line above the picture. */
  title?: string;
  /** `max` without it. */
  type?: 'max' | 'average';
  /** Size of the window; 2 without it. */
  size?: Pair;
  /** How far the window moves; its size without it, so that windows lie side by side. */
  strides?: Pair;
  /** `valid` (the default): windows stay inside; `same`: as many outputs as input places per stride. */
  padding?: 'valid' | 'same';
}

export interface ExplainConvOptions {
  /** A line above the picture. */
  title?: string;
  /** How far the window moves; 1 without it. */
  strides?: Pair;
  /** `valid` (the default): windows stay inside; `same`: zeros around the input, half of them before it. */
  padding?: 'valid' | 'same';
  /** Distance between the numbers that the kernel reads; 1 without it. */
  dilation?: Pair;
  /** One number per filter, added to its sums. */
  bias?: NumberSource;
  /** What is done to sum + bias. */
  activation?: ActivationName;
}

const wholePair: Rule = {
  test: (value) =>
    [value].flat().length <= 2 && [value].flat().every((one) => Number.isSafeInteger(one) && Number(one) >= 1),
  wanted: () => say('lab.want.pair'),
};
const any: Rule = { test: () => true, wanted: () => '' };
const padding = oneOf('valid', 'same');

export const titleRules: Rules<{ title?: string }> = { title: text };
export const poolRules: Rules<ExplainPoolOptions> = {
  title: text,
  type: oneOf('max', 'average'),
  size: wholePair,
  strides: wholePair,
  padding,
};
export const convRules: Rules<ExplainConvOptions> = {
  title: text,
  strides: wholePair,
  padding,
  dilation: wholePair,
  // Checked with its length where it is read.
  bias: any,
  activation: oneOf(...Object.keys(activations)),
};
