// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { showOutput } from '../../src/outputs';
import { firstCount, layoutNetwork, tileAt, tileBox, walkNetwork } from '../../src/outputs/network/network-layout';
import { sourcesOf } from '../../src/outputs/network/network-sources';
import { mapWords } from '../../src/outputs/network/network-words';
import type { NetworkLayer } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { network } from './samples';
import { prettyHtml } from './pretty-html';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

function layerOf(count: number, size: number, from: number[]): NetworkLayer {
  const values = new Float32Array(count * size * size);
  const maps = { count, height: size, width: size, values, scale: 'grey' as const, range: [0, 1] as [number, number] };
  return { name: `l${count}`, type: 'Add', settings: '', inside: [], shape: '', from, maps, omitted: 0, sampled: 1, rule: { by: 'sum' } }; // prettier-ignore
}

describe('the layout of a network', () => {
  const layers = [layerOf(3, 32, []), layerOf(64, 64, [0]), layerOf(64, 64, [1]), layerOf(64, 64, [2, 1, 0]), layerOf(10, 1, [3])]; // prettier-ignore
  const layout = layoutNetwork({ layers }, layers.map((layer) => firstCount(layer, 64)), 430); // prettier-ignore

  test('gives each map its own place, inside the picture', () => {
    layers.forEach(({ maps }, layer) => {
      for (let plane = 0; plane < maps.count; plane++) {
        const box = tileBox(layout, { layer, plane });
        expect(box && tileAt(layout, box.x + box.width / 2, box.y + box.height / 2)).toEqual({ layer, plane });
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(layout.width);
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(layout.height);
      }
    });
    expect(tileAt(layout, 2, layout.bodyTop)).toBeUndefined();
    expect(tileAt(layout, 30, 2)).toBeUndefined();
  });

  test('draws connections that skip columns in lanes that do not overlap', () => {
    expect(layout.skips).toEqual([
      { from: 1, to: 3, lane: 0 },
      { from: 0, to: 3, lane: 1 },
    ]);
  });

  test('gives connections that only touch at a layer one lane', () => {
    const chain = [[], [0], [1, 0], [2], [3, 2]].map((from) => layerOf(3, 8, from));
    const { skips } = layoutNetwork({ layers: chain }, [3, 3, 3, 3, 3], 430);
    expect(skips).toEqual([
      { from: 0, to: 2, lane: 0 },
      { from: 2, to: 4, lane: 0 },
    ]);
  });

  test('is navigated by keys: maps, then layers', () => {
    const walk = (key: string, layer: number, plane: number): unknown => walkNetwork(key, layout, { layer, plane });
    const rows = layout.columns[1]?.rows ?? 0;
    expect(walk('ArrowDown', 1, 3)).toEqual({ layer: 1, plane: 4 });
    expect(walk('ArrowRight', 1, 3)).toEqual({ layer: 1, plane: 3 + rows });
    expect(walk('ArrowLeft', 1, 1)).toEqual({ layer: 0, plane: 1 });
    expect(walk('ArrowLeft', 1, 8)).toEqual({ layer: 0, plane: 2 });
    expect(walk('ArrowRight', 1, 63)).toMatchObject({ layer: 2 });
    expect(walk('ArrowRight', 4, 9)).toEqual({ layer: 4, plane: 9 });
    expect([walk('PageDown', 1, 0), walk('Home', 3, 5), walk('End', 0, 1)]).toEqual([
      { layer: 2, plane: 0 },
      { layer: 0, plane: 2 },
      { layer: 4, plane: 1 },
    ]);
    expect(walk('x', 0, 0)).toBeUndefined();
  });

  test('is entered at the near end: from the right at the last maps of a layer, from the left at the first', () => {
    const walk = (key: string, layer: number, plane: number): unknown => walkNetwork(key, layout, { layer, plane });
    const { rows, count } = layout.columns[1] ?? { rows: 0, count: 0 };
    expect(count).toBeGreaterThan(2 * rows);
    const lastRow = Math.floor((count - 1) / rows) * rows;
    expect(walk('ArrowLeft', 2, 1)).toEqual({ layer: 1, plane: lastRow + 1 });
    // The last row of maps is shorter than the others: its end is the last map.
    expect(walk('ArrowLeft', 2, rows - 1)).toEqual({ layer: 1, plane: count - 1 });
    expect(walk('ArrowRight', 0, 1)).toEqual({ layer: 1, plane: 1 });
    expect(walk('PageUp', 2, 1)).toEqual({ layer: 1, plane: 1 });
    expect(walk('ArrowLeft', 0, 1)).toEqual({ layer: 0, plane: 1 });
    expect(walk('PageUp', 0, 1)).toEqual({ layer: 0, plane: 1 });
    expect(walk('ArrowUp', 1, 0)).toEqual({ layer: 1, plane: 0 });
    expect(walk('ArrowDown', 1, count - 1)).toEqual({ layer: 1, plane: count - 1 });
  });
});

