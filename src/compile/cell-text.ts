/**
 * The text of a cell that was written as a separate module, without the imports (or `export {}`) at its top: everything that a cell
 * may import is already in scope.
 */
export function cellText(module: string): string {
  return module.replace(/^(?:\s*(?:import [^\n]*from [^\n]*|export \{\};?)\n)+\s*/, '').trimEnd();
}
