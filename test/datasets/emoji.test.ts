import { afterEach, beforeAll, expect, test } from 'vitest';
import { emoji } from '../../src/datasets';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';
import { readyForDatasets } from './ready';

beforeAll(async () => void (await readyForDatasets()));
afterEach(() => useWords(en, 'en'));

test('emoji come in colour, 600 to train and 150 to test, with six classes', async () => {
  const { train, test, classes } = await emoji();
  expect(train.images.shape).toEqual([600, 64, 64, 3]);
  expect(train.images.dtype).toBe('float32');
  expect(train.labels.shape).toEqual([600, 6]);
  expect(test.images.shape).toEqual([150, 64, 64, 3]);
  expect(classes).toEqual(['face', 'person', 'hand', 'animal', 'food', 'vehicle']);
});

test('any six in a row, counted from the first, are one of each class', async () => {
  const { train, test } = await emoji({ train: 1200, test: 300 });
  for (const { classes } of [train, test]) {
    for (let start = 0; start < classes.length; start += 6)
      expect([...classes.subarray(start, start + 6)].sort()).toEqual([0, 1, 2, 3, 4, 5]);
  }
});

test('a face is yellow in its middle', async () => {
  const { train } = await emoji({ train: 80, test: 0 });
  const faces = [...train.classes].flatMap((label, index) => (label === 0 ? [index] : []));
  const middle = train.images.slice([0, 24, 24, 0], [-1, 16, 16, -1]).mean<import('@tensorflow/tfjs').Tensor2D>([1, 2]);
  const colours = await middle.array();
  const yellow = faces.filter((index) => {
    const [red = 0, green = 0, blue = 0] = colours[index] ?? [];
    return red > blue + 0.2 && green > blue + 0.2;
  });
  expect(yellow.length / faces.length).toBeGreaterThan(0.7);
});

test('the classes are named in the language of the page', async () => {
  useWords(zhCn, 'zh-cn');
  expect((await emoji({ train: 1, test: 1 })).classes).toEqual(['脸', '人物', '手', '动物', '食物', '交通工具']);
});

test('there are no more than 1,200 and 300', async () => {
  await expect(emoji({ train: 1201 })).rejects.toThrow('emoji(): `train` is 1201, but the data set has only 1200.');
  await expect(emoji({ test: 301 })).rejects.toThrow('emoji(): `test` is 301, but the data set has only 300.');
});
