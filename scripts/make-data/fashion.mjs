import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { debianPackage } from './packages.mjs';
import { writeLabelled } from './split.mjs';

const classes = [
  'T-shirt/top',
  'Trouser',
  'Pullover',
  'Dress',
  'Coat',
  'Sandal',
  'Shirt',
  'Sneaker',
  'Bag',
  'Ankle boot',
];

const about = `# fashion

14,000 pictures of clothes, 28 × 28, grey, light on black: the first 12,000 training images and the first 2,000 test images of Fashion-MNIST
(H. Xiao, K. Rasul, R. Vollgraf, Zalando Research, 2017; MIT, see LICENCE), in its own order.

Source: the Debian package \`dataset-fashion-mnist\`, version 0.0~git20200523.55506a9-1. \`scripts/make-data/fashion.mjs\` cuts its files; no value is changed.`;

/** Makes public/data/fashion/. */
export async function makeFashion(workshop, tools) {
  const root = debianPackage(workshop, 'dataset-fashion-mnist');
  const read = (file) => gunzipSync(readFileSync(join(root, 'usr/share/datasets/fashion-mnist', file)));
  const first = (part, count) => {
    const images = read(`${part}-images-idx3-ubyte.gz`).subarray(16);
    const labels = read(`${part}-labels-idx1-ubyte.gz`).subarray(8);
    return Array.from({ length: count }, (_, index) => ({
      label: labels[index],
      pixels: images.subarray(index * 784, (index + 1) * 784),
    }));
  };
  const licence = readFileSync(join(root, 'usr/share/doc/dataset-fashion-mnist/copyright'), 'utf8');
  const examples = { train: first('train', 12_000), test: first('t10k', 2000) };
  await writeLabelled({ name: 'fashion', shape: [28, 28], chunk: 1000, classes, ...examples, about, licence }, tools);
}
