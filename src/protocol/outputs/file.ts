/** A file that the reader may keep. */
export interface FileOutput {
  kind: 'file';
  name: string;
  bytes: Uint8Array;
}
