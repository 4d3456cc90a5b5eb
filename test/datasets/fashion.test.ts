import { afterEach, beforeAll, expect, test } from 'vitest';
import { fashion } from '../../src/datasets';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { zhCn } from '../../src/words/zh-cn';
import { hashPixels, readyForDatasets } from './ready';

beforeAll(async () => void (await readyForDatasets()));
afterEach(() => useWords(en, 'en'));

test('clothes come in the same form as digits, at most 12,000 to train', async () => {
  const { train, test } = await fashion({ train: 12_000, test: 2000 });
  expect(train.images.shape).toEqual([12_000, 28, 28, 1]);
  expect(train.labels.shape).toEqual([12_000, 10]);
  expect(test.images.shape).toEqual([2000, 28, 28, 1]);
  await expect(fashion({ train: 12_001 })).rejects.toThrow(/12001.*only 12000/);
});

test('the first two pictures are ankle boots, as in Fashion-MNIST', async () => {
  const { train, test, classes } = await fashion({ train: 1, test: 1 });
  expect([...train.classes, ...test.classes].map((index) => classes[index])).toEqual(['Ankle boot', 'Ankle boot']);
  expect(hashPixels(train.images.dataSync())).toBe('5bd44e331a6d6998daf675700cd0c13dcd7af8ab954b7585124124da61459e7b');
});

test('the classes are named in the language of the page', async () => {
  useWords(zhCn, 'zh-cn');
  const { classes } = await fashion({ train: 1, test: 1 });
  expect(classes).toEqual(['T 恤/上衣', '裤子', '套头衫', '连衣裙', '外套', '凉鞋', '衬衫', '运动鞋', '包', '短靴']);
});
