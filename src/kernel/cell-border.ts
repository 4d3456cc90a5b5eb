import { say } from '../words';

/** Ways out that the page's policy cuts without a word to the cell: some of them fire only an event that says nothing. */
const connections = ['WebSocket', 'WebSocketStream', 'EventSource', 'WebTransport'];

/** Makes what a cell cannot do say so in words, at the call. Before the first cell. */
export function speakAtTheBorder(): void {
  for (const name of connections) {
    const original: unknown = Reflect.get(globalThis, name);
    if (typeof original === 'function')
      replace(
        name,
        new Proxy(original, {
          construct() {
            throw new Error(say('explain.noNetwork'));
          },
        }),
      );
  }
  // A cell that closes its worker would end the values of all others.
  if (typeof Reflect.get(globalThis, 'close') === 'function')
    replace('close', () => {
      throw new Error(say('kernel.close'));
    });
}

function replace(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
}
