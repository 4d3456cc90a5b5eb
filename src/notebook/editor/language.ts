import { beyondCells } from '../../compile';
import { say, type Locale } from '../../words';
import { typescript } from './monaco';
import { registerRename } from './rename';

/**
 * Cells are scripts, and scripts share one global scope: that is how one cell sees another's names and types. Top-level await
 * is an error in a script to TypeScript, though our cells have it; these codes say only that.
 */
const awaitOutsideModule = [1375, 1378, 1431, 1432];

/** `moduleResolution: 'bundler'`; Monaco's own enum stops before it. */
const bundler = 100 as typescript.ModuleResolutionKind;
/** `moduleDetection: 'legacy'`: a file without import or export is a script. */
const legacy = 1;

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
  defaults.setCompilerOptions({
    target: typescript.ScriptTarget.ESNext,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: bundler,
    moduleDetection: legacy,
    // The file's name: the language service does not know the short name that a tsconfig has.
    lib: ['lib.esnext.d.ts'],
    strict: true,
    noImplicitAny: false,
    skipLibCheck: true,
    allowUmdGlobalAccess: true,
    noEmit: true,
    locale,
    // TypeScript does not know this one: our own worker reads it.
    beyond: JSON.stringify(whyBeyond()),
  });
  // Only the cell that is being edited is checked. Suggestions would cost as much again and distract from trying things out.
  defaults.setDiagnosticsOptions({
    diagnosticCodesToIgnore: awaitOutsideModule,
    onlyVisible: true,
    noSuggestionDiagnostics: true,
  });
  defaults.setEagerModelSync(true);
  defaults.setExtraLibs(libraries);
  registerRename();
}

/**
 * Why a cell does not have a name, by the name: TypeScript's own words are about settings that a reader cannot change. A line for each
 * sentence, because Monaco's box of problems does not wrap.
 */
function whyBeyond(): Record<string, string> {
  const entries = Object.entries(beyondCells) as [keyof typeof beyondCells, readonly string[]][];
  const lines = (text: string): string => text.replace(/(?:(?<=\.) |(?<=。))(?=.)/g, '\n');
  return Object.fromEntries(entries.flatMap(([why, names]) => names.map((name) => [name, lines(say(why, { name }))])));
}

/** Makes the TypeScript worker read the libraries, which takes seconds: call it when the page is idle. */
export async function warmLanguage(uri: { toString(): string }): Promise<void> {
  const client = await typescript.getTypeScriptWorker();
  const worker = await client();
  await worker.getSemanticDiagnostics(uri.toString());
}
