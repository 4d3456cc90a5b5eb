// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { hearControls } from '../../../src/notebook/kept/hear-controls';

it('the first move of a control brings the notebook, which is told the newest value of each control, once', async () => {
  document.body.innerHTML =
    '<notebook-cell data-chapter="02" data-cell="a"><div data-output="control"></div></notebook-cell>';
  const control = document.querySelector('[data-output]');
  const move = (label: string, value: number): void =>
    void control?.dispatchEvent(new CustomEvent('control-moved', { bubbles: true, detail: { label, value } }));
  let asked = 0;
  let opens = false;
  let answer: () => void = () => undefined;
  hearControls(async () => {
    asked += 1;
    await new Promise<void>((resolve) => (answer = resolve));
    return opens;
  });
  const said: unknown[] = [];
  document.addEventListener('control-moved', ({ detail }: CustomEventInit<unknown>) => void said.push(detail));
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

  // Offline: what was said is lost, and the next move tries again.
  move('size', 1);
  answer();
  await settle();
  expect([asked, said]).toEqual([1, []]);

  opens = true;
  move('size', 2);
  move('size', 3);
  move('depth', 9);
  expect([asked, said]).toEqual([2, []]);
  answer();
  await settle();
  expect(said).toEqual([
    { label: 'size', value: 3 },
    { label: 'depth', value: 9 },
  ]);
  move('size', 4);
  expect([asked, said.at(-1)]).toEqual([2, { label: 'size', value: 4 }]);
});
