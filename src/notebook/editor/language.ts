import { typescript } from './monaco';

/**
 * Cells are scripts, and scripts share one global scope: that is how one cell sees another's names and types. Top-level await
 * is an error in a script to TypeScript, though our cells have it; these codes say only that.
 */
const awaitOutsideModule = [1375, 1378, 1431, 1432];

/** Not worth a squiggle while a reader is trying things out: an expression statement is a value to show. */
const tolerated = [6133, 6196, 7044, 80001, 80005, 80006, 80007];

let ready: Promise<void> | undefined;

/** Teaches the TypeScript worker what a cell can use: TensorFlow.js, the lab and the data sets, with their documentation. */
export function prepareLanguage(): Promise<void> {
  ready ??= loadTypes();
  return ready;
}

async function loadTypes(): Promise<void> {
  const defaults = typescript.typescriptDefaults;
  defaults.setCompilerOptions({
    target: typescript.ScriptTarget.ESNext,
    module: typescript.ModuleKind.ESNext,
    // `bundler`; Monaco's own enum stops before it.
    moduleResolution: 100 as typescript.ModuleResolutionKind,
    // `legacy`: a file without import or export is a script.
    moduleDetection: 1,
    lib: ['esnext', 'webworker'],
    strict: true,
    noImplicitAny: false,
    skipLibCheck: true,
    allowUmdGlobalAccess: true,
    noEmit: true,
  });
  defaults.setDiagnosticsOptions({ diagnosticCodesToIgnore: [...awaitOutsideModule, ...tolerated] });
  defaults.setEagerModelSync(true);
  const [tf, lab, datasets, globals] = await Promise.all([
    import('../../../.generated/types/tf.d.ts?raw'),
    import('../../../.generated/types/lab.d.ts?raw'),
    import('../../../.generated/types/datasets.d.ts?raw'),
    import('../../../.generated/types/globals.d.ts?raw'),
  ]);
  defaults.setExtraLibs([
    { content: tf.default, filePath: 'file:///node_modules/@tensorflow/tfjs/index.d.ts' },
    { content: lab.default, filePath: 'file:///node_modules/lab/index.d.ts' },
    { content: datasets.default, filePath: 'file:///node_modules/datasets/index.d.ts' },
    { content: globals.default, filePath: 'file:///globals.d.ts' },
  ]);
}

/** Starts the TypeScript worker and lets it read the libraries, which takes seconds: call it when the page is idle. */
export async function warmLanguage(): Promise<void> {
  await prepareLanguage();
  const workerFor = await typescript.getTypeScriptWorker();
  const worker = await workerFor();
  await worker.getCompilerOptionsDiagnostics('');
}
