import { beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/kernel/explain';
import { layerNames } from '../../src/kernel/explain/unknown-names';
import type { ErrorOutput } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';
import { outputsOf, startNodeKernel, type NodeKernel } from './node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
  for (const [cell, source] of Object.entries(before))
    expect((await node.run(cell, source)).outcome, cell).toBe('done');
});

/** What the cells below stand on. */
const before = {
  model: `const model = tf.sequential({ layers: [
    tf.layers.conv2d({ filters: 2, kernelSize: 3, inputShape: [28, 28, 1] }), tf.layers.flatten(), tf.layers.dense({ units: 10 })] });
    model.compile({ optimizer: 'sgd', loss: 'categoricalCrossentropy' });
    const images = tf.ones([4, 28, 28, 1]); const labels = tf.oneHot(tf.tensor1d([1, 2, 3, 4], 'int32'), 10);`,
  plain: `const plain = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });`,
  classes: `const classes = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] });
    classes.compile({ optimizer: 'sgd', loss: 'sparseCategoricalCrossentropy' });`,
  branches: `const wide = tf.input({ shape: [28, 28, 16] }); const narrow = tf.input({ shape: [28, 28, 8] }); const small = tf.input({ shape: [14, 14, 8] });`,
  shared: `const shared = tf.layers.dense({ units: 2 }); shared.apply(tf.input({ shape: [3] }));`,
  hidden: `const sumOfHidden = (() => { const inner = tf.ones([3]); return () => inner.sum(); })();`,
  gone: `const gone = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] }); gone.dispose();`,
  named: `const named = tf.variable(tf.ones([2]), true, 'weights');`,
  later: `const later = async () => tf.ones([2]);`,
};

