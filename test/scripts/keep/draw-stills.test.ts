import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawStills, type Stills } from '../../../scripts/keep/draw-stills';
import { chartWords } from '../../../src/outputs/chart/chart-words';
import { paintPixels } from '../../../src/outputs/kit/pixels';
import type { Output, OutputOf } from '../../../src/protocol';
import { maps, picture, samples } from '../../outputs/samples';

const draw = (cells: Record<string, Output[]>, locale: 'en' | 'zh-cn' = 'en'): Promise<Stills> =>
  drawStills(
    'sample',
    locale,
    Object.entries(cells).map(([name, outputs]) => ({
      name,
      outputs: outputs.map((output, at) => ({ slot: String(at + 1), output })),
    })),
  );

/** The values of an attribute, in the order of the markup. */
const values = (html: string | undefined, attribute: string): string[] =>
  [...(html ?? '').matchAll(new RegExp(` ${attribute}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');

/** The pixels that an image of a still shows through its window, as RGBA bytes. */
async function seen(stills: Stills, image: { file: string; style: string }, size: { width: number; height: number }) {
  const bytes = stills.files.get(image.file.replace('{kept}', ''));
  if (!bytes) throw new Error(`there is no ${image.file}`);
  const part = (name: string): number => Number(new RegExp(`--${name}:([\\d.]+)`).exec(image.style)?.[1] ?? 0);
  const place = { left: Math.round(part('x') * size.width), top: Math.round(part('y') * size.height), ...size };
  return sharp(bytes).ensureAlpha().extract(place).raw().toBuffer();
}

describe('pictures', () => {
  let stills: Stills;
  beforeAll(async () => {
    const grey = { ...maps, images: [picture(0, { scale: 'grey' }), picture(3, { scale: 'grey' })] };
    stills = await draw({ grey: [grey], themed: [maps] });
  });

  test.each(['light', 'dark'] as const)('have exactly the pixels that a canvas has, in the %s theme', async (theme) => {
    const html = stills.html['themed'] ?? '';
    const files = [...html.matchAll(/class="rc-in-(light|dark)" src="([^"]*)"/g)].filter(([, side]) => side === theme);
    const styles = values(html, 'style').filter((style) => style.includes('--x:'));
    expect(files).toHaveLength(maps.images.length);
    for (const [at, shown] of maps.images.entries()) {
      const image = { file: files[at]?.[2] ?? '', style: styles[at] ?? '' };
      expect([...(await seen(stills, image, shown))]).toEqual([...paintPixels(shown, theme === 'dark')]);
    }
  });

  test('that look the same in both themes are one image', () => {
    expect(values(stills.html['grey'], 'src')).toHaveLength(2);
    expect(stills.html['grey']).not.toContain('rc-in-');
  });

  test('of a cell share a file for each theme, and are fetched when they come near', () => {
    expect(stills.pictures['grey']).toHaveLength(1);
    expect(stills.pictures['themed']).toHaveLength(2);
    expect(Object.values(stills.pictures).flat().sort()).toEqual([...stills.files.keys()].sort());
    expect(values(stills.html['themed'], 'loading')).toEqual(Array(4).fill('lazy'));
  });
});

describe('charts', () => {
  const series = [
    { name: 'loss <1>', points: [0, 1, 2, 3].map((x): [number, number] => [x, x * x]) },
    { name: 'other', points: [] },
  ];
  const chart = { kind: 'chart', type: 'line', title: 'Loss', series, xLabel: 'epoch', yLabel: 'loss' } as const;
  const drawing = (html: string | undefined): string =>
    /<svg class="rc-drawn.*?<\/figure>/s.exec(html ?? '')?.[0] ?? '';

  test('are drawings in colours of the page only', async () => {
    const { html, files } = await draw({
      line: [chart],
      bar: [{ ...chart, type: 'bar' }],
      scatter: [{ ...chart, type: 'scatter' }],
    });
    expect(files.size).toBe(0);
    for (const name of ['line', 'bar', 'scatter']) {
      const svg = drawing(html[name]);
      const colours = [...values(svg, 'fill'), ...values(svg, 'stroke')].filter((colour) => colour !== 'none');
      expect(colours).toContain('var(--out-series-1)');
      expect(colours.filter((colour) => !/^var\(--out-[\w-]+\)$/.test(colour))).toEqual([]);
    }
  });

  test('say in words what they show, and write their names', async () => {
    const { html } = await draw({ line: [chart] });
    expect(values(html['line'], 'aria-label')).toContain(chartWords(chart));
    expect(drawing(html['line'])).toMatch(/<text[^>]*>epoch<\/text>.*<text[^>]*>loss &lt;1&gt;<\/text>/s);
  });

  test('stand in a form for wide places and in one for narrow ones', async () => {
    const { html } = await draw({ line: [chart] });
    expect(html['line']).toMatch(/rc-wide" viewBox="0 0 734 272".*rc-narrow" viewBox="0 0 324 272"/s);
  });
});

describe('the still of any output', () => {
  let stills: Stills;
  beforeAll(async () => {
    stills = await draw(Object.fromEntries(Object.entries(samples).map(([kind, output]) => [kind, [output]])));
  });

  test.each(Object.keys(samples))('of kind %s is markup that promises nothing it cannot do', (kind) => {
    const html = stills.html[kind];
    expect(html).toContain(`<div class="rc-still" data-slot="1">`);
    expect(html).toContain(`data-output="${kind}"`);
    expect(html).not.toMatch(/<canvas|role="application"|role="status"|tabindex=| id=| hidden| data-picture/);
  });

  test('names as pictures what has been read by hand, with the same words', () => {
    expect(stills.html['images']).toContain('role="img"');
    expect(values(stills.html['images'], 'aria-label').join()).toContain('map 0: 3 × 3');
  });

  test('has controls as they stand', async () => {
    const control: OutputOf<'control'> = {
      kind: 'control',
      label: 'k',
      control: { type: 'slider', least: 1, most: 9, step: 1 },
      value: 4,
    };
    const { html } = await draw({ slider: [control] });
    expect(html['slider']).toMatch(/<input [^>]*min="1"[^>]*max="9"[^>]*value="4"/);
  });

  test('stands in one form where a narrow place changes nothing', () => {
    expect(stills.html['images']).not.toMatch(/rc-(wide|narrow)/);
  });
});

describe('sizes', () => {
  test('of pictures are left to the reader’s screen: how many values are in a row, and how wide they should be', async () => {
    const { html } = await draw({ images: [maps], guesses: [samples.guesses], overlay: [samples.overlay] });
    const of = (name: string): string[] => values(html[name], 'style').filter((style) => style.startsWith('--n:'));
    expect(of('images')).toEqual(['--n:3;--p:64', '--n:3;--p:64']);
    expect(of('guesses').join()).toMatch(/--p:(84|140);aspect-ratio:/);
    expect(of('overlay').join()).toMatch(/--p:[\d.]+;aspect-ratio:/);
    expect(Object.values(html).join('')).not.toMatch(/width:[\d.]+px/);
  });

  test('of the planes of a window follow the room', async () => {
    const { html } = await draw({ window: [samples.window] });
    expect(html['window']).toMatch(/class="rc-plane" [^>]*style="--n:\d+;aspect-ratio:\d+\/\d+"/);
    expect(html['window']).not.toMatch(/(width|left|top|height):[\d.]+px/);
  });
});

test('two drawings are the same to the last byte, and pictures the same in each language', async () => {
  const { images, chart, network, confusion, replay } = samples;
  const cells = { mixed: [images, chart, network], images: [images], confusion: [confusion], replay: [replay] };
  const [one, other, chinese] = [await draw(cells), await draw(cells), await draw(cells, 'zh-cn')];
  expect(other).toEqual(one);
  expect([...chinese.files]).toEqual([...one.files]);
  expect(chinese.html['images']).not.toBe(one.html['images']);
});
