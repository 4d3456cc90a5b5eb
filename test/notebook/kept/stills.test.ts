// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { outputAreaOf } from '../../../src/notebook/cell/output-area';
import { useWords } from '../../../src/words';
import { en } from '../../../src/words/en';
import { tree } from '../chapter-player';

let host: HTMLElement;
beforeEach(() => {
  useWords(en, 'en');
  document.body.innerHTML = `<div data-part="outputs">
    <div class="rc-still" data-slot="1"><figure data-output="tree">still 1</figure></div>
    <div class="rc-still" data-slot="3"><figure data-output="tree">still 3 <button>Copy</button></figure></div>
  </div>`;
  host = document.querySelector('div') ?? document.body;
});

const texts = (): string[] => [...host.children].map((child) => child.textContent?.trim() ?? '');
const isStill = (): boolean[] => [...host.children].map((child) => child.classList.contains('rc-still'));
const kept = (slot: string) => ({ slot, run: 0, output: tree(`kept ${slot}`) });
const own = (slot: string) => ({ slot, run: 1, output: tree(`own ${slot}`) });

describe('the area of a cell', () => {
  it('is one, whoever asks for it', () => {
    expect(outputAreaOf(host)).toBe(outputAreaOf(host));
  });

  it('leaves stills alone as long as there is nothing to show', () => {
    outputAreaOf(host).render([], undefined, true);
    expect(isStill()).toEqual([true, true]);
  });

  it('puts kept outputs into the places of their stills', () => {
    const area = outputAreaOf(host);
    area.render([kept('1'), kept('3')], undefined, true);
    area.draw();
    expect(texts()).toEqual([expect.stringContaining('kept 1'), expect.stringContaining('kept 3')]);
    expect([...host.children].every((child) => child.hasAttribute('data-kept'))).toBe(true);
    expect(host.querySelector('.rc-still')).toBeNull();
  });

  it('keeps the element of a kept output when a run replaces what it shows', () => {
    const area = outputAreaOf(host);
    area.render([kept('1'), kept('3')], undefined, true);
    area.draw();
    const [first] = host.children;
    area.render([own('1'), kept('3')], 1, true);
    area.draw();
    expect(host.children[0]).toBe(first);
    expect(texts()[0]).toContain('own 1');
    expect([...host.children].map((child) => child.hasAttribute('data-old'))).toEqual([false, true]);
    expect([...host.children].map((child) => child.hasAttribute('data-kept'))).toEqual([false, true]);
  });

  it('lets the stills that a run has not replaced yet stay, dimmed, and takes them away when it is done', () => {
    const area = outputAreaOf(host);
    area.render([], 1, true);
    expect([...host.children].map((child) => child.hasAttribute('data-old'))).toEqual([true, true]);
    area.render([own('1')], 1, true);
    area.draw();
    expect(isStill()).toEqual([false, true]);
    area.render([own('1')], 1);
    expect(isStill()).toEqual([false]);
  });

  it('brings stills back that an error had replaced', () => {
    const area = outputAreaOf(host);
    area.render([{ slot: 'problem', run: 1, output: tree('error') }], 1);
    area.draw();
    expect(isStill()).toEqual([false]);
    area.render([], undefined, true);
    expect(texts()).toEqual(['still 1', 'still 3 Copy']);
    expect(host.querySelector('[data-old]')).toBeNull();
  });
});
