import type { Output } from '../protocol';

/** An output that the book's own run left, under the name that the kernel gave its place: a run of the reader's replaces it there. */
export interface KeptOutput {
  slot: string;
  output: Output;
}
