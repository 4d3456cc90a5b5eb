import * as tf from '@tensorflow/tfjs';
import { listed, say } from '../../words';
import type { Mistake } from './mistake';
import { pythonMethods } from './foreign-names';
import { nearest } from './names';
import { valueInReach } from './names-in-reach';

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
  'loss softmaxCrossEntropy': "'categoricalCrossentropy'",
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
  'tf loadGraph': 'tf.loadGraphModel',
  'tf loadModel': 'tf.loadLayersModel',
  'tf loadFrozenModel': 'tf.loadGraphModel',
  'tf batchNormalization': 'tf.batchNorm',
  'tf random': 'tf.randomNormal',
  'tf matrix': 'tf.tensor2d',
  'tf dispose_all': 'tf.disposeVariables',
  'tf.image resize': 'tf.image.resizeBilinear',
  'tf.losses mse': 'tf.losses.meanSquaredError',
  'tf.layers input': 'tf.input',
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
      const plain = given.replace(/(?<=.)Optimizer$/, '');
      const near =
        elsewhere[`${path} ${given}`] ??
        (plain === given ? undefined : nearest(plain, functionsOf(space))) ??
        otherSpace(given) ??
        nearest(given, functionsOf(space));
      if (near === undefined) return undefined;
      return say('explain.rename', {
        given: `${path}.${given}`,
        near: near.startsWith('tf') ? near : `${path}.${near}`,
      });
    },
  },
  {
    says: readOfNothing('\\w+'),
    hint([, name = ''], _, line) {
      if (/\btf\.keras\b/.test(line)) return say('explain.noKeras');
      const given = new RegExp(String.raw`\btf\.\w+\.${name}\b`).exec(line)?.[0];
      if (given === undefined) return undefined;
      const near = functionsOf(undefined).includes(name) ? `tf.${name}` : otherSpace(name);
      return near && say('explain.rename', { given, near });
    },
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
      const near = pythonMethods[given] ?? nearest(given, Object.getOwnPropertyNames(tf.Tensor.prototype));
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
  return say('explain.unknown', { given: `'${given}'`, known: listed(known) });
}

/** The same name in another part of `tf`: `tf.browser.fromPixels` for `tf.fromPixels`. */
function otherSpace(name: string): string | undefined {
  if (functionsOf(undefined).includes(name)) return `tf.${name}`;
  const space = spaces.find((one) => functionsOf(one).includes(name));
  return space && `tf.${space}.${name}`;
}

const spaces = [
  'browser',
  'image',
  'layers',
  'train',
  'losses',
  'metrics',
  'callbacks',
  'linalg',
  'data',
  'io',
  'util',
];

/** The functions of `tf`, or of a part of it, as cells have it. */
function functionsOf(space: string | undefined): string[] {
  const cells = valueInReach('tf')?.value ?? tf;
  const from: unknown = space === undefined ? cells : Reflect.get(Object(cells) as object, space);
  if ((typeof from !== 'object' && typeof from !== 'function') || from === null) return [];
  return Object.getOwnPropertyNames(from).filter((name) => typeof Reflect.get(from, name) === 'function');
}

function isTensorMethod(name: string): boolean {
  return name in tf.Tensor.prototype;
}