/** The mistake, a cell that makes it, and what the hint says of it in each language. */
const mistakes: [mistake: string, source: string, english: string, chinese: string][] = [
  // images
  [
    'one grey picture for conv2d',
    'tf.conv2d(tf.ones([28, 28]), tf.ones([3, 3, 1, 1]), 1, "same")',
    'conv2d wants [batch, height, width, channels]; this is [28, 28]. It is one grey picture: add the two missing axes with x.reshape([1, 28, 28, 1]).',
    'conv2d 需要 [批次, 高, 宽, 通道]，这里是 [28, 28]。这是一张灰度图：用 x.reshape([1, 28, 28, 1]) 补上缺少的两个轴。',
  ],
  [
    'the same, chained',
    'tf.ones([28, 28]).depthwiseConv2d(tf.ones([3, 3, 1, 1]), 1, "same")',
    'depthwiseConv2d wants [batch, height, width, channels]; this is [28, 28]',
    '用 x.reshape([1, 28, 28, 1])',
  ],
  [
    'a vector for a pooling',
    'tf.maxPool(tf.ones([784]), 2, 2, "same")',
    'maxPool wants [batch, height, width, channels]; this is [784]. Its rows and columns are gone',
    '行和列已经不在了',
  ],
  [
    'a filter without its channels',
    'tf.conv2d(tf.ones([1, 9, 9, 1]), tf.ones([3, 3]), 1, "same")',
    '[height, width, input channels, filters]; this is [3, 3]. Add the two missing axes with filter.reshape([3, 3, 1, 1])',
    'filter.reshape([3, 3, 1, 1])',
  ],
  [
    'a filter for other channels',
    'tf.conv2d(tf.ones([1, 9, 9, 3]), tf.ones([3, 3, 1, 8]), 1, "same")',
    'The input [1, 9, 9, 3] has 3 channels (its last axis), but the filter [3, 3, 1, 8] reads 1 (its third axis); they must be equal. Give the filter as many',
    '输入 [1, 9, 9, 3] 有 3 个通道（最后一个轴），而滤波器 [3, 3, 1, 8] 读取 1 个',
  ],
  [
    'channels that come first',
    'tf.conv2d(tf.ones([1, 3, 9, 9]), tf.ones([3, 3, 3, 8]), 1, "same")',
    'x.transpose([0, 2, 3, 1])',
    'x.transpose([0, 2, 3, 1])',
  ],
  [
    "a filter in PyTorch's order",
    'tf.conv2d(tf.ones([1, 9, 9, 3]), tf.ones([8, 3, 5, 5]), 1, "same")',
    "in PyTorch's order: reorder it with filter.transpose([2, 3, 1, 0])",
    'PyTorch 的轴顺序',
  ],
  [
    'a depthwise filter for other channels',
    'tf.depthwiseConv2d(tf.ones([1, 9, 9, 2]), tf.ones([3, 3, 1, 1]), 1, "same")',
    '[1, 9, 9, 2] has 2 channels',
    '有 2 个通道',
  ],
  [
    'a pointwise filter for other channels',
    'tf.separableConv2d(tf.ones([1, 9, 9, 2]), tf.ones([3, 3, 2, 1]), tf.ones([1, 1, 3, 4]), 1, "same")',
    'gives 2 channels, so the pointwise filter must be [1, 1, 2, filters]; this is [1, 1, 3, 4]',
    '得到 2 个通道',
  ],
  [
    'stride and dilation at once',
    'tf.conv2d(tf.ones([1, 9, 9, 1]), tf.ones([3, 3, 1, 1]), 2, "same", "NHWC", 2)',
    'cannot both be above 1',
    '不能同时大于 1',
  ],
  [
    'no padding',
    'tf.conv2d(tf.ones([1, 9, 9, 1]), tf.ones([3, 3, 1, 1]), 1)',
    "conv2d needs to know its padding: 'valid' (none), 'same', or a number. This is undefined.",
    'conv2d 需要填充方式',
  ],
  [
    'a filter larger than the picture',
    'tf.conv2d(tf.ones([1, 2, 2, 1]), tf.ones([5, 5, 1, 1]), 1, "valid")',
    'A window of 5 × 5 does not fit into a picture of 2 × 2',
    '5 × 5 的窗口放不进 2 × 2 的图',
  ],
  [
    'floats of 255 as a picture',
    'await tf.browser.toPixels(tf.ones([2, 2]).mul(255))',
    'goes from 0 to 1, and this one has 255. Divide it by 255',
    '除以 255',
  ],
  // arithmetic
  [
    'matrices that do not fit',
    'tf.matMul(tf.ones([2, 3]), tf.ones([4, 3]))',
    '[2, 3] has 3 columns and [4, 3] has 4 rows, and these two must be equal. They fit with the second matrix transposed: tf.matMul(a, b, false, true)',
    '[2, 3] 有 3 列，[4, 3] 有 4 行',
  ],
  [
    'matrices of which the first must be turned',
    'tf.ones([2, 3]).matMul(tf.ones([2, 4]))',
    'tf.matMul(a, b, true, false)',
    'tf.matMul(a, b, true, false)',
  ],
  ['matrices in the wrong order', 'tf.matMul(tf.ones([2, 3]), tf.ones([4, 2]))', 'tf.matMul(b, a)', '交换顺序'],
  [
    'a vector as a matrix',
    'tf.matMul(tf.ones([3]), tf.ones([3, 2]))',
    'this is a vector, [3]. Make it a row with x.expandDims(0)',
    '这里是向量 [3]',
  ],
  [
    'a dot product that does not fit',
    'tf.dot(tf.ones([2, 3]), tf.ones([2, 3]))',
    '[2, 3] has 3 columns and [2, 3] has 2 rows',
    '[2, 3] 有 3 列',
  ],
  [
    'shapes that do not broadcast',
    'tf.add(tf.ones([2, 3]), tf.ones([2, 4]))',
    '[2, 3] and [2, 4] have 3 and 4 at axis -1. They must be equal there, or one of them 1',
    '[2, 3] 与 [2, 4] 在轴 -1 上分别是 3 和 4',
  ],
  [
    'a vector along another axis',
    'tf.ones([8, 9, 9, 3]).sub(tf.ones([8]))',
    'If the vector belongs to axis 0, give it trailing axes of size 1: reshape([8, 1, 1, 1])',
    'reshape([8, 1, 1, 1])',
  ],
  [
    'a shape for another count',
    'tf.ones([28, 28]).reshape([27, 28])',
    '[28, 28] holds 784 numbers, but [27, 28] asks for 756',
    '[28, 28] 含有 784 个数，而 [27, 28] 需要 756 个',
  ],
  [
    'a rest that is no whole number',
    'tf.reshape(tf.ones([28, 28]), [-1, 27])',
    '[28, 28] holds 784 numbers, and 784 ÷ 27 is not a whole number',
    '784 ÷ 27 不是整数',
  ],
  [
    'joining what does not fit',
    'tf.concat([tf.ones([2, 3]), tf.ones([2, 4])], 0)',
    '[2, 3] and [2, 4]. Choose another axis',
    '[2, 3] 与 [2, 4]',
  ],
  [
    'stacking different shapes',
    'tf.stack([tf.ones([2, 3]), tf.ones([2, 4])])',
    'stack wants equal shapes: [2, 3] and [2, 4]',
    'stack 需要相同的形状',
  ],
  [
    'a loss of different shapes',
    'tf.losses.meanSquaredError(tf.ones([2, 3]), tf.ones([2, 4]))',
    'meanSquaredError wants equal shapes: [2, 3] and [2, 4]',
    '需要相同的形状：[2, 3] 与 [2, 4]',
  ],
  [
    'an axis that is not there',
    'tf.ones([5, 5]).mean(2)',
    'A tensor of shape [5, 5] has the axes 0 to 1, counted from 0; there is no axis 2',
    '没有轴 2',
  ],
  [
    'an order of too many axes',
    'tf.ones([5, 5]).transpose([0, 2, 1])',
    'every axis of [5, 5] once, in its new order; this is [0, 2, 1]',
    '[0, 2, 1]',
  ],
  // values
  [
    'whole numbers for a convolution',
    'tf.conv2d(tf.ones([1, 5, 5, 1], "int32"), tf.ones([3, 3, 1, 1]), 1, "same")',
    'conv2d wants numbers of type float32, and these are int32. Convert them with x.toFloat()',
    'x.toFloat()',
  ],
  [
    'fractions for oneHot',
    'tf.oneHot(tf.tensor1d([1, 2]), 3)',
    'oneHot wants numbers of type int32, and these are float32. Convert them with x.toInt()',
    'x.toInt()',
  ],
  [
    'a promise for a tensor',
    'tf.add(later(), 1)',
    'This is a promise: its value comes later. Write await before',
    '这是一个 Promise',
  ],
  ['a promise to predict', 'model.predict(later())', 'Write await before', '写 await'],
  ['a promise to train on', 'await model.fit(later(), labels)', 'Write await before', '写 await'],
  ['nothing for a tensor', 'tf.add(undefined, 1)', 'null or undefined here', 'null 或 undefined'],
  ['nothing to make a tensor of', 'tf.tensor(undefined)', 'null or undefined here', 'null 或 undefined'],
  [
    'an output without numbers for an operation',
    'tf.relu(wide)',
    'relu needs numbers, but the output of apply() has only a shape so far',
    'relu 需要数值',
  ],
  [
    'an output without numbers to predict from',
    'model.predict(tf.input({ shape: [28, 28, 1] }))',
    'predict needs numbers',
    'predict 需要数值',
  ],
  [
    'too few values',
    'tf.tensor([1, 2, 3], [2, 2])',
    'A tensor of shape [2, 2] holds 4 numbers, but 3 were given',
    '[2, 2] 的张量含有 4 个数，却给了 3 个',
  ],
  ['a flat list without a shape', 'tf.tensor2d([1, 2, 3])', 'tensor2d(values, shape)', 'tensor2d(values, shape)'],
  ['rows of different length', 'tf.tensor2d([[1, 2], [3]])', 'of the same length', '一样长'],
  ['a list of tensors as values', 'tf.tensor([tf.ones([2]), tf.ones([2])])', 'tf.stack(list)', 'tf.stack(list)'],
  [
    'a new value of another shape',
    'named.assign(tf.ones([3]))',
    'it is [2], and the new value is [3]',
    '它是 [2]，而新的值是 [3]',
  ],
  [
    'weights of another shape',
    'model.layers[0].setWeights([tf.ones([3, 3, 1, 4]), tf.ones([2])])',
    'weights of shape [3, 3, 1, 2], but [3, 3, 1, 4] was given',
    '[3, 3, 1, 4]',
  ],
  ['more than the memory holds', 'tf.ones([1000, 1000, 1000, 1000])', 'more memory than there is', '超过了现有的内存'],
  // layers
  [
    'an inputShape without channels',
    'tf.sequential({ layers: [tf.layers.conv2d({ filters: 1, kernelSize: 3, inputShape: [28, 28] })] })',
    'Conv2D wants [batch, height, width, channels]; this is [batch, 28, 28]. The channel axis is missing: write inputShape: [28, 28, 1]',
    'Conv2D 需要 [批次, 高, 宽, 通道]，这里是 [批次, 28, 28]。缺少通道轴：写成 inputShape: [28, 28, 1]',
  ],
  [
    'an inputShape with the batch',
    'tf.sequential({ layers: [tf.layers.conv2d({ filters: 1, kernelSize: 3, inputShape: [null, 28, 28, 1] })] })',
    'inputShape leaves the batch out: write inputShape: [28, 28, 1]',
    'inputShape 不含批次',
  ],
  [
    'a convolution after flattening',
    'tf.sequential({ layers: [tf.layers.flatten({ inputShape: [28, 28, 1] }), tf.layers.conv2d({ filters: 1, kernelSize: 3 })] })',
    'this is [batch, 784]. Its rows and columns are gone: put this step before the flattening',
    '放到展平之前',
  ],
  [
    'flat rows of an unknown length, in a batch of a known size',
    'tf.layers.maxPooling2d({ poolSize: 2 }).apply(tf.input({ batchShape: [5, null] }))',
    'this is [5, ?]. Its rows and columns are gone: put this step before the flattening',
    '放到展平之前',
  ],
  [
    'one picture for a layer',
    'tf.layers.conv2d({ filters: 1, kernelSize: 3 }).apply(tf.ones([28, 28, 1]))',
    'this is [28, 28, 1]. It is one picture: make a batch of one with x.expandDims(0)',
    'x.expandDims(0)',
  ],
  [
    'flattening what is flat',
    'tf.layers.flatten().apply(tf.input({ shape: [28] }))',
    'Flatten wants 3 axes with the batch; this is [batch, 28]',
    'Flatten 需要 3 个轴',
  ],
  [
    'a layer used on another size',
    'shared.apply(tf.input({ shape: [4] }))',
    'was built for 3 numbers along axis -1; this is [batch, 4]',
    '轴 -1 上有 3 个数，这里是 [批次, 4]',
  ],
  [
    'a window larger than what is left',
    'tf.sequential({ layers: [tf.layers.conv2d({ filters: 1, kernelSize: 5, inputShape: [3, 3, 1] }), tf.layers.flatten()] })',
    'only [batch, 3, 3, 1] is left, less than its window',
    '只剩下 [批次, 3, 3, 1]',
  ],
  [
    'flattening an unknown size',
    'tf.sequential({ layers: [tf.layers.conv2d({ filters: 1, kernelSize: 3, inputShape: [null, null, 1] }), tf.layers.flatten()] })',
    'Flatten must know all sizes but the batch; it got [batch, ?, ?, 1]',
    '[批次, ?, ?, 1]',
  ],
  [
    'adding other channels',
    'tf.layers.add().apply([narrow, wide])',
    '[batch, 28, 28, 8] and [batch, 28, 28, 16] have 8 and 16 at axis -1. They must be equal there, or one of them 1. Give both the same channels first, with a 1×1 convolution',
    '先在一个分支里用 1×1 卷积',
  ],
  [
    'adding other sizes',
    'tf.layers.add().apply([narrow, small])',
    'have 28 and 14 at axis -2. They must be equal there, or one of them 1. One branch is smaller',
    '有一个分支更小',
  ],
  [
    'concatenating other sizes',
    'tf.layers.concatenate().apply([narrow, small])',
    '[batch, 28, 28, 8] and [batch, 14, 14, 8]',
    '[批次, 28, 28, 8] 与 [批次, 14, 14, 8]',
  ],
  ['branches that are no list', 'tf.layers.add().apply(narrow, wide)', 'apply([a, b])', 'apply([a, b])'],
  [
    'a first layer without inputShape',
    'tf.sequential({ layers: [tf.layers.dense({ units: 1 })] })',
    "inputShape: [28, 28, 1]. (Keras's input_shape is inputShape here.)",
    'Keras 的 input_shape',
  ],
  ['a model without layers', 'tf.sequential().predict(tf.ones([1]))', 'The model has no layers yet', '模型还没有层'],
  [
    'a dense layer without units',
    'tf.layers.dense()',
    'tf.layers.dense({ units: 10 })',
    'tf.layers.dense({ units: 10 })',
  ],
  [
    'a convolution without filters',
    'tf.layers.conv2d({ kernelSize: 3 })',
    'tf.layers.conv2d({ filters: 8, kernelSize: 3 })',
    'tf.layers.conv2d({ filters: 8, kernelSize: 3 })',
  ],
  [
    'a depthwise convolution without kernelSize',
    'tf.layers.depthwiseConv2d({})',
    'tf.layers.depthwiseConv2d({ kernelSize: 3 })',
    'tf.layers.depthwiseConv2d({ kernelSize: 3 })',
  ],
  [
    'padding in capitals',
    'tf.layers.conv2d({ filters: 1, kernelSize: 3, padding: "SAME" })',
    "'valid' or 'same'. This is SAME",
    '小写',
  ],
  [
    'softmax along the rows',
    'tf.layers.softmax({ axis: 1 }).apply(tf.ones([1, 4, 4, 2]))',
    'along the last axis only',
    '只能沿最后一个轴',
  ],
  [
    'a name for two layers',
    'tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1], name: "a" }), tf.layers.dense({ units: 1, name: "a" })] }).predict(tf.ones([1, 1]))',
    'Two layers are called a',
    '有两个层都叫 a',
  ],
  ['a layer that is not there', 'model.getLayer("conv")', 'The model has no layer conv', '没有名为 conv 的层'],
  [
    'outputs from elsewhere',
    'tf.model({ inputs: wide, outputs: tf.layers.flatten().apply(small) })',
    'The outputs do not come from these inputs',
    '不是由这些输入得来的',
  ],
  // training
  [
    'training before compiling',
    'await plain.fit(tf.ones([1, 1]), tf.ones([1, 1]))',
    'model.compile({ optimizer:',
    'model.compile({ optimizer:',
  ],
  ['compiling without a loss', 'plain.compile({ optimizer: "sgd" })', 'compile() needs a loss', 'compile() 需要损失'],
  [
    'compiling without an optimizer',
    'plain.compile({ loss: "meanSquaredError" })',
    'compile() needs an optimizer',
    'compile() 需要优化器',
  ],
  [
    'predicting one picture',
    'model.predict(tf.ones([28, 28, 1]))',
    'The model takes [batch, 28, 28, 1]; this is [28, 28, 1]. It is one example: make a batch of one with x.expandDims(0)',
    '模型的输入应为 [批次, 28, 28, 1]，这里是 [28, 28, 1]。',
  ],
  [
    'predicting one grey picture',
    'model.predict(tf.ones([28, 28]))',
    'x.reshape([1, 28, 28, 1])',
    'x.reshape([1, 28, 28, 1])',
  ],
  [
    'training on pictures without channels',
    'await model.fit(tf.ones([4, 28, 28]), labels)',
    'this is [4, 28, 28]. The channel axis is missing: grey pictures get it with x.expandDims(-1)',
    'x.expandDims(-1)',
  ],
  [
    'pictures of another size',
    'await model.fit(tf.ones([4, 14, 14, 1]), labels)',
    'The model takes [batch, 28, 28, 1]; this is [4, 14, 14, 1]. Resize the pictures',
    '缩放图片',
  ],
  [
    'colour for a grey model',
    'model.predict(tf.ones([1, 28, 28, 3]))',
    'a grey picture has 1, a colour picture 3',
    '灰度图为 1，彩色图为 3',
  ],
  [
    'labels that are not one-hot',
    'await model.fit(images, tf.tensor1d([1, 2, 3, 4]))',
    "For each example the model gives 10 numbers ([batch, 10]), but the labels [4, 1] hold one: the class? Make them one-hot, tf.oneHot(labels.toInt(), 10), or compile with loss: 'sparseCategoricalCrossentropy'",
    'tf.oneHot(labels.toInt(), 10)',
  ],
  [
    'one-hot labels for the sparse loss',
    'classes.evaluate(tf.ones([4, 2]), tf.ones([4, 3]))',
    'the labels [4, 3] are one-hot',
    '标签 [4, 3] 是独热编码',
  ],
  [
    'labels of fewer classes',
    'model.evaluate(images, tf.ones([4, 5]))',
    'The last layer gives 10 numbers per example ([batch, 10]), the labels [4, 5] have 5',
    '标签 [4, 5] 有 5 个',
  ],
  [
    'labels for another number of pictures',
    'await model.fit(images, tf.ones([3, 10]))',
    'There are 4 examples but 3 labels',
    '有 4 个样本，却有 3 个标签',
  ],
  ['training without labels', 'await model.fit(images)', 'The labels are missing', '缺少标签'],
  ['lists for predict', 'model.predict([[1, 2], [3, 4]])', 'predict() takes a tensor', 'predict() 需要一个张量'],
  [
    'training while training',
    'const first = model.fit(images, labels, { epochs: 2 }); try { await model.fit(images, labels); } finally { await first; }',
    'An earlier training has not ended',
    '上一次训练还没有结束',
  ],
  [
    'validation data without labels',
    'await model.fit(images, labels, { validationData: [images] })',
    'a pair: [images, labels]',
    '一对：[images, labels]',
  ],
  [
    'a dataset of bare numbers',
    'await model.fitDataset(tf.data.array([1, 2]), { epochs: 1 })',
    '{ xs, ys }',
    '{ xs, ys }',
  ],
  // lifetime
  [
    'a tensor after dispose()',
    'const short = tf.ones([2]); short.dispose(); short.add(1)',
    'Its memory was freed: by dispose()',
    '它的内存已经释放',
  ],
  [
    'a tensor that no name holds',
    'sumOfHidden()',
    'at the end of a cell, which keeps only the tensors that its names lead to',
    '请在它自己的单元格里给它一个名称',
  ],
  ['a model after dispose()', 'gone.predict(tf.ones([1, 1]))', 'were freed by dispose()', '权重已经释放'],
  [
    'a variable of the same name',
    'tf.variable(tf.ones([2]), true, "weights")',
    'There is a variable called weights already',
    '已经有名为 weights 的变量',
  ],
  [
    'minimizing what nothing leads to',
    'tf.train.sgd(0.1).minimize(() => tf.scalar(1))',
    'Between the two, use only tf operations',
    '只能用 tf 运算',
  ],
  [
    'a gradient through plain numbers',
    'tf.grad((x) => tf.scalar(x.dataSync()[0]))(tf.scalar(2))',
    'numbers read with dataSync()',
    'dataSync()',
  ],
  [
    'a gradient that does not exist',
    'tf.grad((x) => tf.topk(x, 1).values.sum())(tf.ones([3]))',
    'no gradient here (TopK)',
    '没有梯度（TopK）',
  ],
  [
    'an operation that wasm lacks',
    'tf.spectral.fft(tf.complex([1, 2], [0, 0]))',
    'Complex does not exist on the wasm backend',
    'wasm 后端没有 Complex',
  ],
  // names
  [
    'a loss in snake_case',
    'plain.compile({ optimizer: "sgd", loss: "categorical_crossentropy" })',
    "Write 'categoricalCrossentropy'",
    "请写 'categoricalCrossentropy'",
  ],
  [
    'a loss with a slip',
    'plain.compile({ optimizer: "sgd", loss: "meanSquaredErorr" })',
    "Did you mean 'meanSquaredError'",
    "'meanSquaredError'",
  ],
  [
    'a loss by its initials',
    'plain.compile({ optimizer: "sgd", loss: "mse" })',
    "Did you mean 'meanSquaredError'",
    "'meanSquaredError'",
  ],
  [
    'an optimizer in snake_case',
    'plain.compile({ optimizer: "rms_prop", loss: "meanSquaredError" })',
    "Write 'rmsprop'",
    "'rmsprop'",
  ],
  [
    'momentum by name',
    'plain.compile({ optimizer: "momentum", loss: "meanSquaredError" })',
    'tf.train.momentum(0.01, 0.9)',
    'tf.train.momentum(0.01, 0.9)',
  ],
  [
    'a metric in snake_case',
    'plain.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: ["binary_accuracy"] })',
    "Write 'binaryAccuracy'",
    "'binaryAccuracy'",
  ],
  [
    'an unknown metric',
    'plain.compile({ optimizer: "sgd", loss: "meanSquaredError", metrics: ["f1"] })',
    "has no 'f1'. There are: accuracy, binaryAccuracy",
    '可用的有：accuracy',
  ],
  [
    'an activation in snake_case',
    'tf.layers.dense({ units: 1, activation: "hard_sigmoid" })',
    "Write 'hardSigmoid'",
    "'hardSigmoid'",
  ],
  [
    'an activation in snake_case',
    'tf.layers.dense({ units: 1, activation: "leaky_relu" })',
    "Write 'leakyRelu'",
    "请写 'leakyRelu'",
  ],
  [
    'an activation of another name',
    'tf.layers.dense({ units: 1, activation: "prelu" })',
    'tf.layers.prelu()',
    'tf.layers.prelu()',
  ],
  [
    'an initializer in snake_case',
    'tf.layers.dense({ units: 1, kernelInitializer: "he_normal" })',
    "Write 'heNormal'",
    "'heNormal'",
  ],
  [
    'a regularizer by name',
    'tf.layers.dense({ units: 1, kernelRegularizer: "l2" })',
    'tf.regularizers.l2({ l2: 0.01 })',
    'tf.regularizers.l2',
  ],
  [
    'a function in other letters',
    'tf.matmul(tf.ones([2, 2]), tf.ones([2, 2]))',
    'TensorFlow.js has no tf.matmul. Did you mean tf.matMul?',
    '你是想写 tf.matMul 吗',
  ],
  ["a function of Python's", 'tf.reduce_mean(tf.ones([2]))', 'Did you mean tf.mean?', 'tf.mean'],
  [
    "a layer as Keras's class",
    'tf.layers.Conv2D({ filters: 1, kernelSize: 3 })',
    'Did you mean tf.layers.conv2d?',
    'tf.layers.conv2d',
  ],
  ['a method in other letters', 'tf.ones([2]).to_float()', 'Did you mean .toFloat()?', '.toFloat()'],
  [
    'tf.keras',
    'const dense = tf.keras.layers.dense({ units: 1 });',
    'Here tf is Keras already',
    '这里的 tf 本身就是 Keras',
  ],
  [
    'numbers that come later',
    'tf.ones([2]).array().map((x) => x)',
    '(await tf.ones(...).array())',
    '(await tf.ones(...).array())',
  ],
  [
    'a tensor method on plain numbers',
    'tf.ones([2]).dataSync().add(1)',
    'plain JavaScript numbers, which have no add()',
    '没有 add()',
  ],
  [
    'a tensor method on an output without numbers',
    'tf.layers.flatten().apply(wide).add(1)',
    'has only a shape so far',
    '还只有形状',
  ],
  ['a tensor method on a promise', 'later().add(1)', '(await later(...)).add(…)', '(await later(...)).add(…)'],
  [
    'a data set that was not awaited',
    'const { train } = digits({ train: 10, test: 10 }); train.images',
    'write await before digits()',
    '写 await',
  ],
  [
    'a history that was not awaited',
    'const trained = model.fit(images, labels); trained.catch(() => {}); trained.history.loss',
    'write await before model.fit()',
    '写 await',
  ],
];

