/** Lines that the editor and a run must judge alike. */
export interface Line {
  source: string;
  /** What both say, in English; without it, the line is no error and runs. */
  refused?: string;
  /** Whether only a browser has what it uses. */
  browser?: true;
}

const runs = (...sources: string[]): Line[] => sources.map((source) => ({ source }));
const runsInBrowser = (...sources: string[]): Line[] => sources.map((source) => ({ source, browser: true }));
const refused = (said: string, ...sources: string[]): Line[] => sources.map((source) => ({ source, refused: said }));

const small = [
  'const m = tf.sequential({ layers: [tf.layers.dense({ units: 2, inputShape: [1] })] })',
  "m.compile({ loss: 'meanSquaredError', optimizer: 'sgd', metrics: ['mse'] })",
  'const [x, y] = [tf.tensor2d([1, 2], [2, 1]), tf.ones([2, 2])]',
].join('\n');

export const lines: readonly Line[] = [
  // await at the top level, before whatever can stand behind it
  ...runs(
    'const a = await (async () => 3)()\na.toFixed()',
    'const d = await (1 + 1 > 2 ? digits() : Promise.resolve(1))\nd',
    'const [b] = await [1]\nb',
    'await `x`',
    'await /x/',
    'await -1 + await +1',
    'for await (const c of [Promise.resolve(1)]) c.toFixed()',
  ),
  // In Node from version 24
  ...runsInBrowser('await using r = { async [Symbol.asyncDispose]() {} }\nr'),
  // Globals
  ...runsInBrowser(
    'location.href.length + self.location.href.length',
    'navigator.userAgent.length + navigator.hardwareConcurrency',
    "addEventListener('message', (event) => event.data)",
    'const reader = new FileReaderSync()\nreader.readAsText(new Blob(["a"])).length',
    'new OffscreenCanvas(2, 2).getContext("2d")?.fillRect(0, 0, 1, 1)',
    'new FormData().append("a", "b")',
    "const url: string = URL.createObjectURL(new Blob(['1']))\nurl.length",
    'const { port1, port2 } = new MessageChannel()\nport1.onmessage = (event) => event.data\nport2.close()\nport1.close()',
  ),
  ...runs(
    'const stream = new Blob(["a"]).stream().pipeThrough(new CompressionStream("gzip"))\nawait new Response(stream).arrayBuffer()',
    'WebAssembly.validate(new Uint8Array(4))',
    'globalThis.structuredClone({ a: 1 }).a',
  ),
  ...refused(
    'A cell runs beside the page, not in it',
    "document.title = 'x'",
    'alert(1)',
    'window.x',
    'localStorage.a',
  ),
  ...refused('belongs to Node.js', "require('fs')", 'module.exports = 1', '__dirname', "import fs = require('fs')"),
  ...refused('A cell reaches this site only', "new WebSocket('wss://example.org')"),
  // What TypeScript has and JavaScript has not
  ...runs(
    'enum Kind { A, B }\nKind.A',
    'const enum Few { A = 1 }\nFew.A',
    'namespace Types { export type Size = [number, number]; export interface Box { size: Size } }\nconst box: Types.Box = { size: [1, 2] }\nbox.size',
    'namespace Outer { export namespace Inner { export type A = 1 } /* } */ }\nconst one: Outer.Inner.A = 1\none',
    'declare namespace Far { const x: number }\ntypeof Far',
    'declare global { var foo: number; interface Nice { a: 1 } }\nglobalThis.foo = 3\nconst nice: Nice = { a: 1 }\nfoo + nice.a',
    'import layers = tf.layers\nlayers.dense({ units: 1 }).getClassName()',
    'const e = 1\nexport { e }',
    'abstract class A { constructor(protected n = 1) {} abstract f(): void }\nclass B extends A { f() { this.n += 1 } }\nnew B().f()',
    'class Counter { static total: number; static { this.total = 2 } }\nCounter.total',
  ),
  ...refused(
    'a namespace with code in it',
    'namespace N { export const b = 1 }',
    'namespace N { export type T = 1; export function f() {} }',
    'interface I {}\nnamespace N { f() }',
  ),
  ...refused(
    'cannot have decorators',
    'const dec = (value: unknown) => value as any\n@dec class A {}',
    'const dec = (value: unknown) => value as any\nclass A { @dec field = 1 }',
  ),
  ...refused(
    'cannot have JSX',
    'const x = <div>hello {1}</div>\nconst y = 3',
    'const x = <></>',
    'function F() {\n  return (\n    <Box size="1" />\n  )\n}',
  ),
  ...refused('A cell can import @tensorflow/tfjs, lab and datasets, but not fs', "import fs from 'fs'\nfs"),
  ...refused('Cells share their names without export', 'export default 1', "export * from 'lab'"),
  // Plain JavaScript
  ...runs(
    'class Net { constructor() { this.layers = []; this.n = 1 } add(x) { this.layers.push(x); return this.n } }\nnew Net().add(1)',
    'const list = []\nlist.push(1)\nconst more = (x) => { list.push(x); return list.map((one) => one + 1) }\nmore(2)',
    'function Old(n) { this.n = n }\nnew Old(1).n',
    'try { throw new Error("x") } catch (error) { error.message.length }',
    'const counts = {}\nfor (const word of ["a"]) counts[word] = (counts[word] || 0) + 1',
  ),
  // TensorFlow.js
  ...[
    'm.predict(x).print()\nm.predict(x).dataSync()[0].toFixed(2)',
    'const one = m.predict(x) as tf.Tensor\nconst two = m.predict(x) as tf.Tensor2D\none.add(two)',
    'm.predict(x).argMax(-1).arraySync().map((v) => v + 1)',
    'const [, size] = m.predict(x).shape\nconst width: number = m.predict(x).shape[1]\nsize.toFixed() + width.toFixed()',
    'const [loss, error] = m.evaluate(x, y)\nloss.dataSync()[0] + error.dataSync()[0]',
    'const h = await m.fit(x, y, { epochs: 1, callbacks: { onEpochEnd: (epoch, logs) => console.log(epoch, logs.loss.toFixed(3)) } })\nh.history.loss[0].toFixed()',
    'await m.fit(x, y, { epochs: 1, sampleWeight: tf.ones([2]) })',
    'const [first] = await m.trainOnBatch(x, y)\nfirst.toFixed(2)',
    "tf.util.assert(m.layers.length === 1, 'text')\ntf.util.assert(true, () => 'text')",
  ].map((source) => ({ source: `${small}\n${source}` })),
  ...runs(
    [
      'const a = tf.variable(tf.scalar(0.5))',
      'const optimizer = tf.train.sgd(0.1)',
      'const error = (p, y) => p.sub(y).square().mean()',
      'optimizer.minimize(() => error(a.mul(2), tf.scalar(1)))',
      'optimizer.minimize(() => a.mul(2).square().sum(), true).dataSync()[0]',
      'const { grads } = tf.variableGrads(() => a.square().sum())',
      'optimizer.applyGradients(grads)',
    ].join('\n'),
    [
      'const input = tf.input({ shape: [8, 8, 3] })',
      "let x = tf.layers.conv2d({ filters: 3, kernelSize: 3, padding: 'same', activation: 'hardSilu' }).apply(input)",
      'x = tf.layers.add().apply([x, input])',
      'const sizes = x.shape',
      'const out = tf.layers.globalAveragePooling2d({ keepDims: true }).apply(x)',
      'const whole = tf.model({ inputs: input, outputs: out })',
      'const cut = tf.model({ inputs: whole.inputs, outputs: whole.layers[1].output })',
      'cut.predict(tf.ones([1, 8, 8, 3])).squeeze().print()',
      'tf.layers.flatten().apply(tf.ones([1, 2, 2])).print()',
      'sizes',
    ].join('\n'),
    [
      'const layers = [',
      "  tf.layers.randomFlip({ mode: 'horizontal', inputShape: [8, 8, 3] }),",
      '  tf.layers.randomFlip(),',
      "  tf.layers.randomRotation({ factor: 0.1, fillMode: 'nearest' }),",
      '  tf.layers.randomTranslation({ heightFactor: 0.1, widthFactor: [-0.1, 0.1] }),',
      "  tf.layers.randomZoom({ heightFactor: 0.1, interpolation: 'nearest', seed: 1 }),",
      '  tf.layers.randomContrast({ factor: 0.2, valueRange: [0, 1] }),',
      '  tf.layers.groupNormalization({ groups: -1 }),',
      '  tf.layers.spatialDropout2d({ rate: 0.1 }),',
      '  tf.layers.globalMaxPool2d({ keepDims: true }),',
      '  tf.layers.flatten(),',
      "  tf.layers.dense({ units: 10, activation: 'softmax' }),",
      ']',
      'const net = tf.sequential({ layers })',
      'net.compile({',
      '  optimizer: tf.train.adamw(),',
      '  loss: tf.losses.categoricalCrossentropy({ labelSmoothing: 0.1 }),',
      "  metrics: ['accuracy', 'topKCategoricalAccuracy', tf.metrics.sparseTopKCategoricalAccuracy],",
      '})',
      'net.outputs[0].shape',
      'tf.layers.spatialDropout1d({ rate: 0.1 }).getClassName() + tf.layers.spatialDropout3d({ rate: 0.1 }).getClassName()',
    ].join('\n'),
  ),
];
