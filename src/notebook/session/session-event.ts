import type { Controls, ControlValue, FromKernel, Program } from '../../protocol';
import type { Scratch } from './scratch';
import type { Session } from './session-state';

type FromKernelButStarted = Exclude<FromKernel, { kind: 'started' }>;

export type SessionEvent =
  | { kind: 'edit'; cell: string; source: string }
  /** The reader adds a cell, or takes one of theirs away. */
  | ({ kind: 'insert' } & Scratch)
  | { kind: 'remove'; cell: string }
  | { kind: 'run'; cell: string }
  /** The reader moved a control: its cell runs again. */
  | { kind: 'control'; cell: string; label: string; value: ControlValue }
  /** The controls of a cell as they were kept. */
  | { kind: 'controls'; cell: string; controls: Controls }
  /** Controls have come to rest: the cells that took a value of `cell` before run again. */
  | { kind: 'run-fed'; cell: string }
  | { kind: 'run-all' | 'run-stale' }
  /** The cell's elders: every cell above it. */
  | { kind: 'run-above'; cell: string }
  | { kind: 'stop' }
  /** The grace that a soft stop gave to `run` is over. */
  | { kind: 'grace-over'; run: number }
  | { kind: 'restart' }
  | { kind: 'started'; run: number; cell: string; at: number }
  | FromKernelButStarted;

/** What the page has to do because of an event. */
export type Effect =
  | { kind: 'run'; run: number; cell: string; program: Program; controls: Controls }
  /** Ask the kernel to stop, and come back with `grace-over` a second later. */
  | { kind: 'soft-stop'; run: number }
  /** End the kernel and start another. */
  | { kind: 'terminate' };

export interface Step {
  state: Session;
  effects: Effect[];
}

/** The session as `state`, and nothing to do. */
export const still = (state: Session): Step => ({ state, effects: [] });
