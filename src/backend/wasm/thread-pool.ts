import source from './thread-loop.js?raw';

/** Workers that run kernels together with the worker that calls them, on one shared memory. */
export interface ThreadPool {
  /** How many threads may work now, including the caller. */
  threads(): number;
  /** Runs kernel `number` on `threads` threads; `own` runs the caller's part, thread 0. Returns when all are done. */
  run(number: number, args: number, threads: number, own: () => void): void;
  end(): void;
}

/**
 * Where the threads find their orders, in words from the start of the control block. What the caller writes and what the threads write
 * are on different cache lines.
 */
const places = { generation: 0, kernel: 1, args: 2, threads: 3, done: 16, failed: 17, count: 32 };
export const controlBytes = places.count * 4;

/** About 50 µs: a training step's kernels follow each other faster than a thread wakes. */
const spins = 20_000;

/**
 * Starts `threads − 1` workers and waits until they are ready. They wait on the memory and answer no message, so only `end`,
 * or the end of the worker that started them, terminates them. The caller must be a worker too, since it waits.
 * @param control Pointer to `controlBytes` fresh bytes of the memory.
 * @param addressOf an address from which a worker with that script can be started here
 */
export async function startThreads(
  threads: number,
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  control: number,
  addressOf: (script: string) => string,
): Promise<ThreadPool> {
  const words = new Int32Array(memory.buffer, control, places.count).fill(0);
  const url = addressOf(source);
  const others = Array.from({ length: threads - 1 }, () => new Worker(url));
  await Promise.all(
    others.map((worker, index) => ready(worker, { module, memory, control, thread: index + 1, spins, places })),
  );
  URL.revokeObjectURL(url);

  return {
    threads: () => threads,
    run(number, args, wanted, own) {
      Atomics.store(words, places.kernel, number);
      Atomics.store(words, places.args, args);
      Atomics.store(words, places.threads, wanted);
      Atomics.store(words, places.done, 0);
      Atomics.add(words, places.generation, 1);
      Atomics.notify(words, places.generation);
      own();
      // All threads answer, even those without a part, so that none can mistake the next order for this one.
      for (let turn = 0, done = 0; (done = Atomics.load(words, places.done)) < others.length; turn++)
        if (turn > spins) Atomics.wait(words, places.done, done);
      if (Atomics.exchange(words, places.failed, 0)) throw new WebAssembly.RuntimeError('a thread of the pool failed');
    },
    end: () => others.forEach((worker) => worker.terminate()),
  };
}

function ready(worker: Worker, order: object): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve();
    worker.onerror = ({ message }) => reject(new Error(`a thread did not start: ${message}`));
    worker.postMessage(order);
  });
}
