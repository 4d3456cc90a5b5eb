import type {
  ConfusionOutput,
  HeatMapOutput,
  ArchitectureOutput,
  ImagesOutput,
  NetworkOutput,
  Output,
  OutputKind,
  OutputOf,
  OverlayOutput,
  Picture,
  Planes,
  ReplayOutput,
  TrainingOutput,
  WindowStep,
} from '../../src/protocol';

/** A picture whose values count up from `start`. */
export function picture(start: number, rest: Partial<Picture> = {}): Picture {
  const values = Float32Array.from({ length: 9 }, (_, index) => (start + index) / 10);
  return { width: 3, height: 3, channels: 1, values, scale: 'sequential', range: [0, 1], ...rest };
}

export const kernel: HeatMapOutput = {
  kind: 'heat-map',
  title: 'Sobel',
  rows: 3,
  columns: 3,
  values: Float32Array.from([-1, 0, 1, -2, 0, 2, -1, 0, 1]),
  scale: 'diverging',
  range: [-2, 2],
};

export const maps: ImagesOutput = {
  kind: 'images',
  title: 'Feature maps',
  images: [picture(0, { title: 'map 0' }), picture(1, { title: 'map 1' })],
  omitted: 30,
  width: 64,
};

export const training: TrainingOutput = {
  kind: 'training',
  state: 'running',
  epoch: 2,
  epochs: 3,
  step: 12,
  steps: 40,
  elapsedSeconds: 6.2,
  secondsLeft: 8.4,
  numbers: { loss: 0.25, acc: 0.921 },
  epochRows: [{ epoch: 1, seconds: 4.2, numbers: { loss: 0.5, acc: 0.85, val_loss: 0.4, val_acc: 0.9 } }],
  curves: [
    {
      name: 'loss',
      points: [
        [0.5, 1],
        [1, 0.5],
      ],
    },
    { name: 'val_loss', points: [[1, 0.4]], dashed: true },
    {
      name: 'acc',
      points: [
        [0.5, 0.6],
        [1, 0.85],
      ],
    },
  ],
};

function planes(count: number, height: number, width: number, values: number[]): Planes {
  const low = Math.min(...values);
  const scale = low < 0 ? 'diverging' : 'grey';
  const most = Math.max(...values.map(Math.abs));
  return { count, height, width, values: Float32Array.from(values), scale, range: [low < 0 ? -most : 0, most] };
}

/** Two planes of 2 × 3, 'same' padding: a place after the last column and row. */
export const convolution: WindowStep = {
  mode: 'convolution',
  input: planes(2, 2, 3, [1, 2, 3, 4, 5, 6, 0, 1, 0, 1, 0, 1]),
  output: planes(1, 2, 3, [0, 0.5, 3.5, 0.5, 0, 7.5]),
  rows: { size: 2, stride: 1, dilation: 1, before: 0, after: 1 },
  columns: { size: 2, stride: 1, dilation: 1, before: 0, after: 1 },
  // [row, column, plane, filter]: the difference of neighbours in plane 0, the number itself in plane 1.
  weights: Float32Array.from([1, 1, -1, 0, 0, 0, 0, 0]),
  bias: Float32Array.from([0.5]),
  activation: 'relu',
};

export const separable: WindowStep[] = [
  {
    mode: 'depthwise',
    input: planes(2, 2, 2, [1, 2, 3, 4, -1, 0, 0, 1]),
    output: planes(4, 1, 1, [10, 1, 0, -1]),
    rows: { size: 2, stride: 1, dilation: 1, before: 0, after: 0 },
    columns: { size: 2, stride: 1, dilation: 1, before: 0, after: 0 },
    weights: Float32Array.from([1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0]),
  },
  {
    mode: 'pointwise',
    input: planes(4, 1, 1, [10, 1, 0, -1]),
    output: planes(2, 1, 1, [10, 0]),
    rows: { size: 1, stride: 1, dilation: 1, before: 0, after: 0 },
    columns: { size: 1, stride: 1, dilation: 1, before: 0, after: 0 },
    weights: Float32Array.from([1, 0, 0, 1, 0, 0, 0, 1]),
  },
];

