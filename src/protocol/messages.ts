import type { Locale } from '../words';
import type { Controls } from './controls';
import type { Output } from './output';
import type { Program } from './program';

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

export type ToKernel =
  | {
      kind: 'boot';
      /** Absolute URL of the site's root, with a trailing slash: data sets and wasm files are below it. */
      base: string;
      locale: Locale;
      /** Every phrase the kernel may say, in the page's language. */
      words: Record<string, string>;
      /** The backend that the reader chose; without one the kernel decides, by measurement if need be. */
      backend?: BackendName;
    }
  | { kind: 'run'; run: number; cell: string; program: Program; controls: Controls }
  /** The reader asks for the next outputs that a run has kept back. */
  | { kind: 'more'; run: number; cell: string }
  /** Soft stop of the running cell. */
  | { kind: 'stop' };

export type FromKernel =
  | { kind: 'ready'; backend: BackendReport }
  /** The kernel could not start at all (no WebAssembly, a file missing …). */
  | { kind: 'broken'; message: string }
  /** The graphics card is compiling its programs, and the running cell waits for them. */
  | { kind: 'warming'; message: string }
  /** The kernel has switched to another backend: earlier values are lost. */
  | { kind: 'moved'; backend: BackendReport; message: string }
  | { kind: 'started'; run: number; cell: string }
  /** A new output, above that in the slot `before` if there is one; or, if `slot` was already used in this run, its replacement. */
  | { kind: 'output'; run: number; cell: string; slot: string; output: Output; before?: string }
  | { kind: 'finished'; run: number; cell: string; outcome: Outcome; milliseconds: number; memory: Memory };

export type Outcome = 'done' | 'failed' | 'stopped';

export interface Memory {
  tensors: number;
  bytes: number;
}

export interface BackendReport {
  name: BackendName;
  /** In the page's language: which device runs and why it was chosen. */
  reason: string;
  threads: number;
}
