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
  /** Soft stop of the running cell. */
  | { kind: 'stop' }
  /** What a cell has left behind ends: its timers, listeners and channels; without a name, what all cells have. */
  | { kind: 'end'; cell?: string }
  /** Heartbeat: a healthy kernel answers at once. */
  | { kind: 'ping'; beat: number };

export type FromKernel =
  | { kind: 'ready'; backend: BackendReport }
  /** The kernel could not start at all (no WebAssembly, a file missing …). */
  | { kind: 'broken'; message: string }
  /** The graphics card is compiling its programs, and the running cell waits for them. */
  | { kind: 'warming'; message: string }
  /** The kernel has switched to another backend: earlier values are lost. */
  | { kind: 'moved'; backend: BackendReport; message: string }
  | { kind: 'started'; run: number; cell: string }
  /** A new output, or, if `slot` was already used in this run, its replacement. */
  | { kind: 'output'; run: number; cell: string; slot: string; output: Output }
  | { kind: 'finished'; run: number; cell: string; outcome: Outcome; milliseconds: number; memory: Memory }
  /** The answer to a `ping`; `damage` names a built-in that a cell has replaced and without which the kernel is not to be trusted. */
  | { kind: 'pong'; beat: number; damage?: string };

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
