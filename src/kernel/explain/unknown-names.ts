import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import type { Mistake } from './mistake';
import { nearest } from './names';

/** What tfjs-layers 4.22.0, repaired, knows under a name. It exports none of these tables; a test compiles a model with each. */
export const layerNames = {
  activation:
    'elu selu relu relu6 linear sigmoid hardSigmoid softplus softsign tanh softmax logSoftmax gelu mish swish silu hardSwish hardSilu exponential leakyRelu',
  initializer:
    'glorotNormal glorotUniform heNormal heUniform identity leCunNormal leCunUniform ones orthogonal randomNormal randomUniform truncatedNormal varianceScaling zeros',
  regularizer: 'l1l2',
  loss: 'meanSquaredError meanAbsoluteError meanAbsolutePercentageError meanSquaredLogarithmicError squaredHinge hinge categoricalHinge logcosh categoricalCrossentropy sparseCategoricalCrossentropy binaryCrossentropy kullbackLeiblerDivergence poisson cosineProximity',
  metric:
    'accuracy binaryAccuracy categoricalAccuracy precision categoricalCrossentropy sparseCategoricalCrossentropy mse mae mape cosine topKCategoricalAccuracy sparseTopKCategoricalAccuracy meanSquaredError meanAbsoluteError meanAbsolutePercentageError',
  optimizer: 'sgd adam rmsprop adagrad adadelta adamax',
};

/** What has another name in Keras and PyTorch, or has no name here at all. */
const elsewhere: Record<string, string> = {
  'activation prelu': 'tf.layers.prelu()',
  'loss mse': "'meanSquaredError'",
  'loss mae': "'meanAbsoluteError'",
  'loss crossentropy': "'categoricalCrossentropy'",
  'loss cross_entropy': "'categoricalCrossentropy'",
  'regularizer l1': 'tf.regularizers.l1({ l1: 0.01 })',
  'regularizer l2': 'tf.regularizers.l2({ l2: 0.01 })',
  'metric sparse_categorical_accuracy': "'accuracy'",
  'metric sparseCategoricalAccuracy': "'accuracy'",
  'optimizer momentum': 'tf.train.momentum(0.01, 0.9)',
  'optimizer adamw': 'tf.train.adamw({ learningRate: 0.001 })',
  'tf reduce_mean': 'tf.mean',
  'tf reduce_sum': 'tf.sum',
  'tf reduce_max': 'tf.max',
  'tf reduce_min': 'tf.min',
  'tf constant': 'tf.tensor',
  'tf array': 'tf.tensor',
  'tf convert_to_tensor': 'tf.tensor',
  'tf nn': 'tf',
};

/** Names that TensorFlow.js does not know: mostly Keras's, in snake_case. */
export const nameMistakes: Mistake[] = [
  {
    says: /Unknown (activation|initializer|regularizer|loss|metric|optimizer):? (\w+)/i,
    hint: ([, kind = '', given = '']) => unknownHint(kind.toLowerCase() as keyof typeof layerNames, given),
  },
  {
    says: /^(tf(?:\.(\w+))?)\.(\w+) is not a (?:function|constructor)/,
    hint: ([, path = '', space, given = '']) => {
      const near = elsewhere[`${path} ${given}`] ?? nearest(given, functionsOf(space));
      if (near === undefined) return undefined;
      return say('explain.rename', {
        given: `${path}.${given}`,
        near: near.startsWith('tf') ? near : `${path}.${near}`,
      });
    },
  },
  {
    says: readOfNothing('\\w+'),
    hint: (_, __, line) => (/\btf\.keras\b/.test(line) ? say('explain.noKeras') : undefined),
  },
  {
    says: /^(.+\)\.|)(data|array|bytes)\(\.*\)\.(\w+) is not a function/,
    hint: ([, before = '', method = '']) => say('explain.later', { code: `(await ${before}${method}())` }),
  },
  {
    says: /^(.+)\.(?:data|array)Sync\(\.*\)\.(\w+) is not a function/,
    hint: ([, , method = '']) => (isTensorMethod(method) ? say('explain.plainNumbers', { method }) : undefined),
  },
  {
    says: /^(.+)\.apply\(\.*\)\.(\w+) is not a function/,
    hint: ([, , method = '']) => (isTensorMethod(method) ? say('explain.symbolic', { op: method }) : undefined),
  },
  {
    says: /^(.+\))\.(\w+) is not a function/,
    hint: ([, value = '', given = '']) => {
      if (isTensorMethod(given)) return say('explain.notTensor', { value, method: given });
      const near = nearest(given, Object.getOwnPropertyNames(tf.Tensor.prototype));
      return near && say('explain.rename', { given: `.${given}()`, near: `.${near}()` });
    },
  },
  {
    says: readOfNothing('images|labels|loss|acc|val_loss|val_acc'),
    hint: ([, name = '']) => say(name === 'images' || name === 'labels' ? 'explain.dataLater' : 'explain.historyLater'),
  },
];

/** Reading one of `names` of undefined, as V8, Firefox and Safari say it. */
function readOfNothing(names: string): RegExp {
  return new RegExp(
    `(?:undefined \\(reading '|can't access property "|undefined is not an object \\(evaluating '[^']*\\.)(${names})['"]`,
  );
}

function unknownHint(kind: keyof typeof layerNames, given: string): string {
  const known = layerNames[kind].split(' ');
  const other = elsewhere[`${kind} ${given}`];
  if (other !== undefined) return say('explain.rename', { given: `'${given}'`, near: other });
  const near = nearest(given, known);
  if (near !== undefined)
    return say(given.includes('_') ? 'explain.camelCase' : 'explain.rename', {
      given: `'${given}'`,
      near: `'${near}'`,
    });
  return say('explain.unknown', { given: `'${given}'`, known: known.join(', ') });
}

function functionsOf(space: string | undefined): string[] {
  const from: unknown = space === undefined ? tf : Reflect.get(tf, space);
  if ((typeof from !== 'object' && typeof from !== 'function') || from === null) return [];
  return Object.getOwnPropertyNames(from).filter((name) => typeof Reflect.get(from, name) === 'function');
}

function isTensorMethod(name: string): boolean {
  return name in tf.Tensor.prototype;
}
