import type { Order } from './contestant';

const workers = new Map<string, Worker>();

/** Gives an order to the worker of that name; the first order starts it. */
function ask(name: string, order: Order): Promise<unknown> {
  const worker = workers.get(name) ?? new Worker(new URL('./contestant.ts', import.meta.url), { type: 'module' });
  workers.set(name, worker);
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<{ answer?: unknown; error?: string }>) =>
      data.error ? reject(new Error(data.error)) : resolve(data.answer);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(order);
  });
}

function end(name: string): void {
  workers.get(name)?.terminate();
  workers.delete(name);
}

Object.assign(globalThis, { ask, end });
