/** A file that the reader can save. */
export interface FileOutput {
  kind: 'file';
  name: string;
  bytes: Uint8Array;
}
