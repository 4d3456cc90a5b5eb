import { fileURLToPath } from 'node:url';

export const dataFolder = fileURLToPath(new URL('../../public/data', import.meta.url));
export const sizesFile = fileURLToPath(new URL('../../src/datasets/sizes.ts', import.meta.url));
