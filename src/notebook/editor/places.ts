/** Files of the language service that are no cell. */
export const globalFiles = ['file:///globals.d.ts', 'file:///platform.d.ts'];
export const importsFile = 'file:///imports.d.ts';
