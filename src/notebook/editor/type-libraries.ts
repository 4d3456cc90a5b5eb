/** Declarations of everything that a cell can use, with documentation: half a megabyte, fetched while Monaco loads. */
export function fetchLibraries(): Promise<{ content: string; filePath: string }[]> {
  const library = async (text: Promise<{ default: string }>, filePath: string) => ({
    content: (await text).default,
    filePath,
  });
  return Promise.all([
    library(import('../../../.generated/types/tf.d.ts?raw'), 'file:///node_modules/@tensorflow/tfjs/index.d.ts'),
    library(import('../../../.generated/types/lab.d.ts?raw'), 'file:///node_modules/lab/index.d.ts'),
    library(import('../../../.generated/types/datasets.d.ts?raw'), 'file:///node_modules/datasets/index.d.ts'),
    library(import('../../../.generated/types/globals.d.ts?raw'), 'file:///globals.d.ts'),
    library(import('../../../.generated/types/platform.d.ts?raw'), 'file:///platform.d.ts'),
  ]);
}
