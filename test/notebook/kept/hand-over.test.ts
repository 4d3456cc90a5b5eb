// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { prepareHandover } from '../../../src/notebook/kept/hand-over';
import { holdInput } from '../../../src/notebook/kept/hold-input';

/** A still and the output that takes its place; the still has a part in two forms, of which one is seen. */
const still = `<div class="rc-still" data-slot="1">
  <label>size <input type="range" min="0" max="9" value="2"></label>
  <button style="display: none">Play</button><button>Play</button>
  <input type="checkbox">
</div>`;
const drawn = `<label>size <input type="range" min="0" max="9" value="2"></label>
  <button>Play</button>
  <input type="checkbox">`;

let host: HTMLElement;
let output: HTMLElement;
let said: string[];
beforeEach(() => {
  document.body.innerHTML = `<div data-part="outputs">${still}</div><figure>${drawn}</figure>`;
  host = document.querySelector('div') ?? document.body;
  output = document.querySelector('figure') ?? document.body;
  said = [];
  for (const type of ['input', 'change', 'click'])
    output.addEventListener(type, ({ target }) => {
      const { localName, value, type: kind } = target as HTMLInputElement;
      said.push(`${type} ${kind || localName} ${value}`);
    });
});

/** What happened at the still happens again at the output. */
function handOver(...events: [selector: string, type: string, value?: string][]): void {
  const held = events.map(([selector, type, value]) => {
    const target = host.querySelector<HTMLInputElement>(selector);
    if (!target) throw new Error(`no ${selector}`);
    if (value !== undefined) target.value = value;
    const event = new Event(type, { bubbles: true });
    target.dispatchEvent(event);
    return event;
  });
  const input = { cell: document.body, host, events: held, over: undefined, end: () => undefined };
  prepareHandover(input, { elementOf: () => output })();
}

describe('what was done at a still', () => {
  it('is done at the output: a slider has the newest value and says it once', () => {
    handOver(['[type=range]', 'input', '3'], ['[type=range]', 'input', '4'], ['[type=range]', 'change']);
    expect(said).toEqual(['input range 4', 'change range 4']);
  });

  it('is done at the output: a press, at the button that was seen', () => {
    const pressed: (string | null)[] = [];
    output.querySelector('button')?.addEventListener('click', ({ target }) => {
      pressed.push((target as HTMLElement).textContent);
    });
    handOver(['button:not([style])', 'click']);
    expect(pressed).toEqual(['Play']);
  });

  it('is done at the output: a switch is switched', () => {
    handOver(['[type=checkbox]', 'click']);
    expect(output.querySelector<HTMLInputElement>('[type=checkbox]')?.checked).toBe(true);
  });

  it('is done in its order', () => {
    handOver(['[type=range]', 'input', '5'], ['[type=checkbox]', 'click']);
    expect(said[0]).toBe('input range 5');
    expect(said.some((one) => one.startsWith('click checkbox'))).toBe(true);
  });
});

describe('the listening at a cell', () => {
  const cellWith = (markup: string): HTMLElement => {
    const cell = document.createElement('div');
    cell.innerHTML = `<div data-part="outputs">${markup}</div>`;
    holdInput(cell);
    return cell.querySelector<HTMLElement>('[data-part]') ?? cell;
  };

  it('gives the keyboard a way to what is more than controls, and to nothing else', () => {
    const inStill = (markup: string): string => `<div class="rc-still" data-slot="1">${markup}</div>`;
    expect(cellWith(inStill('<div role="img" aria-label="picture"></div>')).tabIndex).toBe(0);
    expect(cellWith(inStill('<button>Copy</button>')).hasAttribute('tabindex')).toBe(false);
    expect(cellWith('').hasAttribute('tabindex')).toBe(false);
  });
});
