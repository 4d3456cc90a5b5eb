import { makeSvg } from '../../../src/outputs/kit/make-element';
import type { Box, Mark, PathMark, TextMark } from './marks';
import { asWritten } from './page-colours';
import { shortPath } from './short-path';

/** The marks of a canvas of this size as an SVG. What most of its texts have in common stands once, around them. */
export function svgOf(marks: readonly Mark[], width: number, height: number): SVGSVGElement {
  const usual = usualLook(marks);
  const svg = makeSvg('svg', { class: 'rc-drawn', viewBox: `0 0 ${short(width)} ${short(height)}`, ...usual });
  let clip: Box | undefined;
  let place: SVGElement = svg;
  for (const mark of joined(marks)) {
    if (!sameBox(mark.clip, clip)) {
      clip = mark.clip;
      place = clip ? clipped(clip) : svg;
      if (clip) svg.append(place);
    }
    place.append(mark.kind === 'text' ? textOf(mark, usual) : pathOf(mark));
  }
  return svg;
}

/** Neighbours that look the same are one path; an area and its edge are one too. */
function joined(marks: readonly Mark[]): Mark[] {
  const list: Mark[] = [];
  for (const mark of marks) {
    if (mark.kind === 'path' && !isSeen(mark)) continue;
    const last = list.at(-1);
    if (mark.kind === 'text' || last?.kind !== 'path') list.push({ ...mark });
    else if (last.d === mark.d && last.fill !== undefined && last.stroke === undefined && mark.fill === undefined)
      Object.assign(last, mark, { fill: last.fill });
    else list.push({ ...mark });
    const [before, now] = list.slice(-2);
    if (before?.kind !== 'path' || now?.kind !== 'path' || lookOf(before) !== lookOf(now)) continue;
    before.d += now.d;
    list.pop();
  }
  return list;
}

const isSeen = ({ fill, stroke, width }: PathMark): boolean =>
  stroke === undefined ? !isClear(fill) : width > 0 && !isClear(stroke);
const isClear = (colour: string | undefined): boolean =>
  colour === 'transparent' || /^rgba\(.*, ?0\)$/.test(colour ?? '');
const lookOf = ({ d: _, ...look }: PathMark): string => JSON.stringify(look);

function pathOf({ d, fill, stroke, width, dash, cap, join, alpha }: PathMark): SVGElement {
  const line = stroke !== undefined && {
    stroke: asWritten(stroke),
    'stroke-width': width !== 1 && short(width),
    'stroke-dasharray': dash.length > 0 && dash.join(' '),
    'stroke-linecap': cap !== 'butt' && cap,
    'stroke-linejoin': join !== 'miter' && join,
  };
  return makeSvg('path', {
    d: shortPath(d),
    fill: fill === undefined ? 'none' : asWritten(fill),
    ...line,
    opacity: alpha !== 1 && alpha,
  });
}

function textOf({ text, x, y, turned, alpha, ...mark }: TextMark, usual: TextLook): SVGElement {
  const look = Object.entries(textLook(mark)).filter(([name, value]) => usual[name as keyof TextLook] !== value);
  const turn = turned !== 0 && `rotate(${short(turned)} ${short(x)} ${short(y)})`;
  return makeSvg(
    'text',
    { x: short(x), y: short(y), ...Object.fromEntries(look), transform: turn, opacity: alpha !== 1 && alpha },
    text,
  );
}

type TextLook = Partial<Record<'text-anchor' | 'font-size' | 'font-weight' | 'fill', string>>;

function textLook({ anchor, size, bold, fill }: Pick<TextMark, 'anchor' | 'size' | 'bold' | 'fill'>): TextLook {
  return {
    'text-anchor': anchor,
    'font-size': short(size),
    'font-weight': bold ? '700' : '400',
    fill: asWritten(fill),
  };
}

/** What most texts have in common; a colour that may differ between the themes stands with each text. */
function usualLook(marks: readonly Mark[]): TextLook {
  const counts = new Map<string, number>();
  for (const mark of marks) {
    if (mark.kind !== 'text') continue;
    const look = JSON.stringify(textLook(mark));
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['{}'];
  const { fill, ...look } = JSON.parse(most) as TextLook;
  return fill?.startsWith('var(') ? { ...look, fill } : look;
}

/** A part of the drawing beyond which nothing is seen. */
function clipped({ x, y, width, height }: Box): SVGElement {
  const [left, top, wide, high] = [x, y, width, height].map(short);
  return makeSvg('svg', { x: left, y: top, width: wide, height: high, viewBox: `${left} ${top} ${wide} ${high}` });
}

const sameBox = (one: Box | undefined, other: Box | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

const short = (value: number): string => String(Math.round(value * 10) / 10);
