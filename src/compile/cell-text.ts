/**
 * The text of a cell that was written as a module of its own: without the imports (or `export {}`) at its top, since everything
 * that a cell may import is in scope already.
 */
export function cellText(module: string): string {
  return module.replace(/^(?:\s*(?:import [^\n]*from [^\n]*|export \{\};?)\n)+\s*/, '').trimEnd();
}
