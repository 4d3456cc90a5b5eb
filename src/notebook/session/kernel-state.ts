import type { BackendReport } from '../../protocol';
import type { KernelState, Session } from './session-state';

export const ready = (backend: BackendReport): KernelState => ({ state: 'ready', backend });

/** The kernel prepares something that the running cell waits for. */
export function warming(session: Session, message: string): Session {
  if (session.kernel.state !== 'ready' || !session.running) return session;
  return { ...session, kernel: { ...session.kernel, warming: message } };
}

/** What a run waited for is there at its end. */
export function warm(session: Session): Session {
  const { kernel } = session;
  return kernel.state === 'ready' && kernel.warming ? { ...session, kernel: ready(kernel.backend) } : session;
}
