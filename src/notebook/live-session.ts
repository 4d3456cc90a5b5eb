import type { KernelNews } from '../protocol';
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
  onMessage(message: KernelNews, session: Session): void;
  /** Called for each message that was dropped because it is not the kernel's own, or about no run of this chapter. */
  onUnread(): void;
  /** Called after each event. */
  onChange(session: Session): void;
}

/** Milliseconds that a running cell gets to stop by itself before its kernel is terminated. */
const grace = 1000;
/** Milliseconds that the kernel gets to answer a ping. */
const patience = 1000;

/** Waits in parts: a page that was itself held up, or asleep, must not find the time over before it reads the answer. */
function wait(time: number, then: () => void, parts = 4): void {
  const part = time / parts;
  setTimeout(() => (parts === 1 ? then() : wait(time - part, then, parts - 1)), part);
}

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
      case 'more':
        return kernel.more(effect.run, effect.cell);
      case 'soft-stop':
        kernel.stop();
        return wait(grace, () => dispatch({ kind: 'grace-over', run: effect.run }));
      case 'ping':
        kernel.ping(effect.beat);
        return wait(patience, () => listen(effect.beat));
      case 'end':
        return kernel.end(effect.cell);
      case 'terminate':
        return kernel.restart();
      default:
        effect satisfies never;
    }
  }

  function listen(beat: number): void {
    if (state.heartbeat.answered < beat) dispatch({ kind: 'silent', beat });
  }

  function receive(message: KernelNews): void {
    const belonging = belongingOf(state, message);
    if (belonging === 'foreign') onUnread();
    if (belonging !== 'own') return;
    onMessage(message, state);
    dispatch(message.kind === 'started' ? { ...message, at: performance.now() } : message);
  }

  return { session: () => state, dispatch };
}
