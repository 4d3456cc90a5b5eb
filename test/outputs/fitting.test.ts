// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showOutput } from '../../src/outputs';
import { onPage } from '../../src/outputs/kit/on-page';
import type { NetworkOutput } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { network } from './samples';

/** Boxes have no sizes here: the test says their width, and tells the observers. */
let resize: (width: number) => void;

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
  const looks = new Set<() => void>();
  let width = 0;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      readonly #look: () => void;
      constructor(look: () => void) {
        this.#look = look;
      }
      observe(): void {
        looks.add(this.#look);
      }
      disconnect(): void {
        looks.delete(this.#look);
      }
    },
  );
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => width);
  resize = (to) => {
    width = to;
    looks.forEach((look) => look());
  };
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('an output is fitted once to each width, never to that of a hidden box, and not after it is removed', () => {
  const page = onPage();
  const box = document.createElement('div');
  const widths: number[] = [];
  page.fit(box, (width) => widths.push(width));
  for (const width of [640, 500, 500, 0, 500, 700]) resize(width);
  expect(widths).toEqual([500, 700]);
  page.shown(box, () => {}).remove();
  resize(300);
  expect(widths).toEqual([500, 700]);
});

test('a network has less room for maps below each other on a phone', () => {
  const count = 36;
  const [first] = network.layers;
  if (!first) throw new Error('no layer');
  const values = new Float32Array(count * 4);
  const layer = { ...first, maps: { ...first.maps, count, height: 2, width: 2, values } };
  const output: NetworkOutput = { ...network, layers: [layer], limit: 64 };
  const { element } = showOutput(output);
  document.body.append(element);
  const heightOf = (): number =>
    Number.parseInt(element.querySelector<HTMLElement>('.rc-net-maps')?.style.height ?? '');
  resize(900);
  const onDesk = heightOf();
  resize(400);
  const onPhone = heightOf();
  expect(onDesk).toBeLessThanOrEqual(430);
  expect(onPhone).toBeLessThanOrEqual(320);
  expect(onPhone).toBeLessThan(onDesk);
  resize(900);
  expect(heightOf()).toBe(onDesk);
});
