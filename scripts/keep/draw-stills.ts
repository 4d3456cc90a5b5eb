import type { KeptOutput } from '../../src/kept';
import type { Output } from '../../src/protocol';
import type { Locale } from '../../src/words/locales';
import { inBothThemes } from './stills/both-themes';
import { inBothWidths } from './stills/both-widths';
import { cutOut } from './stills/cut-out';
import { drawLook } from './stills/draw-look';
import { openDrawingPage, type DrawingPage } from './stills/drawing-page';
import { makeFluid } from './stills/fluid-planes';
import type { Pictures } from './stills/pictures';
import { hasSized, sizeByPixels, wishPlace } from './stills/sized-by-pixels';

/** CSS pixels: the width of outputs beside the chapter's list of sections, and on a phone of 390. */
const widths = { wide: 734, narrow: 324 };

export interface Stills {
  /** Markup by cell; `{kept}` stands for the address of `public/kept/`. */
  html: Record<string, string>;
  /** By path below `public/kept/`. */
  files: Map<string, Uint8Array>;
  /** The paths of a cell's files. */
  pictures: Record<string, string[]>;
}

/**
 * What the outputs of a chapter look like before anything runs: the product's own renderers draw them, in both themes and for a wide and a
 * narrow place, and markup and pictures are made of it.
 */
export async function drawStills(
  chapter: string,
  locale: Locale,
  cells: readonly { name: string; outputs: readonly KeptOutput[] }[],
): Promise<Stills> {
  const stills: Stills = { html: {}, files: new Map(), pictures: {} };
  const page = await openDrawingPage(locale);
  try {
    for (const { name, outputs } of cells) {
      if (outputs.length === 0) continue;
      const pictures: Pictures = new Map();
      const drawn: HTMLElement[] = [];
      for (const { slot, output } of outputs) drawn.push(stillOf(slot, await drawOutput(page, output, pictures)));
      const files = await cutOut(drawn, pictures, `${chapter}/${name}`);
      stills.html[name] = drawn.map((still) => still.outerHTML).join('');
      for (const [path, bytes] of files) stills.files.set(path, bytes);
      if (files.size > 0) stills.pictures[name] = [...files.keys()];
    }
  } finally {
    await page.close();
  }
  return stills;
}

async function drawOutput(page: DrawingPage, output: Output, pictures: Pictures): Promise<Element> {
  const at = async (width: number): Promise<Element> =>
    inBothThemes(
      await drawLook(page, output, { theme: 'light', width }, pictures),
      await drawLook(page, output, { theme: 'dark', width }, pictures),
    );
  const [wide, narrow] = [await at(widths.wide), await at(widths.narrow)];
  for (const look of [wide, narrow]) makeFluid(look);
  if (hasSized(wide)) {
    const wish = await drawLook(page, output, wishPlace, new Map());
    for (const look of [wide, narrow]) sizeByPixels(look, wish, pictures);
  }
  return inBothWidths(wide, narrow);
}

function stillOf(slot: string, output: Element): HTMLElement {
  const still = document.createElement('div');
  still.className = 'rc-still';
  still.dataset.slot = slot;
  still.append(output);
  return still;
}
