/**
 * Yields to the event loop, so that a message such as Stop can be handled. A timer would wait 4 ms, an animation frame
 * forever in a hidden tab.
 */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(0);
  });
}
