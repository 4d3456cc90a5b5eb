import { words, type Locale } from '../../words';
import { compilerOptions } from './compiler-options';
import { typescript } from './monaco';
import { registerRename } from './rename';

let prepared = false;

/**
 * Teaches the TypeScript worker what a cell can use. It must be called before the first model exists: later settings restart the worker,
 * or make it read the libraries twice.
 */
export function prepareLanguage(libraries: { content: string; filePath: string }[], locale: Locale): void {
  if (prepared) return;
  prepared = true;
  const defaults = typescript.typescriptDefaults;
  // Monaco's own rename writes `{ a }` as `{ b }` where it should write `{ a: b }`, and would rename the library.
  defaults.setModeConfiguration({ ...defaults.modeConfiguration, rename: false, inlayHints: false });
  defaults.setCompilerOptions(compilerOptions(words(), locale) as typescript.CompilerOptions);
  // Only the cell that is being edited is checked.
  defaults.setDiagnosticsOptions({ onlyVisible: true });
  defaults.setEagerModelSync(true);
  defaults.setExtraLibs(libraries);
  registerRename();
}

/** Makes the TypeScript worker read the libraries, which takes seconds: call it when the page is idle. */
export async function warmLanguage(uri: { toString(): string }): Promise<void> {
  const client = await typescript.getTypeScriptWorker();
  const worker = await client();
  await worker.getSemanticDiagnostics(uri.toString());
}
