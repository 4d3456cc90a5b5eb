import type { Output } from '../../src/protocol';
import { kernel, maps, picture, pooling, separable, training } from './samples';

/** Outputs that look different from the sample of their kind, by the name of their snapshot. */
export const cases: Record<string, Output> = {
  'tree-primitive': { kind: 'tree', root: { text: '42', type: 'number' } },
  'error-bare': { kind: 'error', name: 'Error', message: '', frames: [] },
  'table-empty': { kind: 'table', columns: ['a'], rows: [], omitted: 0 },
  'heat-map-named': {
    ...kernel,
    rowNames: ['top', 'middle', 'bottom'],
    columnNames: ['left', 'centre', 'right'],
    of: [30, 30],
  },
  'heat-map-nan': { ...kernel, values: kernel.values.map((value) => (value === 0 ? NaN : value)) },
  'images-own-ranges': { ...maps, omitted: 0, images: [picture(0), picture(0, { range: [-0.5, 0.8] })] },
  'images-colour': {
    ...maps,
    images: [
      { width: 1, height: 1, channels: 3, values: Float32Array.from([1, 0.5, 0]), scale: 'colour', range: [0, 1] },
    ],
  },
  'chart-raw': {
    kind: 'chart',
    type: 'bar',
    series: [],
    config: { type: 'pie', data: { labels: ['a', 'b'], datasets: [{ label: 'share', data: [1, 2] }] } },
  },
  'summary-plain': {
    kind: 'summary',
    name: 'sequential_1',
    layers: [{ name: 'dense_1', type: 'Dense', outputShape: '[null, 10]', parameters: 12_345, from: [] }],
    branching: false,
    parameters: 12_345,
    trainable: 12_345,
  },
  'training-start': {
    ...training,
    epoch: 1,
    step: 0,
    steps: 0,
    secondsLeft: 0,
    numbers: {},
    epochRows: [],
    curves: [],
  },
  'training-done': { ...training, state: 'done', epoch: 3, step: 40, title: 'A small CNN' },
  'training-stopped': { ...training, state: 'stopped' },
  'window-separable': { kind: 'window', steps: separable },
  'window-average': { kind: 'window', steps: [pooling] },
  'more-gone': { kind: 'more', left: 4950, next: 0 },
  'more-all': { kind: 'more', left: 0, next: 0 },
  'loading-unknown': { kind: 'loading', what: 'digits', received: 1_200_000, total: 0, done: false },
  'loading-done': { kind: 'loading', what: 'digits', received: 3_400_000, total: 3_400_000, done: true },
};
