import { bytes, literal, name, shape, type Schema } from '../schema';

/** A file that the reader can save. */
export interface FileOutput {
  kind: 'file';
  name: string;
  bytes: Uint8Array;
}

export const fileSchema: Schema<FileOutput> = shape<FileOutput>({ kind: literal('file'), name, bytes });
