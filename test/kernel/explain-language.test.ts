import { beforeAll, describe, expect, it } from 'vitest';
import { explain } from '../../src/kernel/explain';
import { keysOf } from '../../src/kernel/explain/names-in-reach';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { errorOf, expectHints, type Case } from './hint-table';
import { startNodeKernel, type NodeKernel } from './node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
  const before = `const picture = tf.ones([4, 4]); const 图片 = picture; let empty; const count = 3; const words = ['a', 'b'];
    const net = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [2] })] });
    const data = { train: { images: picture, labels: picture }, test: {} };
    const later = async () => tf.ones([2]); const promised = later();
    const past = { history: { loss: [1], acc: [1] } }; const bare = { history: { loss: [1] } };`;
  expect((await node.run('before', before)).outcome).toBe('done');
});

const names: Case[] = [
  [
    'a slip in a name of a cell',
    'show(picure)',
    'Nothing is called picure here. Did you mean picture?',
    '你是想写 picture 吗',
  ],
  ['a slip in a verb', 'shwo(1)', 'Did you mean show?', '你是想写 show 吗'],
  ['a slip in a data set', 'await digitss()', 'Did you mean digits?', '你是想写 digits 吗'],
  [
    'a slip in a name of the same cell',
    'const kernels = 1; kernsel + 1',
    'Did you mean kernels?',
    '你是想写 kernels 吗',
  ],
  ['another case', 'Picture.shape', 'Did you mean picture?', '你是想写 picture 吗'],
  ["Python's True", 'show(True)', 'Did you mean true?', '你是想写 true 吗'],
  ['a name like no other', 'zebra + 1', 'Nothing is called zebra here. Small and capital', '这里没有叫 zebra 的东西'],
  ['a name that is not declared', 'zebra = 5;', 'const zebra = …, or let zebra = …', 'const zebra = …'],
  ['a name before its line', 'show(early); const early = 1;', 'early is used here before', '声明它的那一行还没有运行'],
  ["Python's print", "print('x')", 'console.log() prints', '用 console.log() 打印'],
  ["Python's len", 'len(words)', 'list.length', 'list.length'],
  ["Python's range", 'range(3)', 'for (let i = 0; i < n; i += 1)', 'list.entries()'],
  ["Python's None", 'show(None)', 'null', 'null'],
  ["Python's int", 'int(3.5)', 'Math.trunc()', 'Math.trunc()'],
  ["Python's sqrt", 'sqrt(4)', 'Math.sqrt(), for tensors x.sqrt()', 'Math.sqrt()'],
  ['NumPy', 'np.zeros(3)', 'tf.tensor([1, 2])', 'tf.tensor([1, 2])'],
  ['tfvis', 'tfvis.show.layer({}, net)', 'trainingView()', 'trainingView()'],
  ['a model from elsewhere', 'await mobilenet.load()', "pretrained('fashion')", "pretrained('fashion')"],
  ['Keras', 'keras.layers.Dense(1)', 'Here tf is Keras already', '本身就是 Keras'],
];

