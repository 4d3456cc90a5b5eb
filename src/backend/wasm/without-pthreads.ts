/**
 * Runs `start` with a replacement for `Worker` that reports that it has loaded and never does anything.
 *
 * tfjs's build for a shared memory starts 8 workers for XNNPACK and waits until they have loaded, however many it will use. With one
 * thread for XNNPACK none of them ever runs; but they cost start-up time and memory, and in a minified bundle they fail: tfjs builds
 * their source with `toString()`, which names a variable outside of the function. Our own pool does the work.
 */
export async function withoutPthreads<Result>(start: () => Promise<Result>): Promise<Result> {
  const scope = globalThis as { Worker?: unknown };
  const theirs = scope.Worker;
  scope.Worker = IdleWorker;
  try {
    return await start();
  } finally {
    scope.Worker = theirs;
  }
}

class IdleWorker {
  onmessage: ((event: { data: { cmd: string } }) => void) | undefined;

  postMessage({ cmd }: { cmd: string }): void {
    if (cmd === 'load') queueMicrotask(() => this.onmessage?.({ data: { cmd: 'loaded' } }));
  }

  terminate(): void {}
}
