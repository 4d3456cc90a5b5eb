/**
 * Starts a module worker from a blob: unlike a worker started from its own address, it inherits the page's
 * Content-Security-Policy. Messages that arrive before the module has loaded are kept for it.
 *
 * @param url address of the worker's module, absolute or relative to the page
 */
export function startBlobWorker(url: string, name: string): Worker {
  const module = JSON.stringify(new URL(url, document.baseURI).href);
  const boot = `
    const early = [];
    const keep = (event) => early.push(event);
    addEventListener('message', keep);
    import(${module}).then(() => {
      removeEventListener('message', keep);
      for (const event of early) dispatchEvent(new MessageEvent('message', { data: event.data, ports: [...event.ports] }));
    });`;
  const address = URL.createObjectURL(new Blob([boot], { type: 'text/javascript' }));
  const worker = new Worker(address, { type: 'module', name });
  // After a minute the worker has surely loaded its module.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return worker;
}
