// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { makeChoice, type ChoiceOf } from '../../../src/outputs/kit/choice';

const long = (count: number, chosen: number): ChoiceOf => ({
  name: 'class',
  options: Array.from({ length: count }, (_, at) => `class ${String(at)}`),
  chosen,
});

function put(first: ChoiceOf, choose: (index: number) => void = () => undefined) {
  const choice = makeChoice(first, choose);
  document.body.append(choice.element);
  const select = choice.element.querySelector('select');
  if (!select) throw new Error('no select');
  const shown = (): string => select.selectedOptions[0]?.textContent ?? '';
  return { ...choice, select, shown };
}

beforeEach(() => document.body.replaceChildren());

test.each(['pointerdown', 'focus'])('a long list shows what is chosen, and has all options at %s', (sign) => {
  const { select, shown } = put(long(1_000, 700));
  expect([select.options.length, shown()]).toEqual([1, 'class 700']);
  select.dispatchEvent(new Event(sign));
  expect([select.options.length, shown()]).toEqual([1_000, 'class 700']);
});

test('what the reader chooses in it is told by its place in the whole list', () => {
  let chosen: number | undefined;
  const { select } = put(long(1_000, 0), (index) => (chosen = index));
  select.focus();
  select.value = '900';
  select.dispatchEvent(new Event('change'));
  expect(chosen).toBe(900);
});

test('it follows new options, also while the reader is in it', () => {
  const { select, shown, update } = put(long(1_000, 0));
  update(long(1_000, 5));
  expect([select.options.length, shown()]).toEqual([1, 'class 5']);
  select.focus();
  update(long(1_200, 1_100));
  expect([select.options.length, shown()]).toEqual([1_200, 'class 1100']);
  select.blur();
  update(long(50, 1));
  expect([select.options.length, shown()]).toEqual([50, 'class 1']);
});