async function errorOf(source: string): Promise<ErrorOutput | undefined> {
  return outputsOf(await node.run('mistake', source), 'error')[0];
}

describe('a mistake is explained in both languages', () => {
  it.each(mistakes)('%s', async (_, source, english, chinese) => {
    useWords(zhCn, 'zh-cn');
    expect((await errorOf(source))?.hint).toContain(chinese);
    useWords(en, 'en');
    const error = await errorOf(source);
    expect(error?.hint).toContain(english);
    // Whatever throws it, and whenever, the reader's own line is known.
    expect(error?.at?.line).toBe(1);
  });

  it('as is a training that ends with NaN, although nothing throws', async () => {
    const source = `const fast = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
      fast.compile({ optimizer: tf.train.sgd(1e30), loss: 'meanSquaredError' });
      await fast.fit(tf.ones([4, 1]), tf.zeros([4, 1]), { epochs: 5 });`;
    for (const [locale, words, said] of [
      ['zh-cn', zhCn, '学习率太高'],
      ['en', en, 'the learning rate is too high'],
    ] as const) {
      useWords(words, locale);
      const [log] = outputsOf(await node.run('nan', source), 'log');
      expect(log?.head).toMatchObject([{ level: 'warn' }]);
      expect(log?.head[0]?.text).toContain(said);
    }
  });
});