export const pooling: WindowStep = {
  mode: 'average',
  input: planes(1, 2, 3, [1, 2, 3, 4, 5, 6]),
  output: planes(1, 1, 2, [3, 4.5]),
  rows: { size: 2, stride: 2, dilation: 1, before: 0, after: 0 },
  columns: { size: 2, stride: 2, dilation: 1, before: 0, after: 1 },
};

export const overlay: OverlayOutput = {
  kind: 'overlay',
  title: 'Grad-CAM · bag',
  image: picture(0, { scale: 'grey' }),
  height: 3,
  width: 3,
  heats: [
    {
      name: 'Grad-CAM',
      rows: 2,
      columns: 2,
      values: Float32Array.from([0, 0.5, 1, 2]),
      range: [0, 2],
      box: { top: 0.5, left: 0.5, height: 2, width: 2 },
    },
  ],
  facts: ['bag: 97 %'],
};

/** An input, two convolutions beside each other in a model of their own, their sum. */
export const architecture: ArchitectureOutput = {
  kind: 'architecture',
  title: 'Two paths',
  nodes: [
    {
      name: 'in',
      type: 'InputLayer',
      settings: '',
      inside: [],
      outputShape: '8 × 8 × 4',
      parameters: 0,
      shared: false,
      multiplyAdds: 0,
    },
    {
      name: 'a',
      type: 'Conv2D',
      settings: '3 × 3 · same',
      inside: ['inner'],
      outputShape: '8 × 8 × 4',
      parameters: 148,
      shared: false,
      multiplyAdds: 9216,
    },
    {
      name: 'b',
      type: 'Conv2D',
      settings: '1 × 1',
      inside: ['inner'],
      outputShape: '8 × 8 × 4',
      parameters: 20,
      shared: false,
      multiplyAdds: 1024,
    },
    {
      name: 'sum',
      type: 'Add',
      settings: '',
      inside: [],
      outputShape: '8 × 8 × 4',
      parameters: 0,
      shared: false,
      multiplyAdds: 0,
    },
    {
      name: 'own',
      type: 'Mine',
      settings: '',
      inside: [],
      outputShape: '8 × 8 × 4',
      parameters: 5,
      shared: false,
      multiplyAdds: null,
    },
  ],
  edges: [
    { from: 0, to: 1, shape: '8 × 8 × 4' },
    { from: 0, to: 2, shape: '8 × 8 × 4' },
    { from: 1, to: 3, shape: '8 × 8 × 4' },
    { from: 2, to: 3, shape: '8 × 8 × 4' },
    { from: 0, to: 3, shape: '8 × 8 × 4' },
    { from: 3, to: 4, shape: '8 × 8 × 4' },
  ],
  omitted: 0,
  summary: {
    kind: 'summary',
    name: 'two_paths',
    layers: [{ name: 'in', type: 'InputLayer', outputShape: '[null, 8, 8, 4]', parameters: 0, from: [] }],
    branching: true,
    parameters: 173,
    trainable: 173,
  },
};

export const confusion: ConfusionOutput = {
  kind: 'confusion',
  title: 'Clothes',
  classes: ['shirt', 'coat', 'bag'],
  counts: [8, 2, 0, 1, 9, 0, 0, 0, 0],
  examples: [
    { row: 0, column: 1, at: 4, share: 0.75, image: picture(0, { scale: 'grey' }) },
    { row: 0, column: 1, at: 9, share: 0.5, image: picture(1, { scale: 'grey' }) },
  ],
};

