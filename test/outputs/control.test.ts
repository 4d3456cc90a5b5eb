// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { showOutput, type Shown } from '../../src/outputs';
import { pickChannels } from '../../src/outputs/control/control-image';
import { shrink } from '../../src/outputs/control/drawing-canvas';
import type { ControlOutput, ControlValue } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

const rate: ControlOutput = {
  kind: 'control',
  label: 'rate',
  control: { type: 'slider', least: 0, most: 10, step: 1 },
  value: 2,
};

function put(output: ControlOutput): Shown & { moved: ControlValue[]; input: HTMLInputElement } {
  const shown = showOutput(output);
  document.body.append(shown.element);
  const moved: ControlValue[] = [];
  shown.element.addEventListener('control-moved', (event) => {
    if (event instanceof CustomEvent) moved.push(event.detail.value);
  });
  const input = shown.element.querySelector('input');
  if (!input) throw new Error('no input');
  return Object.assign(shown, { moved, input });
}

function drag(input: HTMLInputElement, to: number): void {
  input.value = String(to);
  input.dispatchEvent(new Event('input'));
}

describe('a slider of a cell', () => {
  test('stays where the reader has moved it while results of older moves arrive', () => {
    const shown = put(rate);
    drag(shown.input, 5);
    drag(shown.input, 7);
    expect(shown.moved).toEqual([5, 7]);
    shown.update({ ...rate, value: 5 });
    expect(shown.input.value).toBe('7');
    shown.update({ ...rate, value: 7 });
    expect(shown.input.value).toBe('7');
    // Every move is answered: from now on the cell's value counts again.
    shown.update({ ...rate, value: 3 });
    expect(shown.input.value).toBe('3');
  });

  test('with another name begins at its own value', () => {
    const shown = put(rate);
    drag(shown.input, 7);
    shown.update({ ...rate, label: 'momentum', value: 1 });
    expect(shown.element.querySelector('input')?.value).toBe('1');
  });
});

describe('a picture of the reader’s', () => {
  test('is its luma in grey, its three channels in colour', () => {
    const rgba = Uint8ClampedArray.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]);
    expect([...pickChannels(rgba, 1)]).toEqual([76, 150, 29]);
    expect([...pickChannels(rgba, 3)]).toEqual([255, 0, 0, 0, 255, 0, 0, 0, 255]);
  });

  test('is averaged over squares of 8 × 8 when drawn on the pad', () => {
    const side = 2 * 8;
    const rgba = new Uint8ClampedArray(side * side * 4);
    // Half of the upper right square is white.
    for (let row = 0; row < 4; row++) {
      for (let column = 8; column < 16; column++) rgba[(row * side + column) * 4] = 255;
    }
    expect([...shrink(rgba, 2)]).toEqual([0, 128, 0, 0]);
  });
});
