import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts, type SKRSContext2D } from '@napi-rs/canvas';

/** Parts of the page's font, and the characters that each has. */
const parts = [
  { name: 'latin', has: /[\u0000-\u00ff\u0131\u0152\u0153\u2013-\u2026\u20ac\u2122\u2190-\u2193\u2212\u2215]/ },
  { name: 'greek', has: /[\u0370-\u03ff]/ },
  { name: 'latin-ext', has: /[\u0100-\u02ff\u1e00-\u1eff]/ },
] as const;
const weights = [400, 700];
/** A Chinese character is as wide as the font is high; of a sign that is in no part nobody knows the width here. */
const wide = /[\u2e80-\uffef]/;
const unknownWidth = 0.6;

let pencil: SKRSContext2D | undefined;

/**
 * The width of a text in the page's font, in CSS pixels: the same on every machine, whatever fonts it has.
 *
 * @param size of the font
 */
export function textWidth(text: string, size: number, bold: boolean): number {
  pencil ??= withFonts();
  let width = 0;
  for (const { part, run } of runsOf(text)) {
    if (part === undefined) for (const sign of run) width += size * (wide.test(sign) ? 1 : unknownWidth);
    else {
      pencil.font = `${bold ? 700 : 400} ${size}px "still ${part}"`;
      width += pencil.measureText(run).width;
    }
  }
  return width;
}

function withFonts(): SKRSContext2D {
  const { resolve } = createRequire(import.meta.url);
  for (const { name } of parts)
    for (const weight of weights) {
      const file = resolve(`@fontsource/source-sans-3/files/source-sans-3-${name}-${weight}-normal.woff`);
      GlobalFonts.registerFromPath(file, `still ${name}`);
    }
  return createCanvas(1, 1).getContext('2d');
}

function runsOf(text: string): { part: string | undefined; run: string }[] {
  const runs: { part: string | undefined; run: string }[] = [];
  for (const sign of text) {
    const part = parts.find(({ has }) => has.test(sign))?.name;
    const last = runs.at(-1);
    if (last && last.part === part) last.run += sign;
    else runs.push({ part, run: sign });
  }
  return runs;
}
