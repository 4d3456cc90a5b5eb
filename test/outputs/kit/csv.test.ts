import { expect, test } from 'vitest';
import { matrixRows, toCsv } from '../../../src/outputs/kit/csv';
import { fileName } from '../../../src/outputs/kit/save-file';

test('values with commas, quotes and line breaks are quoted', () => {
  expect(
    toCsv(
      ['a', 'b, c'],
      [
        ['say "no"', 1.5],
        ['two\nlines', null],
        [true, ''],
      ],
    ),
  ).toBe('a,"b, c"\r\n"say ""no""",1.5\r\n"two\nlines",\r\ntrue,\r\n');
});

test('float32 numbers are written in the shortest form that reads back the same', () => {
  const values = Float32Array.from([0.1, -2, 1 / 3, 16777216]);
  const rows = matrixRows(values, 2);
  expect(rows).toEqual([
    [0.1, -2],
    [0.33333334, 16777216],
  ]);
  expect(Float32Array.from(rows.flat())).toEqual(values);
});

test('a file is named after the title, in any script', () => {
  expect(fileName('Feature maps of conv2d_1', 'x', 'png')).toBe('feature-maps-of-conv2d-1.png');
  expect(fileName('卷积层 conv2d', 'x', 'csv')).toBe('卷积层-conv2d.csv');
  expect(fileName(undefined, 'table', 'csv')).toBe('table.csv');
});
