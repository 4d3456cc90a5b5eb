/**
 * Watches what code takes from the browser beyond its own elements: listeners on the document, the window, the root element
 * and media queries; observers; timers and animation frames. What is live can be asked for at any time.
 */
export interface LiveResources {
  /** A line for each thing that has begun and not ended. */
  list(): string[];
  /** Puts the browser's functions back. */
  restore(): void;
}

export function watchResources(): LiveResources {
  const live = new Map<unknown, Map<string, string>>();
  const undo: (() => void)[] = [];
  const begin = (owner: unknown, key: string, line: string): void => {
    const held = live.get(owner) ?? new Map<string, string>();
    live.set(owner, held.set(key, line));
  };
  const end = (owner: unknown, key: string): void => void live.get(owner)?.delete(key);

  /** Puts a function around another one: it gets the arguments of a call and what makes the call. */
  const around = (
    holder: object,
    name: string,
    wrapper: (self: unknown, given: unknown[], call: (given: unknown[]) => unknown) => unknown,
  ): void => {
    const descriptor = Object.getOwnPropertyDescriptor(holder, name);
    const original: unknown = Reflect.get(holder, name);
    if (typeof original !== 'function') throw new Error(`this browser has no ${name}`);
    const value = function (this: unknown, ...given: unknown[]): unknown {
      return wrapper(this, given, (passed) => Reflect.apply(original, this, passed));
    };
    Object.defineProperty(holder, name, { value, configurable: true, writable: true });
    undo.push(() => {
      if (descriptor) Object.defineProperty(holder, name, descriptor);
      else Reflect.deleteProperty(holder, name);
    });
  };
  const after = (holder: object, name: string, note: (self: unknown, given: unknown[]) => void): void =>
    around(holder, name, (self, given, call) => {
      const result = call(given);
      note(self, given);
      return result;
    });

  const names = new Map<unknown, number>();
  const nameOf = (thing: unknown): number => names.set(thing, names.get(thing) ?? names.size).get(thing) ?? 0;
  const query = matchMedia('print');
  const isOfThePage = (target: unknown): boolean =>
    target === document ||
    target === document.documentElement ||
    target === document.body ||
    (typeof target === 'object' && target !== null && 'media' in target);
  for (const holder of [eventTargetOf(document), Object.getPrototypeOf(query) as object]) {
    after(holder, 'addEventListener', (self, [type, listener, options]) => {
      if (!isOfThePage(self)) return;
      const key = `${String(type)} ${nameOf(listener)}`;
      begin(self, key, `a listener for ${String(type)}`);
      if (typeof options !== 'object' || options === null || !('signal' in options)) return;
      if (options.signal instanceof AbortSignal) options.signal.addEventListener('abort', () => end(self, key));
    });
    after(holder, 'removeEventListener', (self, [type, listener]) => end(self, `${String(type)} ${nameOf(listener)}`));
  }
  // The window's listeners are functions of their own here.
  after(globalThis, 'addEventListener', (_, [type, listener]) =>
    begin(globalThis, `${String(type)} ${nameOf(listener)}`, `a listener of the window for ${String(type)}`),
  );
  after(globalThis, 'removeEventListener', (_, [type, listener]) =>
    end(globalThis, `${String(type)} ${nameOf(listener)}`),
  );

  for (const observer of [ResizeObserver, IntersectionObserver, MutationObserver]) {
    after(observer.prototype, 'observe', (self) => begin(self, 'observe', observer.name));
    after(observer.prototype, 'disconnect', (self) => end(self, 'observe'));
  }

  const timers: [start: string, stop: string][] = [
    ['setTimeout', 'clearTimeout'],
    ['setInterval', 'clearInterval'],
    ['requestAnimationFrame', 'cancelAnimationFrame'],
  ];
  for (const [start, stop] of timers) {
    around(globalThis, start, (_, [act, ...rest], call) => {
      const fired = (...given: unknown[]): void => {
        if (start !== 'setInterval') end(timer, start);
        if (typeof act === 'function') Reflect.apply(act, undefined, given);
      };
      const timer = call([fired, ...rest]);
      begin(timer, start, start);
      return timer;
    });
    after(globalThis, stop, (_, [timer]) => end(timer, start));
  }

  return {
    list: () => [...live.values()].flatMap((held) => [...held.values()]),
    restore: () => undo.reverse().forEach((step) => step()),
  };
}

/** The class that all event targets of this document are of. */
function eventTargetOf(node: object): object {
  let proto = Object.getPrototypeOf(node) as object;
  while (!Object.hasOwn(proto, 'addEventListener')) proto = Object.getPrototypeOf(proto) as object;
  return proto;
}
