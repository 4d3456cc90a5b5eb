/**
 * Must be evaluated before TensorFlow.js. tfjs yields between batches with `requestAnimationFrame` if it exists: in a worker that
 * costs up to 16 ms per batch, and training stops altogether in a hidden tab. A message to ourselves yields just as well.
 */
const callbacks: FrameRequestCallback[] = [];
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => callbacks.shift()?.(performance.now());

self.requestAnimationFrame = (callback) => {
  callbacks.push(callback);
  port2.postMessage(0);
  return 0;
};
