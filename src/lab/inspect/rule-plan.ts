import type * as tf from '@tensorflow/tfjs';
import type { LayerRule } from '../../protocol';
import type { ModelStep } from '../model/model-steps';
import type { Numbers } from '../values/read-numbers';

/** How a layer's rule is found: the tensors to read for it, and the rule made of their numbers. */
export interface RulePlan {
  sources?: Record<string, tf.Tensor>;
  rule(numbers: Record<string, Numbers>): LayerRule;
}

/**
 * Plans the rule of one use of a layer.
 * @param room `kernels`: whether the layer's kernels fit into what the output may carry
 */
export type PlanOf = (step: ModelStep, inputs: tf.Tensor[], room: { kernels: boolean }) => RulePlan;
