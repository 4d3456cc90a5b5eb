import { beforeAll, describe, expect, test } from 'vitest';
import { parseIdx } from '../../src/datasets/idx';
import { readyForDatasets } from './ready';

beforeAll(async () => void (await readyForDatasets()));

const matrix = Uint8Array.of(0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6);

test('a matrix of bytes is read with its shape', () => {
  expect(parseIdx(matrix, 'matrix')).toEqual({ shape: [2, 3], values: Uint8Array.of(1, 2, 3, 4, 5, 6) });
});

test('dimensions are big-endian, and bytes may be anywhere in their buffer', () => {
  const bytes = new Uint8Array(3 + 8 + 258);
  bytes.set([0, 0, 8, 1, 0, 0, 1, 2], 3);
  expect(parseIdx(bytes.subarray(3), 'row').shape).toEqual([258]);
});

describe('damaged bytes are refused by the name of their file', () => {
  test.each([
    ['nothing at all', new Uint8Array()],
    ['a web page', new TextEncoder().encode('<!doctype html>')],
    ['another type of numbers', Uint8Array.of(0, 0, 13, 1, 0, 0, 0, 0)],
    ['no dimension', Uint8Array.of(0, 0, 8, 0)],
    ['half a head', matrix.subarray(0, 9)],
    ['a missing value', matrix.subarray(0, -1)],
    ['a value too many', Uint8Array.of(...matrix, 7)],
  ])('%s', (_, bytes) => {
    expect(() => parseIdx(bytes, 'data/file.idx.gz')).toThrow('data/file.idx.gz arrived damaged.');
  });
});
