import type { KeptOutput } from '../../kept';
import type { Controls, ControlValue, KernelNews, Program } from '../../protocol';
import type { Scratch } from './scratch';
import type { Session } from './session-state';

type NewsButStarted = Exclude<KernelNews, { kind: 'started' }>;

/** What changes the texts of a chapter. */
export type TextEvent =
  | { kind: 'edit'; cell: string; source: string }
  /** The reader adds a cell, or takes one of theirs away. */
  | ({ kind: 'insert' } & Scratch)
  | { kind: 'remove'; cell: string };

/** What happens to a chapter: the reader acts, or the kernel reports. */
export type SessionEvent =
  | TextEvent
  /** Many texts change at once: the graph of all cells is worked out once. */
  | { kind: 'texts'; events: readonly TextEvent[] }
  | { kind: 'run'; cell: string }
  /** The reader moved a control: its cell runs again. */
  | { kind: 'control'; cell: string; label: string; value: ControlValue }
  /** The values that a cell's controls had on an earlier visit. */
  | { kind: 'controls'; cell: string; controls: Controls }
  /** What the book's own run left of the cell has been fetched. */
  | { kind: 'kept'; cell: string; outputs: readonly KeptOutput[] }
  /** The controls of `cell` have come to rest: stale cells that read its values run again. */
  | { kind: 'run-fed'; cell: string }
  | { kind: 'run-all' | 'run-stale' }
  /** Every cell above `cell`. */
  | { kind: 'run-above'; cell: string }
  /** The reader asks for the outputs that the cell's run has kept back. */
  | { kind: 'more'; cell: string }
  | { kind: 'stop' }
  /** The time that a soft stop gave to `run` is over. */
  | { kind: 'grace-over'; run: number }
  | { kind: 'restart' }
  /** The time that the kernel had for its answer to a ping is over. */
  | { kind: 'silent'; beat: number }
  | { kind: 'started'; run: number; cell: string; at: number }
  | NewsButStarted;

/** What the page must do because of an event. */
export type Effect =
  | { kind: 'run'; run: number; cell: string; program: Program; controls: Controls }
  | { kind: 'more'; run: number; cell: string }
  /** Ask the kernel to stop, and come back with `grace-over` a second later. */
  | { kind: 'soft-stop'; run: number }
  /** Ask the kernel for a sign of life, and come back with `silent` a second later. */
  | { kind: 'ping'; beat: number }
  /** What a cell, or without a name all cells, left behind in the kernel ends. */
  | { kind: 'end'; cell?: string }
  /** End the kernel and start another. */
  | { kind: 'terminate' };

/** What an event leads to. */
export interface Step {
  state: Session;
  effects: Effect[];
}

/** A step to `state` with nothing to do. */
export const withoutEffects = (state: Session): Step => ({ state, effects: [] });
