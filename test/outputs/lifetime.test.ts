// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { showOutput, type Shown } from '../../src/outputs';
import type { Output } from '../../src/protocol';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { cases } from './cases';
import { watchResources, type LiveResources } from './live-resources';
import { kinds, maps, sample, samples } from './samples';

let live: LiveResources;

beforeEach(() => {
  useWords(en, 'en');
  document.body.replaceChildren();
  live = watchResources();
});
afterEach(() => live.restore());

/** Lets what waits for promises or for the next frame go on. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) await new Promise(setImmediate);
}

async function put(output: Output): Promise<Shown> {
  const shown = showOutput(output);
  document.body.append(shown.element);
  await settle();
  return shown;
}

/** Presses what can be pressed, but for what saves a file: that goes on after the output is gone. */
async function handle({ element }: Shown): Promise<void> {
  for (const place of element.querySelectorAll<HTMLElement>('[role="application"]')) {
    place.focus();
    for (const key of ['ArrowRight', 'Enter'])
      place.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }
  for (const button of element.querySelectorAll<HTMLElement>('button:not([data-action^="save"])')) button.click();
  await settle();
}

/** A kind's sample and its other cases: updates go from one to the next. */
function lifeOf(kind: Output['kind']): Output[] {
  return [sample(kind), ...Object.values(cases).filter((output) => output.kind === kind), sample(kind)];
}

describe.each(kinds)('%s', (kind) => {
  test('leaves nothing behind in the browser when it is removed', async () => {
    const [first, ...later] = lifeOf(kind);
    const shown = await put(first ?? sample(kind));
    await handle(shown);
    for (const output of later) {
      shown.update(output);
      await handle(shown);
    }
    shown.remove();
    expect(live.list()).toEqual([]);
    expect(document.body.children.length).toBe(0);
    // Nor does it begin anything later.
    await settle();
    expect(live.list()).toEqual([]);
  });

  test('leaves nothing behind when it is removed before the page has drawn it', async () => {
    const shown = showOutput(sample(kind));
    shown.remove();
    expect(live.list()).toEqual([]);
    await settle();
    expect(live.list()).toEqual([]);
  });
});

test('a slot that changes its kind ends what the previous kind had begun', async () => {
  const shown = await put(sample('images'));
  await handle(shown);
  shown.update(sample('loading'));
  expect(live.list()).toEqual([]);
});

test('outputs share one watch of the theme, which ends with the last of them', async () => {
  const watch = ['MutationObserver', ...Array.from({ length: 3 }, () => 'a listener for change')];
  const [one, other] = [await put(maps), await put(samples['heat-map'])];
  const ofTheme = (): string[] => live.list().filter((line) => !/^(Resize|Intersection)/.test(line));
  expect(ofTheme().sort()).toEqual(watch);
  one.remove();
  expect(ofTheme().sort()).toEqual(watch);
  other.remove();
  expect(live.list()).toEqual([]);
  // And begins again.
  const next = await put(maps);
  expect(ofTheme().sort()).toEqual(watch);
  next.remove();
});

test('a picture that was removed is not drawn again when the theme changes', async () => {
  const shown = await put(maps);
  const readout = shown.element.querySelector('.rc-legend-bar');
  document.documentElement.dataset.theme = 'dark';
  await settle();
  const dark = readout?.getAttribute('style');
  shown.remove();
  document.documentElement.dataset.theme = 'light';
  await settle();
  expect(readout?.getAttribute('style')).toBe(dark);
});

test('timers, frames and observers are created only through the lifetime', () => {
  const room = 'src/outputs';
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const homes = ['kit/on-page.ts', 'kit/theme.ts', 'kit/turns.ts', 'kit/save-file.ts'];
  const beginning =
    /\b(setTimeout|setInterval|requestAnimationFrame)\b|(?<!observe\(\s*)new \w+Observer\(|(document|window|globalThis|documentElement|\))\.addEventListener\(/;
  expect(files.length).toBeGreaterThan(80);
  const wrong = files.filter(
    (file) => !homes.includes(file) && beginning.test(readFileSync(`${room}/${file}`, 'utf8')),
  );
  expect(wrong).toEqual([]);
});
