import * as tf from '@tensorflow/tfjs';
import { createHash } from 'node:crypto';
import { useSource } from '../../src/datasets';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { diskSource } from './disk';

/** English words, the tree's own bytes, tfjs on the cpu. */
export async function readyForDatasets(): Promise<ReturnType<typeof diskSource>> {
  useWords(en, 'en');
  const disk = diskSource();
  useSource(disk);
  await tf.setBackend('cpu');
  return disk;
}

/** sha256 of pixels in [0, 1], as the bytes they were. */
export function hashPixels(values: Iterable<number>): string {
  return createHash('sha256')
    .update(Uint8Array.from(values, (value) => Math.round(value * 255)))
    .digest('hex');
}
