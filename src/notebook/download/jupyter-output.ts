/** An output in nbformat's shape. */
export type JupyterOutput =
  | { output_type: 'stream'; name: 'stdout'; text: string[] }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] }
  | { output_type: 'display_data'; data: { 'text/plain': string[]; 'image/png'?: string }; metadata: object };

/** The text in nbformat's shape: an entry for each line, with its line break. */
export function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}
