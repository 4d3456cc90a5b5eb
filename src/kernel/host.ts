import type { BackendEvent } from '../backend';
import type { BackendReport, KernelCommand, KernelNews } from '../protocol';
import type { Limits } from './stop';

/** What differs between a browser's worker and Node. */
export interface Host {
  /** Posts a copy of `message`; the buffers in `transfer` move instead of being copied. */
  post(message: KernelNews, transfer?: ArrayBuffer[]): void;
  /** Evaluates the text of an ES module. */
  importModule(code: string): Promise<unknown>;
  /** Prepares tfjs and the data sets; `hear` is called with what happens to the backend later. */
  start(boot: Extract<KernelCommand, { kind: 'boot' }>, hear: (event: BackendEvent) => void): Promise<BackendReport>;
  /** Bounds on every training, as the tests set them. */
  limits?: Limits;
}
