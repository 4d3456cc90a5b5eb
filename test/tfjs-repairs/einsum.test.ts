import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { startBackend } from '../../src/backend';
import { einsum } from '../../src/tfjs-repairs/ops/einsum';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { nodeFiles } from '../backend/node-files';
import { normal } from '../backend/on-both';

beforeAll(async () => {
  useWords(en, 'en');
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
});

/** The definition: a loop over all labels. */
function byHand(equation: string, ...tensors: tf.Tensor[]): { shape: number[]; values: number[] } {
  const [left = '', right = ''] = equation.split('->');
  const terms = left.split(',');
  const labels = [...new Set([...right, ...terms.join('')])];
  const sizes = new Map(
    terms.flatMap((term, at) => [...term].map((label, axis) => [label, tensors[at]!.shape[axis]!] as const)),
  );
  const shape = [...right].map((label) => sizes.get(label)!);
  const values = Array<number>(shape.reduce((a, b) => a * b, 1)).fill(0);
  const buffers = tensors.map((tensor) => tensor.bufferSync());
  const total = labels.reduce((count, label) => count * sizes.get(label)!, 1);
  for (let index = 0; index < total; index += 1) {
    const at = new Map<string, number>();
    let rest = index;
    for (const label of labels.toReversed()) {
      at.set(label, rest % sizes.get(label)!);
      rest = Math.floor(rest / sizes.get(label)!);
    }
    const product = buffers.reduce(
      (so, buffer, which) => so * Number(buffer.get(...[...terms[which]!].map((label) => at.get(label)!))),
      1,
    );
    values[[...right].reduce((place, label) => place * sizes.get(label)! + at.get(label)!, 0)]! += product;
  }
  return { shape, values };
}

describe('einsum', () => {
  it.each<[string, number[][]]>([
    [
      'ij,jk->ik',
      [
        [2, 3],
        [3, 4],
      ],
    ],
    [
      'ij,kj->ki',
      [
        [2, 3],
        [4, 3],
      ],
    ],
    [
      'bij,bjk->bik',
      [
        [2, 3, 4],
        [2, 4, 5],
      ],
    ],
    [
      'bhwc,cf->bhwf',
      [
        [2, 3, 2, 4],
        [4, 5],
      ],
    ],
    ['ij->ji', [[2, 3]]],
    ['ij->', [[2, 3]]],
    ['ij->j', [[2, 3]]],
    ['i,j->ij', [[3], [4]]],
    [
      'ij,ij->',
      [
        [2, 3],
        [2, 3],
      ],
    ],
    [
      'ijk,jl->i',
      [
        [2, 3, 4],
        [3, 5],
      ],
    ],
    [
      'ij,jk,kl->il',
      [
        [2, 3],
        [3, 4],
        [4, 2],
      ],
    ],
    [
      'ij,jk,kj->i',
      [
        [2, 3],
        [3, 4],
        [4, 3],
      ],
    ],
  ])('%s is the sum of products that it says', (equation, shapes) => {
    const tensors = shapes.map((shape, at) => normal(shape, at + 1));
    const found = einsum(equation, ...tensors);
    const { shape, values } = byHand(equation, ...tensors);
    expect(found.shape).toEqual(shape);
    found.dataSync().forEach((value, at) => expect(value).toBeCloseTo(values[at]!, 4));
  });

  it('has gradients, and leaves no tensor behind', () => {
    const [a, b] = [normal([2, 3], 1), normal([3, 4], 2)];
    const before = tf.memory().numTensors;
    const gradients = tf.grads((x, y) => einsum('ij,jk->ik', x!, y!).square().sum())([a, b]);
    const wanted = tf.grads((x, y) => tf.matMul(x!, y!).square().sum())([a, b]);
    gradients.forEach((gradient, at) =>
      expect(tf.tidy(() => gradient.sub(wanted[at]!).abs().max().dataSync()[0])).toBeLessThan(1e-4),
    );
    tf.dispose([...gradients, ...wanted]);
    expect(tf.memory().numTensors).toBe(before);
  });

  it.each<[string, number[][], RegExp]>([
    [
      'ij,jk',
      [
        [2, 3],
        [3, 4],
      ],
      /looks like/,
    ],
    [
      'ij,jk->ik->',
      [
        [2, 3],
        [3, 4],
      ],
      /looks like/,
    ],
    ['ij,jk->ik', [[2, 3]], /2 terms for 1 tensor/],
    ['ii->i', [[3, 3]], /only once/],
    ['ijk->i', [[3, 3]], /“ijk” does not name/],
    [
      'ij,jk->ik',
      [
        [2, 3],
        [4, 5],
      ],
      /j is 3 in one tensor and 4 in another/,
    ],
    ['ij->ik', [[2, 3]], /names k/],
  ])('refuses %s of %j in words', (equation, shapes, words) => {
    expect(() => einsum(equation, ...shapes.map((shape) => tf.zeros(shape)))).toThrow(words);
  });
});
