// One thread of the pool: the whole source of its worker. Between kernels it spins for a moment, then sleeps; it never ends by itself.
onmessage = ({ data: { module, memory, control, thread, spins, places } }) => {
  const names = WebAssembly.Module.exports(module).map(({ name }) => name);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const words = new Int32Array(memory.buffer, control, places.count);
  let seen = Atomics.load(words, places.generation);
  postMessage('ready');
  for (;;) {
    for (let turn = 0; Atomics.load(words, places.generation) === seen; turn++)
      if (turn > spins) Atomics.wait(words, places.generation, seen);
    seen = Atomics.load(words, places.generation);
    const threads = Atomics.load(words, places.threads);
    try {
      if (thread < threads)
        exports[names[Atomics.load(words, places.kernel)]](Atomics.load(words, places.args), thread, threads);
    } catch {
      Atomics.store(words, places.failed, 1);
    }
    Atomics.add(words, places.done, 1);
    Atomics.notify(words, places.done);
  }
};
