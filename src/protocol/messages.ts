import type { Locale } from '../words';
import type { Controls } from './controls';
import type { Output } from './output';
import type { Program } from './program';
import type { PageAct, PageAnswers, PageRequest, Refusal } from './requests';

export type BackendName = 'webgpu' | 'webgl' | 'wasm' | 'cpu';

export type ToKernel = KernelCommand | PageReply;

export type KernelCommand =
  | {
      kind: 'boot';
      /** Absolute URL of the site's root, with a trailing slash: data sets and wasm files are below it. */
      base: string;
      locale: Locale;
      /** Every phrase the kernel may say, in the page's language. */
      words: Record<string, string>;
      /** The backend that the reader chose; without one the kernel decides, by measurement if need be. */
      backend?: BackendName;
      /** What an earlier visit found out about this device. */
      choice?: BackendChoice;
    }
  | { kind: 'run'; run: number; cell: string; program: Program; controls: Controls }
  /** The reader asks for the next outputs that a run has kept back. */
  | { kind: 'more'; run: number; cell: string }
  /** Soft stop of the running cell. */
  | { kind: 'stop' }
  /** What a cell has left behind ends: its timers, listeners and channels; without a name, what all cells have. */
  | { kind: 'end'; cell?: string }
  /** Heartbeat: a healthy kernel answers at once. */
  | { kind: 'ping'; beat: number };

/** About the kernel's request of that `id`. */
export type PageReply =
  | { kind: 'answer'; id: number; answer: PageAnswers[PageAct] }
  | { kind: 'refusal'; id: number; refusal: Refusal }
  /** Bytes of a file that have arrived so far. */
  | { kind: 'progress'; id: number; received: number };

export type FromKernel = KernelNews | KernelRequest;

/** What the notebook hears of its kernel and cells. */
export type KernelNews =
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
  | { kind: 'finished'; run: number; cell: string; outcome: Outcome; milliseconds: number; memory: Memory }
  /** The answer to a `ping`; `damage` names a built-in that a cell has replaced and without which the kernel is not to be trusted. */
  | { kind: 'pong'; beat: number; damage?: string };

/** What the page does for the kernel. */
type KernelRequest =
  | { kind: 'ask'; id: number; request: PageRequest }
  /** Which backend trains best on this device, for the next visit. */
  | { kind: 'chosen'; choice: BackendChoice };

/** A backend and why it was chosen, in the language of the page. */
export interface BackendChoice {
  name: BackendName;
  reason: string;
}

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