describe('the explanations', () => {
  it('are silent about what they do not know', () => {
    expect(explain('')).toBeUndefined();
    expect(explain('this is no message of an engine')).toBeUndefined();
    // What TensorFlow.js itself read of nothing is not in the reader's line.
    expect(explain("Cannot read properties of undefined (reading 'backend')", undefined, 'x.add(1)')).toBeUndefined();
    expect(explain('Error in conv2d: input must be rank 4, but got rank 2.')).toBeUndefined();
  });

  it("know Firefox's and Safari's words for reading a property of undefined", () => {
    for (const message of [
      'can\'t access property "images", data.train is undefined',
      "undefined is not an object (evaluating 'data.train.images')",
    ])
      expect(explain(message)).toContain('write await before digits()');
  });

  it.each(Object.entries(layerNames))('name only what tfjs knows: %s', async (kind, names) => {
    const option = { activation: 'activation', initializer: 'kernelInitializer', regularizer: 'kernelRegularizer' }[
      kind
    ];
    for (const name of names.split(' ')) {
      const source = option
        ? `tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [2], ${option}: '${name}' })] });`
        : `plain.compile({ optimizer: 'sgd', loss: 'meanSquaredError', ${kind === 'metric' ? `metrics: ['${name}']` : `${kind}: '${name}'`} });`;
      expect((await errorOf(source))?.message, name).toBeUndefined();
    }
  });
});
