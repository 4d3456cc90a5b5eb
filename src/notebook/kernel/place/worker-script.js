// The first code of the kernel's worker. A classic script, because Chromium starts no module worker in an opaque origin. It imports the
// kernel, whose text is the first message of its port, and hands it the port with everything that arrived meanwhile.
onmessage = ({ data: how, ports: [port] }) => {
  onmessage = null;
  const { apply } = Reflect;
  const dataOf = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data').get;
  const post = port.postMessage.bind(port);
  const early = [];
  let hear = (message) => early.push(message);

  /** WebKit loads no blob in an opaque origin of a cross-origin-isolated page, but it loads `data:`. */
  const addressOf = (text) =>
    how === 'data'
      ? `data:text/javascript;charset=utf-8,${encodeURIComponent(text)}`
      : URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));

  /** In development the kernel is not one file: then its address comes instead of its text. */
  const start = async (kernel) => {
    try {
      if (typeof kernel === 'string') await import(kernel);
      else await import(how === 'data' ? addressOf(await kernel.text()) : URL.createObjectURL(kernel));
    } catch (error) {
      post({ kind: 'broken', message: String(error) });
    }
  };

  self.kernelPlace = {
    post,
    addressOf,
    listen(handler) {
      hear = handler;
      for (const message of early.splice(0)) handler(message);
    },
  };
  port.onmessage = (event) => {
    port.onmessage = (later) => hear(apply(dataOf, later, []));
    void start(event.data);
  };
  post('alive');
};
