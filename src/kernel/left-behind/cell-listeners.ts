import type { Held, LeftBehind } from './left-behind';

type Listener = EventListenerOrEventListenerObject;

/** Gives each listener that a cell adds its owner. */
export function ownListeners(left: LeftBehind): void {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const owned = new WeakMap<Listener, { listener: EventListener; held: Held; target: EventTarget; type: string }[]>();

  Object.assign(EventTarget.prototype, {
    addEventListener(this: EventTarget | undefined, type: string, given: Listener, options?: AddEventListenerOptions) {
      const owner = left.caller();
      const target = this ?? globalThis;
      if (!owner || !given) return add.call(target, type, given, options);
      const known = owned.get(given) ?? [];
      // One wrapper for each listener, so that a listener added twice is still called once.
      const listener =
        known[0]?.listener ??
        ((event: Event) =>
          left.enter(owner, () => {
            if (typeof given === 'function') given.call(target, event);
            else given.handleEvent(event);
          }));
      const held = left.hold(owner, () => remove.call(target, type, listener, options));
      if (!held) return;
      owned.set(given, [...known, { listener, held, target, type }]);
      add.call(target, type, listener, options);
    },
    removeEventListener(this: EventTarget | undefined, type: string, given: Listener, options?: EventListenerOptions) {
      const target = this ?? globalThis;
      remove.call(target, type, given, options);
      const known = given ? owned.get(given) : undefined;
      for (const one of known ?? []) {
        if (one.target !== target || one.type !== type) continue;
        one.held.release();
        remove.call(target, type, one.listener, options);
      }
      if (known)
        owned.set(
          given,
          known.filter((one) => one.target !== target || one.type !== type),
        );
    },
  });
}

type Handler = (...values: unknown[]) => unknown;

/** The same for handlers of the worker itself that are properties: `onerror = …`, `onmessage = …`. */
export function ownHandlers(left: LeftBehind): void {
  for (let scope: object | null = globalThis; scope; scope = Object.getPrototypeOf(scope) as object | null)
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(scope)))
      if (name.startsWith('on') && property.set) ownHandler(left, scope, name, property);
}

function ownHandler(left: LeftBehind, scope: object, name: string, { set, ...property }: PropertyDescriptor): void {
  const put = (handler: unknown): void => set?.call(globalThis, handler);
  let now: { given: unknown; held: Held } | undefined;
  const free = (): void => {
    now?.held.release();
    now = undefined;
  };
  Object.defineProperty(scope, name, {
    ...property,
    get: () => (now ? now.given : (property.get?.call(globalThis) as unknown)),
    set(given: unknown) {
      const owner = typeof given === 'function' ? left.caller() : undefined;
      free();
      if (!owner) return put(given);
      const held = left.hold(owner, () => {
        now = undefined;
        put(null);
      });
      if (!held) return put(null);
      now = { given, held };
      put((...values: unknown[]) => left.enter(owner, () => void (given as Handler)(...values)));
    },
  });
}
