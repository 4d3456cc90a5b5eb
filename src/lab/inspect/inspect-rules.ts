import * as tf from '@tensorflow/tfjs';
import type { LayerRule } from '../../protocol';
import { isActivationName } from '../model/activation-name';
import { activationOf } from '../model/forward';
import { contributionsOf } from './inspect-dense';
import { convolutionPlan, linePlan, pointwisePlan, poolingPlan, separablePlan } from './inspect-window';
import type { PlanOf, RulePlan } from './rule-plan';

/** Limit for the weights of a dense layer that are searched for the largest products. */
const MAX_WEIGHTS = 20_000_000;

/** Plans the rule by which a use of a layer computes its output. Call it in a tidy. */
export const planOf: PlanOf = (step, inputs, room) => {
  const { layer } = step;
  const [input] = inputs;
  if (layer.getConfig()['dataFormat'] === 'channelsFirst') return by({ by: 'nothing', why: 'unknown' });
  switch (layer.getClassName()) {
    case 'InputLayer':
      return by({ by: 'nothing', why: 'input' });
    case 'Conv2D':
    case 'DepthwiseConv2D':
      return convolutionPlan(step, inputs, room);
    case 'SeparableConv2D':
      return separablePlan(step, inputs, room);
    case 'Conv1D':
      return linePlan(step, inputs, room);
    case 'MaxPooling1D':
    case 'MaxPooling2D':
    case 'AveragePooling1D':
    case 'AveragePooling2D':
      return poolingPlan(step, inputs, room);
    case 'Dense':
      return input && input.rank > 2 ? pointwisePlan(step, inputs, room) : densePlan(step, inputs, room);
    case 'BatchNormalization':
      return normalizationPlan(step, inputs, room);
    case 'Activation':
    case 'Softmax':
    case 'ReLU':
    case 'ELU':
      return by(activationRule(layer));
    case 'GlobalAveragePooling1D':
    case 'GlobalAveragePooling2D':
      return by({ by: 'mean' });
    case 'GlobalMaxPooling1D':
    case 'GlobalMaxPooling2D':
      return by({ by: 'largest' });
    case 'Concatenate':
      return by(joinsMaps(layer, input) ? { by: 'join' } : { by: 'nothing', why: 'unknown' });
    default:
      return by(plainRule(layer.getClassName()));
  }
};

function by(rule: LayerRule): RulePlan {
  return { rule: () => rule };
}

function plainRule(type: string): LayerRule {
  const rules: Record<string, LayerRule> = {
    Add: { by: 'sum' },
    Multiply: { by: 'product' },
    Average: { by: 'average' },
    Maximum: { by: 'maximum' },
    Minimum: { by: 'minimum' },
    Flatten: { by: 'flatten' },
    // These do nothing outside training.
    Dropout: { by: 'same' },
    SpatialDropout1D: { by: 'same' },
    GaussianNoise: { by: 'same' },
    GaussianDropout: { by: 'same' },
    AlphaDropout: { by: 'same' },
  };
  return rules[type] ?? { by: 'nothing', why: 'unknown' };
}

function activationRule(layer: tf.layers.Layer): LayerRule {
  const config = layer.getConfig();
  const ceiling = config['maxValue'];
  const relu = ceiling === null || ceiling === undefined ? 'relu' : ceiling === 6 ? 'relu6' : undefined;
  const named: Record<string, string | undefined> = { ReLU: relu, ELU: config['alpha'] === 1 ? 'elu' : undefined };
  const type = layer.getClassName();
  const name = type in named ? named[type] : (activationOf(layer) ?? 'linear');
  if (name === 'linear') return { by: 'same' };
  const known = name === 'softmax' || isActivationName(name);
  return known ? { by: 'activation', activation: name } : { by: 'nothing', why: 'unknown' };
}

const densePlan: PlanOf = ({ layer }, [input]) => {
  const [kernel, bias] = layer.getWeights();
  const name = activationOf(layer);
  const known = name === undefined || name === 'softmax' || isActivationName(name);
  if (!input || !kernel || !known) return by({ by: 'nothing', why: 'unknown' });
  if (kernel.size > MAX_WEIGHTS) return by({ by: 'nothing', why: 'large' });
  return {
    sources: { input, kernel, ...(bias && { bias }) },
    rule: (numbers) => {
      const empty = new Float32Array();
      const values = numbers['input']?.values ?? empty;
      const made = contributionsOf(values, numbers['kernel']?.values ?? empty, numbers['bias']?.values);
      return { by: 'weights', ...made, ...(name && { activation: name }) };
    },
  };
};

const normalizationPlan: PlanOf = ({ layer }, [input]) => {
  const { axis, scale, center, epsilon } = layer.getConfig();
  const last = axis === -1 || axis === (input?.rank ?? 0) - 1;
  if (!input || !last) return by({ by: 'nothing', why: 'unknown' });
  const weights = [...layer.getWeights()];
  const channels = input.shape.at(-1) ?? 1;
  const gamma = scale === false ? tf.ones([channels]) : weights.shift();
  const beta = center === false ? tf.zeros([channels]) : weights.shift();
  const [mean, variance] = weights;
  if (!gamma || !beta || !mean || !variance) return by({ by: 'nothing', why: 'unknown' });
  return {
    sources: { gamma, beta, mean, deviation: variance.add(Number(epsilon)).sqrt() },
    rule: (numbers) => {
      const of = (name: string): Float32Array => numbers[name]?.values ?? new Float32Array();
      return {
        by: 'normalization',
        mean: of('mean'),
        deviation: of('deviation'),
        gamma: of('gamma'),
        beta: of('beta'),
      };
    },
  };
};

function joinsMaps(layer: tf.layers.Layer, input: tf.Tensor | undefined): boolean {
  const axis = layer.getConfig()['axis'];
  return axis === -1 || axis === undefined || axis === (input?.rank ?? 0) - 1;
}