const values: Case[] = [
  [
    'two slips in a path',
    'data.trian.imges',
    'data has no trian. Did you mean train?',
    'data 没有 trian。你是想写 train 吗',
  ],
  [
    'a slip at its end',
    'data.train.imges.slice(0, 1)',
    'data.train has no imges. Did you mean images?',
    '你是想写 images 吗',
  ],
  ['a slip in a tensor’s property', 'picture.shpe[0]', 'picture has no shpe. Did you mean shape?', '你是想写 shape 吗'],
  [
    'a slip in a name of the same cell',
    'const own = { size: [1] }; own.sise[0]',
    'own has no sise. Did you mean size?',
    'size',
  ],
  ['a slip in a method', 'net.sumary()', 'net has no sumary(). Did you mean summary()?', '你是想写 summary() 吗'],
  ['a method of NumPy', 'picture.numpy()', 'Did you mean array()?', '你是想写 array() 吗'],
  ['the same of a result', 'net.predict(picture.slice([0, 0], [4, 2])).numpy()', 'Did you mean .array()?', '.array()'],
  ['a slip in Math', 'Math.flor(1.5)', 'Math has no flor(). Did you mean floor()?', '你是想写 floor() 吗'],
  ['accuracy by its long name', 'past.history.accuracy.at(-1)', 'Did you mean acc?', '你是想写 acc 吗'],
  [
    'accuracy without a metric',
    'bare.history.accuracy.at(-1)',
    "It has: loss. Accuracy is there, as acc, with metrics: ['accuracy']",
    "metrics: ['accuracy']",
  ],
  [
    'a validation that was not there',
    'past.history.val_loss.at(-1)',
    'It has: loss, acc. What begins with val_',
    '它有：loss、acc。以 val_ 开头的值',
  ],
  [
    'accuracy in the logs',
    "net.compile({ optimizer: 'sgd', loss: 'meanSquaredError', metrics: ['accuracy'] }); await net.fit(picture.slice([0, 0], [4, 2]), tf.ones([4, 1]), { callbacks: { onEpochEnd: (_, logs) => logs.accuracy.toFixed(2) } })",
    'Accuracy is called acc here',
    '准确率在这里叫 acc',
  ],
  ['an element too far', 'words[2].length', 'words has 2 elements, counted from 0: there is no [2]', '没有 [2]'],
  ['a property of nothing', 'empty.size', 'There is nothing that size could be read of', '无法读取 size'],
  ['a property of null', '(() => null)().size', 'There is nothing that size could be read of', '无法读取 size'],
  ['taking apart nothing', 'const { a } = empty;', 'nothing that a could be read of', '无法读取 a'],
  ['a number that is called', 'count(2)', 'Only functions are called with (), and count is a number', 'count 是数'],
  [
    'a list that is called',
    'picture.shape()',
    'picture.shape is a list: take elements out with [0]',
    'picture.shape 是列表',
  ],
  ['a model that is called', 'net(picture)', 'net is a model: call its predict()', '请调用它的 predict()'],
  ['a function that is not there', 'net.zebra()', 'net.zebra is none here', '不是函数'],
  ['a new value for a const', 'const fixed = 1; fixed = 2;', 'Declare it with let', 'let 声明'],
  ['a new value for a name of the book', 'tf = 2;', 'or that comes from the book', '本书提供的名称'],
  ['a number in for … of', 'for (const x of count) show(x)', 'Only lists can be taken apart', '只有列表才能'],
  ['a tensor in for … of', 'for (const row of picture) show(row)', 'x.unstack()', 'x.unstack()'],
  [
    'evaluate without metrics',
    "net.compile({ optimizer: 'sgd', loss: 'meanSquaredError' }); const [loss, acc] = net.evaluate(picture.slice([0, 0], [4, 2]), tf.ones([4, 1]));",
    'Without metrics, evaluate() gives one tensor',
    '没有 metrics 时',
  ],
  ['JSON without quotes', "JSON.parse('{a: 1}')", 'This is not JSON', '这不是 JSON'],
  ['an empty JSON', "JSON.parse('')", 'This is not JSON', '这不是 JSON'],
  ['a page for JSON', "JSON.parse('<!DOCTYPE html>')", 'This is a page (HTML)', '这是网页（HTML）'],
  [
    'a function without an end',
    'const down = (n) => down(n - 1); down(1)',
    'calls itself too often',
    '调用自身的次数太多',
  ],
  ['a negative length', 'new Float32Array(-1)', 'The length of a list is a whole number', '列表的长度'],
  ['the same of a plain list', 'new Array(-1)', 'The length of a list is a whole number', '列表的长度'],
  ['the page', 'document.title', 'A cell runs beside the page', '单元格运行在页面之外'],
  ['the camera', "await tf.data.webcam(document.querySelector('video'))", 'imageInput()', 'imageInput()'],
  [
    'a package at run time',
    "await import('@tensorflow/tfjs-vis')",
    'not @tensorflow/tfjs-vis. Instead of it, plot()',
    '请改用 plot()',
  ],
  ["Node's module", "const fs = require('fs');", 'require belongs to Node.js', 'require 属于 Node.js'],
];

describe('a slip in a name is answered with the name that was meant', () => {
  it.each(names)('%s', async (...mistake) => expectHints(node, mistake));
});

describe('a mistake of the language has its likely cause', () => {
  it.each(values)('%s', async (...mistake) => expectHints(node, mistake));
});

describe('hints from values', () => {
  beforeAll(() => useWords(en, 'en'));

  it('read no getter: it would run the reader’s code once more', async () => {
    const source = `let times = 0; const own = { get part() { times += 1; return undefined; } };
      try { own.part.size } catch (error) { error.message += ' ' ; throw error; } finally { globalThis.timesRead = times; }`;
    await errorOf(node, source);
    expect(Reflect.get(globalThis, 'timesRead')).toBe(1);
    Reflect.deleteProperty(globalThis, 'timesRead');
  });

  it('read no getter of what has no such method either', async () => {
    const source = `globalThis.timesRead = 0; const own = { get part() { globalThis.timesRead += 1; return 1; }, paint() {} }; own.pain();`;
    expect((await errorOf(node, source))?.hint).toContain('Did you mean paint()?');
    expect(Reflect.get(globalThis, 'timesRead')).toBe(0);
    Reflect.deleteProperty(globalThis, 'timesRead');
  });

  it('do not go through the elements of a list', async () => {
    for (const list of [[1, 2], new Float32Array(2), 'ab']) expect(keysOf(list)).not.toContain('1');
    expect(keysOf([1, 2])).toContain('map');
    const error = await errorOf(node, 'const list = new Float32Array(3); list.zebra.size');
    expect(error?.hint).toContain('nothing that size could be read of');
  });

  it('are silent where the name is not near', async () => {
    expect((await errorOf(node, 'xy + 1'))?.hint).not.toContain('Did you mean');
    expect((await errorOf(node, '图 + 1'))?.hint).not.toContain('Did you mean');
  });

  it.each([
    ["Can't find variable: picure", 'show(picure)', 'Did you mean picture?'],
    ["invalid assignment to const 'fixed'", 'fixed = 2', 'Declare it with let'],
    ["can't access lexical declaration 'early' before initialization", '', 'early is used here before'],
    ['can\'t access property "imges", data.trian is undefined', 'data.trian.imges', 'Did you mean train?'],
    ["undefined is not an object (evaluating 'data.trian.imges')", 'data.trian.imges', 'Did you mean train?'],
    [
      "net.sumary is not a function. (In 'net.sumary()', 'net.sumary' is undefined)",
      'net.sumary()',
      'Did you mean summary()?',
    ],
    ['JSON.parse: expected property name at line 1 column 2', '', 'This is not JSON'],
    ['JSON Parse error: Expected }', '', 'This is not JSON'],
  ])('know what Firefox and Safari say: %s', async (message, line, said) => {
    await node.run('reach', '1;');
    expect(explain(message, undefined, line)).toContain(said);
  });
});