describe('the maps that a map is computed from', () => {
  test('come strongest first', () => {
    expect(sourcesOf(network, { layer: 0, plane: 0 })).toEqual([]);
    const [strong, weak] = sourcesOf(network, { layer: 1, plane: 0 });
    // Kernel amounts 2 and 1, mean amounts 3.5 and 0.5.
    expect(strong).toEqual({ layer: 0, plane: 0, strength: 1 });
    expect(weak?.strength).toBeCloseTo(0.5 / 7, 5);
    expect(sourcesOf(network, { layer: 2, plane: 5 })).toEqual([{ layer: 1, plane: 0, strength: 1 }]);
    expect(sourcesOf(network, { layer: 3, plane: 0 }).map(({ plane }) => plane)).toEqual([5, 2]);
  });

  test('are described in words', () => {
    expect(mapWords(network, { layer: 1, plane: 0 })).toBe(
      'conv, map 0 · 2 × 3, from 0 to 7.5, mean 2 · 33 % zeros · made of 2',
    );
    expect(mapWords(network, { layer: 3, plane: 1 })).toBe('out: dog = 0.25');
  });
});

describe('a network', () => {
  function shown(): { element: HTMLElement; stage: HTMLElement; press(key: string): void; remove(): void } {
    const output = showOutput(network);
    document.body.append(output.element);
    const stage = output.element.querySelector<HTMLElement>('.rc-net-stage');
    if (!stage) throw new Error('no stage');
    stage.focus();
    const press = (key: string): void =>
      void document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    return { element: output.element, stage, press, remove: () => output.remove() };
  }

  test('opens a map of a convolution: each channel, the sum, the window', async () => {
    const { element, press } = shown();
    press('PageDown');
    press('Enter');
    expect(document.activeElement?.textContent).toBe('conv, map 0');
    const panel = element.querySelector('.rc-panel');
    expect(panel?.querySelectorAll('.rc-sum-rows .rc-sum-row')).toHaveLength(2);
    expect(panel?.querySelector('[data-output="window"]')).not.toBeNull();
    if (panel) await expect(prettyHtml(panel) + '\n').toMatchFileSnapshot('snapshots/network-convolution.html.snap');
    press('Escape');
    expect(element.querySelector('.rc-panel')).toBeNull();
    expect(document.activeElement?.classList).toContain('rc-net-stage');
  });

  test('opens a unit: its products, the rest, bias, sum and softmax', async () => {
    const { element, press } = shown();
    press('End');
    press('ArrowDown');
    press('Enter');
    const panel = element.querySelector('.rc-panel');
    expect(panel?.textContent).toContain('conv, map 0 [0, 2]');
    expect(panel?.textContent).toContain('3.5 · (−0.5) = −1.75');
    if (panel) await expect(prettyHtml(panel) + '\n').toMatchFileSnapshot('snapshots/network-products.html.snap');
  });

  test('opens the input and says that it is given', () => {
    const { element, press } = shown();
    press('Home');
    press('Enter');
    expect(element.querySelector('.rc-panel')?.textContent).toContain('what the network is given');
  });

  test('frees the memory of its canvases when it is removed', () => {
    const { element, remove } = shown();
    const canvases = [...element.querySelectorAll<HTMLCanvasElement>('.rc-net-maps')];
    expect(canvases.length).toBe(network.layers.length);
    expect(canvases.map(({ width }) => width)).not.toContain(0);
    remove();
    expect(canvases.map(({ width }) => width)).toEqual(canvases.map(() => 0));
  });

  test('shows more maps by a button, up to the last', () => {
    const [first] = network.layers;
    if (!first) throw new Error('no layer');
    const layer = { ...first, maps: { ...first.maps, count: 5, height: 2, width: 2, values: new Float32Array(20) } };
    const { element } = showOutput({ ...network, layers: [layer], limit: 2 });
    document.body.append(element);
    const more = (): HTMLElement | null => element.querySelector('.rc-net-more');
    const heights: string[] = [];
    for (let press = 0; press < 2; press++) {
      expect(more()?.textContent).toMatch(press === 0 ? /2\b.*\b3\b/ : /1\b.*\b1\b/);
      more()?.click();
      heights.push(element.querySelector<HTMLElement>('.rc-net-maps')?.style.height ?? '');
    }
    expect(more()).toBeNull();
    const pitch = Number.parseInt(heights[0] ?? '') / 4;
    expect(Number.parseInt(heights[1] ?? '')).toBe(5 * pitch);
  });

  test('keeps open what is open during an update', () => {
    const output = showOutput(network);
    document.body.append(output.element);
    const stage = output.element.querySelector<HTMLElement>('.rc-net-stage');
    stage?.focus();
    stage?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End' }));
    stage?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    output.update(network);
    expect(output.element.querySelector('.rc-panel-title')?.textContent).toBe('out: cat');
  });
});
