// Runs in the frame that holds the kernel. It starts the worker and does nothing else: in Firefox and Safari its thread is the page's.
addEventListener(
  'message',
  ({ source, data, ports: [problems, port] }) => {
    if (source !== parent) return;
    const fail = (error) => problems.postMessage(String(error?.message || error));
    try {
      const { code, how } = data;
      const address =
        how === 'data'
          ? `data:text/javascript;charset=utf-8,${encodeURIComponent(code)}`
          : URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
      const worker = new Worker(address, { name: 'kernel' });
      worker.onerror = (event) => {
        event.preventDefault();
        fail(event);
      };
      worker.postMessage(how, [port]);
    } catch (error) {
      fail(error);
    }
  },
  { once: true },
);
