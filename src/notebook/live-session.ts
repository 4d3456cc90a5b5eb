import type { FromKernel } from '../protocol';
import { createKernelClient, type KernelClient, type KernelOptions } from './kernel/kernel-client';
import { belongingOf } from './session/belonging';
import { startSession, transition, type Effect, type Session, type SessionEvent } from './session/session';
import type { NewCell } from './session/session-state';

/** A chapter's session together with the kernel that carries out its effects. */
export interface LiveSession {
  /** The newest state. */
  session(): Session;
  dispatch(event: SessionEvent): void;
}

/** What a live session needs to start. */
export interface LiveSessionOptions {
  /** The lesson's own cells. */
  cells: readonly NewCell[];
  kernel: Omit<KernelOptions, 'onMessage' | 'onUnread'>;
  /** Called with each message of the kernel, before the session takes it in. */
  onMessage(message: FromKernel, session: Session): void;
  /** Called for each message that was dropped because it is not the kernel's own, or about no run of this chapter. */
  onUnread(): void;
  /** Called after each event. */
  onChange(session: Session): void;
}

/** Milliseconds that a running cell gets to stop by itself before its kernel is terminated. */
const grace = 1000;

/** Starts a chapter's session; its kernel starts with the first cell that runs. */
export function startLiveSession(options: LiveSessionOptions): LiveSession {
  const { cells, onMessage, onUnread, onChange } = options;
  let state = startSession(cells);
  let kernel: KernelClient | undefined;

  function dispatch(event: SessionEvent): void {
    const step = transition(state, event);
    state = step.state;
    for (const effect of step.effects) perform(effect);
    onChange(state);
  }

  function perform(effect: Effect): void {
    kernel ??= createKernelClient({ ...options.kernel, onMessage: receive, onUnread });
    switch (effect.kind) {
      case 'run':
        return kernel.run(effect.run, effect.cell, effect.program, effect.controls);
      case 'soft-stop':
        kernel.stop();
        setTimeout(() => dispatch({ kind: 'grace-over', run: effect.run }), grace);
        return;
      case 'terminate':
        return kernel.restart();
      default:
        effect satisfies never;
    }
  }

  function receive(message: FromKernel): void {
    const belonging = belongingOf(state, message);
    if (belonging === 'foreign') onUnread();
    if (belonging !== 'own') return;
    onMessage(message, state);
    dispatch(message.kind === 'started' ? { ...message, at: performance.now() } : message);
  }

  return { session: () => state, dispatch };
}
