import { methods, type CellConsole } from './cell-console';

type Method = (...values: unknown[]) => void;

/**
 * Hears what is printed on the worker's own console, by TensorFlow.js and by cells that name it `globalThis.console`.
 * @param consoleNow the console to which it belongs; nothing before the first run
 * @returns puts back what a cell has replaced; call it before each run
 */
export function hearConsole(consoleNow: () => CellConsole | undefined): () => void {
  const { console, Reflect } = globalThis;
  const { defineProperty } = Reflect;
  const heard = methods.map((name) => {
    const own: unknown = Reflect.get(console, name);
    const value: Method = (...values) => {
      const cell = consoleNow();
      if (cell) (cell[name] as Method)(...values);
      else if (typeof own === 'function') (own as Method).apply(console, values);
    };
    return { name, property: { value, writable: true, configurable: true, enumerable: true } };
  });
  const whole = { value: console, writable: true, configurable: true, enumerable: false };
  const install = (): void => {
    defineProperty(globalThis, 'console', whole);
    for (const { name, property } of heard) defineProperty(console, name, property);
  };
  install();
  return install;
}
