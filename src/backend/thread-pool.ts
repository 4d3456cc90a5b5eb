/** Workers that run kernels beside the kernel worker, on one shared memory. */
export interface ThreadPool {
  /** How many threads may work now, the caller among them. */
  threads(): number;
  /** Runs kernel `number` on `threads` threads, of which `own` is this one's part; returns when all are done. */
  run(number: number, args: number, threads: number, own: () => void): void;
  end(): void;
}
