import { beforeEach, expect, test } from 'vitest';
import { formatDuration, formatTimeLeft } from '../../src/outputs/training/duration';
import {
  formatColumn,
  formatCount,
  formatMegabytes,
  formatMetric,
  formatNumber,
  formatShared,
} from '../../src/outputs/kit/number-format';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';

beforeEach(() => useWords(en, 'en'));

test('a number has at most four significant digits, and a true minus sign', () => {
  expect([0.352148, -2.5, 1234.56, 1 / 3, 0.1 + 0.2].map((value) => formatNumber(value))).toEqual([
    '0.3521',
    '−2.5',
    '1235',
    '0.3333',
    '0.3',
  ]);
});

test('integers stay whole; very large and very small numbers get an exponent', () => {
  expect([0, -0, 7, 123456789, 12345678.9, 0.0000123].map((value) => formatNumber(value))).toEqual([
    '0',
    '0',
    '7',
    '123456789',
    '1.235e7',
    '1.23e−5',
  ]);
});

test('what is not a number says so', () => {
  expect([NaN, Infinity, -Infinity].map((value) => formatNumber(value))).toEqual(['NaN', '∞', '−∞']);
});

test('numbers of a matrix share their decimals, no more than they need', () => {
  expect(formatShared([-1, 0, 2], 3)).toEqual(['−1', '0', '2']);
  expect(formatShared([0.5, -0.25, 0], 4)).toEqual(['0.50', '−0.25', '0']);
  expect(formatShared([0.123456, 1.5, NaN], 3)).toEqual(['0.12', '1.50', 'NaN']);
});

test('a plain zero in a matrix is zero, and 0.00 only nearly', () => {
  expect(formatShared([0, -0, 0.0001, -0.0001, 0.731], 2)).toEqual(['0', '0', '0.00', '0.00', '0.73']);
});

test('decimals beyond the precision of a float32 are not shown', () => {
  expect(formatShared(Float32Array.from([0.1, 0.2]), 4)).toEqual(['0.1', '0.2']);
});

test('a matrix of tiny gradients keeps its exponents', () => {
  expect(formatShared([0.000012, -0.0004, 0], 2)).toEqual(['1.2e−5', '−0.0004', '0']);
});

test('a table column shows two digits of its smallest number', () => {
  expect(formatColumn([123.456, 0.0123])).toEqual(['123.456', '0.012']);
  expect(formatColumn([1, 20, 300])).toEqual(['1', '20', '300']);
  expect(formatColumn([0.5, 1e-9])).toEqual(['0.5', '1e−9']);
});

test('metrics have the four decimals of Keras', () => {
  expect([0.12345, 0.98, 0, 0.00012345, NaN].map(formatMetric)).toEqual([
    '0.1235',
    '0.9800',
    '0.0000',
    '1.2345e−4',
    'NaN',
  ]);
});

test('counts have thousands separators and bytes become MB', () => {
  expect(formatCount(1234567)).toBe('1,234,567');
  expect(formatMegabytes(11_594_722)).toBe('11.6');
});

test('times read as in the progress bar of Keras', () => {
  expect([0, 0.017, 1.4, 59.6, 65, 3723].map(formatDuration)).toEqual(['0ms', '17ms', '1s', '1:00', '1:05', '1:02:03']);
  expect([3599, 3600].map(formatDuration)).toEqual(['59:59', '1:00:00']);
  expect([0.2, 7.01].map(formatTimeLeft)).toEqual(['1s', '8s']);
});

test('times have the units of the page', () => {
  useWords(zhCn, 'zh-cn');
  expect([0.211, 7, 65].map(formatDuration)).toEqual(['211 毫秒', '7 秒', '1:05']);
});
