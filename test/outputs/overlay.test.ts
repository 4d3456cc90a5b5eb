// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { showOutput } from '../../src/outputs';
import { heatAt, heatGradient, paintHeat } from '../../src/outputs/pictures/heat-ink';
import { fieldBox, groundBox } from '../../src/outputs/pictures/unit-field';
import type { Heat, OverlayOutput, UnitFields } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { overlay } from './samples';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

const heat: Heat = {
  name: 'heat',
  rows: 2,
  columns: 2,
  values: Float32Array.from([-1, 0, 0.5, NaN]),
  range: [-1, 1],
  box: { top: 0.5, left: 0.5, height: 2, width: 2 },
};
/** Fields of 3 × 3 with padding, a unit every 2 pixels of a 4 × 4 image. */
const fields: UnitFields = {
  rows: { count: 2, start: -1, jump: 2, size: 3 },
  columns: { count: 2, start: -1, jump: 2, size: 3 },
  chosen: [0, 1],
};

describe('heat', () => {
  test('is as opaque as its value is large: orange above zero, blue below', () => {
    const bytes = paintHeat(heat);
    expect([...bytes.slice(0, 4)]).toEqual([38, 118, 222, 255]);
    expect(bytes[7]).toBe(0);
    expect([...bytes.slice(8, 12)]).toEqual([228, 98, 10, 128]);
    expect(bytes[15]).toBe(255);
  });

  test('has a scale from blue to orange, clear in the middle; without signs from clear to orange', () => {
    const colours = (signed: boolean): string[] => heatGradient(signed).match(/rgb\([^)]*\)/g) ?? [];
    expect(colours(true)).toEqual(['rgb(38 118 222)', 'rgb(38 118 222 / 0)', 'rgb(228 98 10 / 0)', 'rgb(228 98 10)']);
    expect(colours(false)).toEqual(['rgb(228 98 10 / 0)', 'rgb(228 98 10)']);
  });

  test('is inside its box: pixels outside it have none', () => {
    expect(heatAt(heat, 0, 0)).toBe(-1);
    expect(heatAt(heat, 0, 1)).toBe(0);
    expect(heatAt(heat, 1, 0)).toBe(0.5);
    expect(heatAt(heat, 2, 0)).toBeUndefined();
    expect(heatAt({ ...heat, box: { ...heat.box, top: 1 } }, 0, 0)).toBeUndefined();
  });
});

describe('the field of a unit', () => {
  test('begins in the padding and moves by the step', () => {
    expect(fieldBox(fields, [0, 0])).toEqual({ top: -1, left: -1, height: 3, width: 3 });
    expect(fieldBox(fields, [1, 0])).toMatchObject({ top: 1, left: -1 });
  });

  test('makes room for padding, at most a third of the image', () => {
    expect(groundBox({ width: 4, height: 4 }, undefined)).toEqual({ top: -0, left: -0, height: 4, width: 4 });
    expect(groundBox({ width: 4, height: 4 }, fields)).toEqual({ top: -1, left: -1, height: 5, width: 5 });
    const wide = { ...fields, rows: { count: 4, start: -20, jump: 1, size: 41 } };
    expect(groundBox({ width: 4, height: 10 }, wide)).toMatchObject({ top: -3, height: 16 });
  });
});

describe('on the page', () => {
  const put = (output: OverlayOutput): { find(selector: string): HTMLElement; text(): string } => {
    const { element } = showOutput(output);
    document.body.append(element);
    const find = (selector: string): HTMLElement => {
      const found = element.querySelector<HTMLElement>(selector);
      if (!found) throw new Error(`no ${selector}`);
      return found;
    };
    return { find, text: () => find('.rc-readout').textContent };
  };
  const press = (target: HTMLElement, key: string): void => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  };

  test('the arrow keys read image and heat of a pixel', () => {
    const { find, text } = put(overlay);
    const target = find('.rc-picture');
    target.focus();
    expect(text()).toBe('row 0, column 0 · image 0 · Grad-CAM 0');
    press(target, 'ArrowDown');
    press(target, 'ArrowRight');
    expect(text()).toBe('row 1, column 1 · image 0.4 · Grad-CAM 2');
    press(target, 'End');
    expect(text()).toBe('row 1, column 2 · image 0.5 · Grad-CAM –');
  });

  test('heat can be hidden and made weaker', () => {
    const { find } = put(overlay);
    const slider = find('input[type=range]') as HTMLInputElement;
    slider.value = '30';
    slider.dispatchEvent(new Event('input'));
    expect(find('.rc-heat').style.opacity).toBe('0.3');
    expect(slider.getAttribute('aria-valuetext')).toBe('30 %');
    find('[data-action=heat]').click();
    expect(find('.rc-heat').hidden).toBe(true);
    expect(find('[data-action=heat]').getAttribute('aria-pressed')).toBe('false');
  });

  test('one of several heat maps can be chosen', () => {
    const [first] = overlay.heats;
    if (!first) throw new Error('no heat');
    const { find, text } = put({ ...overlay, heats: [first, { ...first, name: 'other', values: first.values.map((value) => value * 2) }] }); // prettier-ignore
    const select = find('select') as HTMLSelectElement;
    select.value = '1';
    select.dispatchEvent(new Event('change'));
    find('.rc-picture').focus();
    expect(text()).toMatch(/other 0$/);
  });

  test('another unit has its field framed, but not the heat of the first', () => {
    const { find, text } = put({ ...overlay, height: 4, width: 4, fields });
    const frame = (): string => find('.rc-frame').getAttribute('x') + ' ' + find('.rc-frame').getAttribute('y');
    expect(frame()).toBe('1 -1');
    const grid = find('.rc-units');
    press(grid, 'ArrowDown');
    expect(frame()).toBe('1 1');
    expect(text()).toBe('unit [1, 1] sees rows 1 … 3, columns 1 … 3');
    expect(find('.rc-heat').hidden).toBe(true);
    expect(find('.rc-note').textContent).toBe('The effective field was measured for unit [0, 1].');
    press(grid, 'ArrowUp');
    expect(find('.rc-heat').hidden).toBe(false);
    press(grid, 'ArrowLeft');
    expect(text()).toBe('unit [0, 0] sees rows −1 … 1, columns −1 … 1 (partly padding)');
  });
});
