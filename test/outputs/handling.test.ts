// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { showOutput, type GotoPosition, type Shown } from '../../src/outputs';
import type { Output, TreeNode } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { kernel, maps, picture, samples, training } from './samples';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

function put(output: Output): Shown {
  const shown = showOutput(output);
  document.body.append(shown.element);
  return shown;
}

function find(selector: string, from: ParentNode = document): HTMLElement {
  const found = from.querySelector<HTMLElement>(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found;
}

function press(key: string, modifiers: KeyboardEventInit = {}): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }),
  );
}

function readout(): string {
  return find('.rc-readout').textContent ?? '';
}

describe('pictures', () => {
  test('arrow keys read a picture pixel by pixel', () => {
    put(maps);
    find('.rc-picture').focus();
    expect(readout()).toBe('map 0 · row 0, column 0: 0');
    press('ArrowRight');
    press('ArrowDown');
    expect(readout()).toBe('map 0 · row 1, column 1: 0.4');
  });

  test('the grid is one stop for Tab, and Page Down goes to the same pixel of the next picture', () => {
    put(maps);
    find('.rc-picture').focus();
    press('End');
    press('PageDown');
    expect(readout()).toBe('map 1 · row 0, column 2: 0.3');
    expect(document.querySelectorAll('.rc-picture[tabindex="0"]').length).toBe(1);
    press('ArrowLeft', { ctrlKey: true });
    expect(readout()).toBe('map 0 · row 0, column 2: 0.2');
  });

  test('Ctrl+Home and Ctrl+End go to the first and the last picture, and no key goes further', () => {
    put({ ...maps, images: [picture(0, { title: 'a' }), picture(1, { title: 'b' }), picture(2, { title: 'c' })] });
    const pictures = [...document.querySelectorAll('.rc-picture')];
    const at = (): number => pictures.indexOf(document.activeElement ?? document.body);
    find('.rc-picture').focus();
    press('End', { ctrlKey: true });
    expect(at()).toBe(2);
    press('PageDown');
    expect(at()).toBe(2);
    press('PageUp');
    expect(at()).toBe(1);
    press('Home', { ctrlKey: true });
    expect(at()).toBe(0);
    press('PageUp');
    expect(at()).toBe(0);
  });

  test('pointing reads the pixel below the pointer', () => {
    put(maps);
    const target = find('.rc-picture');
    target.getBoundingClientRect = () => new DOMRect(0, 0, 60, 60);
    target.dispatchEvent(new PointerEvent('pointermove', { clientX: 59, clientY: 1, bubbles: true }));
    expect(readout()).toBe('map 0 · row 0, column 2: 0.2');
    target.dispatchEvent(new PointerEvent('pointerleave'));
    expect(document.querySelector('.rc-cell-frame')).toBeNull();
  });

  test('a pixel of a colour picture is read with its channels', () => {
    const values = Float32Array.from([1, 0.5, 0]);
    put({ ...maps, images: [{ width: 1, height: 1, channels: 3, values, scale: 'colour', range: [0, 1] }] });
    find('.rc-picture').focus();
    expect(readout()).toBe('row 0, column 0: R 1  G 0.5  B 0');
  });

  test('new values of the same shape keep the focus and are read out', () => {
    const shown = put(maps);
    find('.rc-picture').focus();
    const before = document.activeElement;
    shown.update({ ...maps, images: [picture(5, { title: 'map 0' }), picture(6)] });
    expect(document.activeElement).toBe(before);
    expect(readout()).toBe('map 0 · row 0, column 0: 0.5');
  });
});

describe('a heat map', () => {
  test('with signs has zero in the middle of its scale, even for an uneven range', () => {
    put({ ...kernel, range: [-1, 3] });
    const ends = [...find('.rc-legend').children].map(({ textContent }) => textContent);
    expect([ends[0], ends[2]]).toEqual(['−3', '3']);
    expect(find('.rc-legend-bar').classList).toContain('rc-legend-zero');
  });

  test('is read by arrow keys, with its own names', () => {
    put({ ...kernel, rowNames: ['top', 'middle', 'bottom'] });
    find('.rc-cells').focus();
    press('ArrowDown');
    press('End');
    expect(readout()).toBe('row middle, column 2: 2');
  });

  test('leaves the keys of the page alone', () => {
    put(kernel);
    find('.rc-cells').focus();
    const event = new KeyboardEvent('keydown', { key: 'ArrowDown', ctrlKey: true, cancelable: true });
    find('.rc-cells').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
  });
});