/** An image of two planes, a convolution over it, its numbers as units, a dense layer with softmax. */
export const network: NetworkOutput = {
  kind: 'network',
  title: 'Tiny',
  limit: 64,
  layers: [
    {
      name: 'in',
      type: 'InputLayer',
      settings: '',
      inside: [],
      shape: '2 × 3 × 2',
      from: [],
      maps: convolution.input,
      omitted: 0,
      sampled: 1,
      rule: { by: 'nothing', why: 'input' },
    },
    {
      name: 'conv',
      type: 'Conv2D',
      settings: '2 × 2 · same · relu',
      inside: [],
      shape: '2 × 3 × 1',
      from: [0],
      maps: convolution.output,
      omitted: 0,
      sampled: 1,
      rule: { by: 'window', steps: [withoutPlanes(convolution)] },
    },
    {
      name: 'flat',
      type: 'Flatten',
      settings: '',
      inside: [],
      shape: '6',
      from: [1],
      maps: planes(6, 1, 1, [0, 0.5, 3.5, 0.5, 0, 7.5]),
      omitted: 0,
      sampled: 1,
      rule: { by: 'flatten' },
    },
    {
      name: 'out',
      type: 'Dense',
      settings: 'softmax',
      inside: [],
      shape: '2',
      from: [2],
      maps: planes(2, 1, 1, [0.75, 0.25]),
      omitted: 0,
      sampled: 1,
      names: ['cat', 'dog'],
      rule: {
        by: 'weights',
        most: 2,
        inputs: Int32Array.from([5, 2, 2, 5]),
        weights: Float32Array.from([1, -1, -0.5, 0.1]),
        rest: Float32Array.from([0.5, 0]),
        sums: Float32Array.from([4.5, 3.4014]),
        bias: Float32Array.from([0, 4.4014]),
        activation: 'softmax',
      },
    },
  ],
};

function withoutPlanes({ input: _input, output: _output, ...step }: WindowStep): Omit<WindowStep, 'input' | 'output'> {
  return step;
}

/** One filter, and the spread of gradients, before training and after. */
export const replay: ReplayOutput = {
  kind: 'replay',
  title: 'While it trains',
  running: false,
  views: [
    {
      as: 'pictures',
      title: 'Filters of conv',
      names: ['filter 0'],
      width: 2,
      height: 2,
      channels: 1,
      scale: 'diverging',
      range: [-1, 1],
      omitted: 3,
      size: 80,
    },
    { as: 'histogram', title: 'Gradients of conv', range: [-1, 1] },
  ],
  moments: [
    { epochs: 0, steps: 0, looks: [{ values: Float32Array.from([1, 0, 0, -1]) }, null] },
    {
      epochs: 1.5,
      steps: 30,
      looks: [
        { values: Float32Array.from([0.5, 0, 0, -0.5]) },
        { spread: { low: -1, high: 1, counts: [1, 2, 1, 0] }, moments: { mean: -0.25, variance: 0.19 } },
      ],
    },
  ],
};

