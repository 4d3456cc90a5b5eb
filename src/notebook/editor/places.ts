/** Addresses of files of the language service that are not cells. */
export const globalFiles = ['file:///globals.d.ts', 'file:///platform.d.ts'];
export const importsFile = 'file:///imports.d.ts';
