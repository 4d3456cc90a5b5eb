// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { showOutput, type ControlMoved } from '../../src/outputs';
import type { ControlOutput, ControlValue } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});

const control: ControlOutput = { kind: 'control', label: 'model', control: { type: 'files', accept: '.json,.bin' } };

function putControl() {
  const { element } = showOutput(control);
  document.body.append(element);
  const input = element.querySelector('input');
  if (!input) throw new Error('no input');
  const give = (...files: File[]): void => {
    Object.defineProperty(input, 'files', { value: files, configurable: true });
    input.dispatchEvent(new Event('change'));
  };
  return { element, input, give };
}

const moved = (element: Element): Promise<ControlValue> =>
  new Promise((resolve) => {
    element.addEventListener('control-moved', (event) => resolve((event as ControlMoved).detail.value));
  });

describe('a control for files', () => {
  test('gives their bytes, in the order of their names', async () => {
    const { element, give } = putControl();
    const value = moved(element);
    give(new File([new Uint8Array([1, 2])], 'b.bin'), new File(['{}'], 'a.json'));
    expect(await value).toEqual({
      files: [
        { name: 'a.json', bytes: new TextEncoder().encode('{}') },
        { name: 'b.bin', bytes: new Uint8Array([1, 2]) },
      ],
    });
    expect(element.textContent).toContain('Taken: a.json, b.bin');
  });

  test('offers the kinds that the cell asks for', () => {
    expect(putControl().input.accept).toBe('.json,.bin');
  });

  test('refuses more than the page can hold, and says so', () => {
    const { element, give } = putControl();
    const large = new File([], 'large.bin');
    Object.defineProperty(large, 'size', { value: 70e6 });
    give(large);
    expect(element.textContent).toContain('More than 64 MB');
  });
});

test('a file says its name and its size', () => {
  const { element } = showOutput({ kind: 'file', name: 'model.json', bytes: new Uint8Array(12_345) });
  expect(element.textContent).toBe('model.json12,345 bytesSave model.json');
});
