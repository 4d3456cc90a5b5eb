/** Writing the IDX format of MNIST: 0, 0, type (8: uint8), number of dimensions, each dimension as a big-endian uint32, then the values. */
import { createHash } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dataFolder } from './places.mjs';

/** Bytes of an IDX file with uint8 `values` in row-major order. */
function encodeIdx(shape, values) {
  const count = shape.reduce((product, size) => product * size, 1);
  if (values.length !== count) throw new Error(`shape ${shape} wants ${count} values, got ${values.length}`);
  const bytes = Buffer.alloc(4 + 4 * shape.length + count);
  bytes.writeUInt8(8, 2);
  bytes.writeUInt8(shape.length, 3);
  shape.forEach((size, axis) => bytes.writeUInt32BE(size, 4 + 4 * axis));
  bytes.set(values, 4 + 4 * shape.length);
  return bytes;
}

/** An empty folder for one data set and a function that puts gzipped IDX files into it and remembers what it wrote. */
export async function openFolder(name, tools) {
  const folder = join(dataFolder, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const written = [];
  return {
    folder,
    written,
    async write(file, shape, values) {
      const packed = Buffer.from(await tools.gzip(encodeIdx(shape, values), { numiterations: 15 }));
      await writeFile(join(folder, file), packed);
      written.push({ file, shape, bytes: packed.length, sha256: createHash('sha256').update(packed).digest('hex') });
    },
  };
}
