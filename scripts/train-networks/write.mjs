/** Writes a trained network in the layers format of TensorFlow.js, and its accuracy next to it. */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { dataFolder } from '../make-data/places.mjs';
import { table } from '../make-data/table.mjs';

/** Makes public/data/networks/NAME/. */
export async function writeNetwork(name, { recipe, artifacts, scores }) {
  const folder = join(dataFolder, 'networks', name);
  await mkdir(folder, { recursive: true });
  const { modelTopology, weightSpecs, weightData } = artifacts;
  const model = {
    format: 'layers-model',
    generatedBy: 'Receptive, scripts/train-networks.mjs',
    modelTopology,
    weightsManifest: [{ paths: ['weights.bin'], weights: weightSpecs }],
  };
  const rows = [];
  const write = async (file, bytes) => {
    await writeFile(join(folder, file), bytes);
    rows.push([file, bytes.length, `\`${createHash('sha256').update(bytes).digest('hex')}\``]);
  };
  await write('model.json', Buffer.from(JSON.stringify(model)));
  await write('weights.bin', Buffer.from(weightData));
  await write('accuracy.json', Buffer.from(`${JSON.stringify(scores, null, 2)}\n`));
  await copyFile(join(dataFolder, recipe.licence, 'LICENCE'), join(folder, 'LICENCE'));
  const text = `# ${name}, learned

A network of three convolutions that names ${recipe.licence === 'fashion' ? 'pictures of clothes' : 'handwritten digits'}, 28 × 28. Trained by
\`scripts/train-networks.mjs\` on ${recipe.source}: ${recipe.course}. Adam, batch 64.

${recipe.honest} The network names right

${lines(scores).join('\n')}

The weights are ours (MIT, as this repository); the images they were learned from have the licence beside this file.

## Files

The layers format of TensorFlow.js: \`tf.loadLayersModel\` reads it.

${table(['file', 'bytes', 'sha256'], rows)}
`;
  await writeFile(join(folder, 'README.md'), await format(text, { parser: 'markdown' }));
}

function lines({ all, committed }) {
  const line = ({ images, correct }, which) =>
    `- **${((100 * correct) / images).toFixed(2)} %** of ${which} (${correct} of ${images})`;
  if (all.images === committed.images) return [line(all, 'all test images of `public/data/digits/`')];
  return [
    line(all, 'the whole test part of Fashion-MNIST'),
    line(committed, 'its first 2,000, which `public/data/fashion/` has'),
  ];
}