/** One output of each kind: a kind without a sample does not compile. */
export const samples: { [K in OutputKind]: OutputOf<K> } = {
  log: {
    kind: 'log',
    head: [
      { level: 'log', text: 'one' },
      { level: 'log', text: 'two <b>' },
      { level: 'warn', text: 'careful' },
    ],
    omitted: 1_000_000,
    tail: [
      { level: 'error', text: 'last' },
      { level: 'log', text: 'epoch 1', group: 'open' },
      {
        level: 'log',
        text: 'loss { a: [1, …] } bold',
        depth: 1,
        parts: [
          { text: 'loss ' },
          {
            text: '{ a: [1, …] }',
            tree: { text: '{ a: [1, …] }', type: 'object', children: [{ key: 'a', text: '[1, 2]', type: 'array' }] },
          },
          { text: ' bold', look: { colour: 'teal', bold: true, italic: true } },
        ],
      },
      { level: 'log', text: 'epoch 2', group: 'folded' },
      { level: 'info', text: 'inside', depth: 1 },
      { level: 'log', text: 'after' },
    ],
  },
  tree: {
    kind: 'tree',
    title: 'history',
    root: {
      text: 'Object',
      type: 'object',
      children: [
        {
          key: 'loss',
          text: 'Array(2)',
          type: 'array',
          children: [{ key: '0', text: '0.5', type: 'number' }],
          omitted: 1,
        },
        { key: 'name', text: "'model'", type: 'string' },
      ],
    },
  },
  error: {
    kind: 'error',
    name: 'RangeError',
    message: 'Shapes do not match',
    hint: 'Add a dimension with expandDims.',
    at: { line: 3, column: 7 },
    frames: [
      { cell: 'train', at: { line: 3, column: 7 }, in: 'step' },
      { cell: 'run', at: { line: 1, column: 1 } },
    ],
  },
  table: {
    kind: 'table',
    title: 'Classes',
    columns: ['class', 'recall', 'n'],
    rows: [
      ['cat', 0.51234, 10],
      ['dog', 1, null],
    ],
    omitted: 8,
  },
  'heat-map': kernel,
  images: maps,
  chart: {
    kind: 'chart',
    title: 'Activation',
    type: 'line',
    xLabel: 'x',
    series: [
      {
        name: 'relu',
        points: [
          [-1, 0],
          [0, 0],
          [1, 1],
        ],
      },
    ],
  },
  summary: {
    kind: 'summary',
    name: 'model_1',
    layers: [
      { name: 'input_1', type: 'InputLayer', outputShape: '[null, 64, 64, 3]', parameters: 0, from: [] },
      { name: 'conv2d_1', type: 'Conv2D', outputShape: '[null, 62, 62, 32]', parameters: 896, from: ['input_1'] },
    ],
    branching: true,
    parameters: 896,
    trainable: 800,
  },
  training,
  window: { kind: 'window', title: 'An edge', steps: [convolution] },
  overlay,
  guesses: {
    kind: 'guesses',
    title: 'Mistakes',
    items: [
      {
        image: picture(0, { scale: 'grey' }),
        note: 'No. 7',
        guesses: [
          { name: 'shirt', share: 0.9 },
          { name: 'coat', share: 0.1, right: true },
        ],
      },
    ],
    omitted: 3,
  },
  confusion,
  'batch-norm': {
    kind: 'batch-norm',
    title: 'Normalization',
    epsilon: 0,
    images: 4,
    channels: [
      {
        values: { low: 0, high: 4, counts: [1, 2, 0, 1] },
        batch: { mean: 2, variance: 4 },
        moving: { mean: 0, variance: 1 },
        gamma: 0.5,
        beta: -1,
      },
    ],
    omitted: 2,
  },
  activation: {
    kind: 'activation',
    title: 'relu of conv',
    name: 'relu',
    xs: Float32Array.from([-1, 1]),
    ys: Float32Array.from([0, 1]),
    slopes: Float32Array.from([0, 1]),
    inputs: { low: -2, high: 2, counts: [1, 3] },
    facts: ['dead: 0 of 1 channels'],
    maps: [{ before: picture(-4, { scale: 'diverging', range: [-1, 1] }), after: picture(0) }],
    omitted: 0,
  },
  frames: {
    kind: 'frames',
    title: 'Channel 3',
    frames: [0, 1, 2].map((step) => ({ title: `step ${step}`, images: [picture(step)] })),
    width: 64,
    running: false,
  },
  architecture,
  network,
  replay,
  verdict: {
    kind: 'verdict',
    passed: 1,
    total: 3,
    fresh: 1,
    failure: {
      given: '5, 3',
      want: '[3, 1]',
      wantMark: [1, 2],
      got: '[2, 1]',
      gotMark: [1, 2],
      says: 'Count the first position too.',
    },
    hints: ['Draw it.', 'Slide it.', 'Count.'],
  },
  more: { kind: 'more', left: 4950, next: 50 },
  file: { kind: 'file', name: 'model.json', bytes: new Uint8Array(1234) },
  control: {
    kind: 'control',
    label: 'digit',
    control: {
      type: 'pad',
      size: 8,
      samples: [{ width: 8, height: 8, channels: 1, values: new Uint8Array(64) }],
    },
  },
  loading: { kind: 'loading', what: 'digits', received: 1_200_000, total: 3_400_000, done: false },
};

export const kinds = Object.keys(samples) as OutputKind[];

export function sample(kind: OutputKind): Output {
  return samples[kind];
}
