import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box, Mark, PathMark } from './marks';
import { textWidth } from './text-width';

/** What a context draws on. A canvas that changes its size gets another. */
export interface Ground {
  raster: SKRSContext2D;
  marks: Mark[];
}

/** What a raster does not give back as it was given. */
interface Pen {
  fillStyle: string;
  strokeStyle: string;
  font: string;
  clip: Box | undefined;
}

/** How far the baseline is below the top, the middle and the bottom of a line, as parts of the font's size: Source Code and Source Sans. */
const baselines: Record<'mono' | 'sans', Record<string, number>> = {
  mono: { top: 0.783, middle: 0.283, bottom: -0.217 },
  sans: { top: 0.719, middle: 0.219, bottom: -0.281 },
};
const anchors: Record<string, 'start' | 'middle' | 'end'> = { center: 'middle', right: 'end', end: 'end' };

/**
 * A canvas's context that draws pixels and writes down lines, areas and texts, which a still shows as SVG.
 *
 * @param pixelsOf the pixels behind another canvas
 */
export function recordingContext(
  element: HTMLCanvasElement,
  ground: () => Ground,
  pixelsOf: (canvas: HTMLCanvasElement) => SKRSContext2D['canvas'] | undefined,
): CanvasRenderingContext2D {
  let pen: Pen = { fillStyle: '#000', strokeStyle: '#000', font: '10px sans-serif', clip: undefined };
  const pens: Pen[] = [];
  let path = '';
  let box: Box | undefined;

  const at = (x: number, y: number): [number, number] => {
    const { a, b, c, d, e, f } = ground().raster.getTransform();
    return [a * x + c * y + e, b * x + d * y + f];
  };
  const place = (x: number, y: number): string => at(x, y).map(short).join(' ');
  const scale = (): number => {
    const { a, b, c, d } = ground().raster.getTransform();
    return Math.sqrt(Math.abs(a * d - b * c));
  };
  const corners = ({ x, y, width, height }: Box): string =>
    `M${place(x, y)}L${place(x + width, y)}L${place(x + width, y + height)}L${place(x, y + height)}Z`;
  const look = (): Pick<PathMark, 'alpha' | 'clip'> => ({ alpha: ground().raster.globalAlpha, clip: pen.clip });
  const add = (d: string, ink: Pick<PathMark, 'fill' | 'stroke'>): void => {
    const { raster, marks } = ground();
    const { lineWidth, lineCap: cap, lineJoin: join } = raster;
    const dash = raster.getLineDash();
    if (d !== '') marks.push({ kind: 'path', d, ...ink, width: lineWidth * scale(), dash, cap, join, ...look() });
  };
  const arc = (x: number, y: number, radius: number, from: number, to: number, back = false): void => {
    const end = (angle: number): string => place(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    const size = short(radius * scale());
    const arrive = (angle: number, large: boolean): string =>
      `A${size} ${size} 0 ${large ? 1 : 0} ${back ? 0 : 1} ${end(angle)}`;
    path += `${path === '' || path.endsWith('Z') ? 'M' : 'L'}${end(from)}`;
    const turn = back ? from - to : to - from;
    if (turn >= 2 * Math.PI) path += arrive(from + Math.PI * (back ? -1 : 1), false) + arrive(from, false);
    else path += arrive(to, turn > Math.PI);
  };

  /** What is written down, besides being drawn. */
  const written = {
    save: () => void pens.push({ ...pen }),
    restore: () => void (pen = pens.pop() ?? pen),
    beginPath: () => void ([path, box] = ['', undefined]),
    closePath: () => void (path += 'Z'),
    moveTo: (x: number, y: number) => void (path += `M${place(x, y)}`),
    lineTo: (x: number, y: number) => void (path += `${path === '' ? 'M' : 'L'}${place(x, y)}`),
    bezierCurveTo: (a: number, b: number, c: number, d: number, x: number, y: number) =>
      void (path += `C${place(a, b)} ${place(c, d)} ${place(x, y)}`),
    arc,
    rect(x: number, y: number, width: number, height: number) {
      box = { x, y, width, height };
      path += corners(box);
    },
    fill: () => add(path, { fill: pen.fillStyle }),
    stroke: () => add(path, { stroke: pen.strokeStyle }),
    fillRect: (x: number, y: number, width: number, height: number) =>
      add(corners({ x, y, width, height }), { fill: pen.fillStyle }),
    strokeRect: (x: number, y: number, width: number, height: number) =>
      add(corners({ x, y, width, height }), { stroke: pen.strokeStyle }),
    clip() {
      if (!box) throw new Error('stills: only a rectangle can clip');
      const [[left, top], [right, bottom]] = [at(box.x, box.y), at(box.x + box.width, box.y + box.height)];
      pen.clip = { x: left, y: top, width: right - left, height: bottom - top };
    },
    clearRect(x: number, y: number, width: number, height: number) {
      if (x <= 0 && y <= 0 && width >= element.width && height >= element.height) ground().marks.length = 0;
    },
  };
  /** What is written down only: which fonts there are differs from machine to machine. */
  const instead = {
    fillText(text: string, x: number, y: number) {
      const { raster, marks } = ground();
      const { size, bold, family } = fontOf(pen.font);
      const [left, base] = at(x, y + (baselines[family][raster.textBaseline] ?? 0) * size);
      const { a, b } = raster.getTransform();
      const [anchor, turned] = [anchors[raster.textAlign] ?? 'start', (Math.atan2(b, a) * 180) / Math.PI];
      marks.push({
        kind: 'text',
        text,
        x: left,
        y: base,
        anchor,
        size: size * scale(),
        bold,
        fill: pen.fillStyle,
        turned,
        ...look(),
      });
    },
    measureText: (text: string) => {
      const { size, bold } = fontOf(pen.font);
      return { width: textWidth(text, size, bold) };
    },
    drawImage(source: HTMLCanvasElement, ...places: [number, number, number, number]) {
      const pixels = pixelsOf(source);
      if (pixels) ground().raster.drawImage(pixels, ...places);
    },
  };
  const known: Record<string, unknown> = { canvas: element, ...instead };
  for (const [name, note] of Object.entries(written))
    known[name] = (...given: never[]) => {
      (note as (...given: never[]) => void)(...given);
      const draw = Reflect.get(ground().raster, name) as (...given: never[]) => void;
      draw.call(ground().raster, ...given);
    };
  return new Proxy({} as CanvasRenderingContext2D, {
    get(_, name: string) {
      if (name in known) return known[name];
      if (name in pen) return pen[name as keyof Pen];
      const { raster } = ground();
      const value: unknown = Reflect.get(raster, name);
      return typeof value === 'function' ? (value.bind(raster) as unknown) : value;
    },
    set(_, name: string, value) {
      if (name in pen) Object.assign(pen, { [name]: value as unknown });
      return name === 'font' || Reflect.set(ground().raster, name, value);
    },
  });
}

function fontOf(font: string): { size: number; bold: boolean; family: 'mono' | 'sans' } {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 10);
  return { size, bold: /\b(bold|[6-9]00)\b/.test(font), family: /mono/.test(font) ? 'mono' : 'sans' };
}

/** Tenths of a pixel: finer than anyone sees. */
const short = (value: number): string => String(Math.round(value * 10) / 10);
