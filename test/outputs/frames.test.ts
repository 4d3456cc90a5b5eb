// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { showOutput, type Shown } from '../../src/outputs';
import type { FramesOutput } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { picture } from './samples';

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function frames(count: number, running: boolean): FramesOutput {
  const all = Array.from({ length: count }, (_, step) => ({ title: `step ${step}`, images: [picture(step)] }));
  return { kind: 'frames', title: 'Climb', frames: all, width: 64, running };
}

function put(output: FramesOutput): Shown & { at(): string | null; slider: HTMLInputElement; play: HTMLElement } {
  const shown = showOutput(output);
  document.body.append(shown.element);
  const slider = shown.element.querySelector('input');
  const play = shown.element.querySelector<HTMLElement>('[data-action=play]');
  if (!slider || !play) throw new Error('no controls');
  return Object.assign(shown, {
    at: () => shown.element.querySelector('[data-output=images] .rc-title')?.textContent ?? null,
    slider,
    play,
  });
}

function scrub(slider: HTMLInputElement, to: number): void {
  slider.value = String(to);
  slider.dispatchEvent(new Event('input'));
}

test('the newest frame is shown while more come, until the reader picks another', () => {
  const shown = put(frames(1, true));
  shown.update(frames(4, true));
  expect(shown.at()).toBe('step 3');
  scrub(shown.slider, 1);
  shown.update(frames(6, true));
  expect(shown.at()).toBe('step 1');
  scrub(shown.slider, 5);
  shown.update(frames(7, false));
  expect(shown.at()).toBe('step 6');
  expect(shown.slider.getAttribute('aria-valuetext')).toBe('7 of 7');
});

test('Play begins at the start, goes to the end and stops; Pause stops at once', () => {
  vi.useFakeTimers();
  const shown = put(frames(3, false));
  expect(shown.at()).toBe('step 2');
  shown.play.click();
  expect([shown.at(), shown.play.textContent]).toEqual(['step 0', 'Pause']);
  vi.advanceTimersByTime(170);
  expect(shown.at()).toBe('step 1');
  shown.play.click();
  vi.advanceTimersByTime(1000);
  expect([shown.at(), shown.play.textContent]).toEqual(['step 1', 'Play']);
  shown.play.click();
  vi.advanceTimersByTime(1000);
  expect([shown.at(), shown.play.textContent]).toEqual(['step 2', 'Play']);
});

test('for readers who asked for less motion nothing moves until the end', () => {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('reduced-motion'), addEventListener: () => {} })); // prettier-ignore
  const shown = put(frames(1, true));
  shown.update(frames(5, true));
  expect(shown.at()).toBe('step 0');
  shown.update(frames(6, false));
  expect(shown.at()).toBe('step 5');
});

test('one frame alone needs no scrubber', () => {
  const { element } = put(frames(1, true));
  expect(element.querySelector<HTMLElement>('.rc-frames-bar')?.hidden).toBe(true);
});

test('another run in the same place is followed again', () => {
  const shown = put(frames(4, false));
  scrub(shown.slider, 1);
  shown.update(frames(2, true));
  expect(shown.at()).toBe('step 1');
  shown.update(frames(3, true));
  expect(shown.at()).toBe('step 2');
});