describe('an error', () => {
  test('asks the notebook to go to its place', () => {
    put(samples.error);
    const places: GotoPosition[] = [];
    document.addEventListener('goto-position', (event) => {
      if (event instanceof CustomEvent) places.push(event.detail);
    });
    for (const button of document.querySelectorAll<HTMLElement>('.rc-place')) button.click();
    expect(places).toEqual([
      { line: 3, column: 7 },
      { line: 3, column: 7, cell: 'train' },
      { line: 1, column: 1, cell: 'run' },
    ]);
  });
});

describe('a tree', () => {
  const deep: TreeNode = {
    text: 'Array(250)',
    type: 'array',
    children: Array.from({ length: 250 }, (_, index) => ({ key: String(index), text: String(index), type: 'number' })),
    omitted: 9_999_750,
  };

  test('builds a branch only when it is unfolded', () => {
    put(samples.tree);
    const branch = find('li > details');
    expect(branch.querySelector('ul')).toBeNull();
    branch.setAttribute('open', '');
    branch.dispatchEvent(new Event('toggle'));
    expect(branch.querySelector('li .rc-tree-value')?.textContent).toBe('0.5');
  });

  test('shows a hundred children at a time and says how many were not sent', () => {
    put({ kind: 'tree', root: deep });
    expect(document.querySelectorAll('li > .rc-tree-leaf').length).toBe(100);
    find('li > button').click();
    find('li > button').click();
    expect(document.querySelectorAll('li > .rc-tree-leaf').length).toBe(250);
    expect(find('ul').lastElementChild?.textContent).toBe('… 9,999,750 more, not shown');
  });

  test('stays unfolded where the reader unfolded it when it is shown again', () => {
    const shown = put(samples.tree);
    const branch = find('li > details');
    branch.setAttribute('open', '');
    branch.dispatchEvent(new Event('toggle'));
    shown.update(samples.tree);
    expect(find('li > details').hasAttribute('open')).toBe(true);
  });
});

test('a long table grows by a button', () => {
  const rows = Array.from({ length: 450 }, (_, index) => [index]);
  put({ kind: 'table', columns: ['n'], rows, omitted: 0 });
  expect(document.querySelectorAll('tbody tr').length).toBe(201);
  find('.rc-more button').click();
  find('.rc-more button').click();
  expect(document.querySelectorAll('tbody tr').length).toBe(450);
});

test('a flood of lines needs only a handful of elements', () => {
  const line = { level: 'log' as const, text: 'x'.repeat(80) };
  const { element } = put({ kind: 'log', head: Array(500).fill(line), omitted: 10 ** 6, tail: Array(500).fill(line) });
  expect(element.querySelectorAll('*').length).toBeLessThan(10);
});

test('an endless line is cut, with a count', () => {
  const { element } = put({ kind: 'log', head: [{ level: 'log', text: 'x'.repeat(100_000) }], omitted: 0, tail: [] });
  expect(element.textContent).toMatch(/x … 95,000 more characters$/);
});

test('a training that ends early gives up the space for the epochs it did not need', () => {
  const shown = put({ ...training, epochs: 6 });
  expect(find('.rc-epochs').style.getPropertyValue('--epochs')).toBe('6');
  shown.update({ ...training, epochs: 6, state: 'stopped' });
  expect(find('.rc-epochs').style.getPropertyValue('--epochs')).toBe('1');
});

test('a progress bar says how far it is', () => {
  put(training);
  const bar = find('[role="progressbar"]');
  expect(bar.getAttribute('aria-valuenow')).toBe('12');
  expect(bar.getAttribute('aria-valuemax')).toBe('40');
  expect(bar.getAttribute('aria-valuetext')).toBe('Epoch 2 of 3, step 12');
});

test('a chart says in words what it shows', () => {
  put(samples.chart);
  expect(find('canvas').getAttribute('aria-label')).toBe(
    'Chart Activation. Series: 1. relu: 3 points, from 0 to 1, lowest 0, highest 1.',
  );
});
