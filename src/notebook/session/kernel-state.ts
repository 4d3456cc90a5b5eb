import type { BackendReport } from '../../protocol';
import type { KernelState, Session } from './session-state';

/** A kernel that has reported its backend. */
export const ready = (backend: BackendReport): KernelState => ({ state: 'ready', backend });

/** The kernel is preparing something that the running cell waits for. */
export function warming(session: Session, message: string): Session {
  if (session.kernel.state !== 'ready' || !session.running) return session;
  return { ...session, kernel: { ...session.kernel, warming: message } };
}

/** The session without the message that the kernel is preparing something: when a run has ended, it no longer is. */
export function warm(session: Session): Session {
  const { kernel } = session;
  return kernel.state === 'ready' && kernel.warming ? { ...session, kernel: ready(kernel.backend) } : session;
}
