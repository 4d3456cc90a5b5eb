import type { NetworkOutput } from '../../protocol';
import { makeSvg } from '../kit/make-element';
import { laneTop, tileBox, type MapPlace, type NetworkLayout, type TileBox } from './network-layout';
import { sourcesOf } from './network-sources';

/** CSS pixels between a column and the ends of its arrows, and from there to where a line turns upwards. */
const columnGap = 8;
const turn = 6;
/** CSS pixels below the upper end of the heads at which arrows run. */
const arrowDrop = 14;

/** How many lines are drawn, to the strongest maps: more would be a grey area. */
const mostLines = 96;

/** Which columns read which: an arrow between neighbours, a line above the columns for all other connections. */
export function drawConnections({ layers }: NetworkOutput, layout: NetworkLayout): SVGElement[] {
  const top = layout.headTop + arrowDrop;
  const arrows = layers.flatMap(({ from }, to) => {
    const [before, own] = [layout.columns[to - 1], layout.columns[to]];
    if (!before || !own || !from.includes(to - 1)) return [];
    const start = before.x + before.width + columnGap;
    const end = own.x - columnGap;
    return [makeSvg('path', { class: 'rc-net-flow', d: `M${start} ${top}H${end}m-5 -4l5 4l-5 4` })];
  });
  const skips = layout.skips.flatMap(({ from, to, lane }) => {
    const [source, target] = [layout.columns[from], layout.columns[to]];
    if (!source || !target) return [];
    const y = laneTop(layout, lane);
    const leaves = source.x + source.width + columnGap;
    const start = leaves + turn;
    const end = target.x - columnGap - turn;
    return [
      makeSvg('path', {
        class: 'rc-net-flow',
        d: `M${leaves} ${top}H${start}V${y}H${end}V${top}h${turn}m-5 -4l5 4l-5 4`,
      }),
    ];
  });
  return [...skips, ...arrows];
}

/** Frames around a map and those it is computed from, with a line to each. */
export function drawEdges(output: NetworkOutput, layout: NetworkLayout, at: MapPlace): SVGElement[] {
  const box = tileBox(layout, at);
  if (!box) return [];
  const sources = sourcesOf(output, at).slice(0, mostLines);
  const lines = sources.flatMap((source) => {
    const from = tileBox(layout, source);
    if (!from) return [];
    const opacity = (0.2 + 0.8 * source.strength).toFixed(2);
    return [
      makeSvg('path', { class: 'rc-net-line', d: curve(from, box), opacity }),
      makeSvg('rect', { class: 'rc-net-source', ...grown(from, 1.5), opacity }),
    ];
  });
  return [...lines, ...frameOf(box)];
}

/** A dark line on a light one, so that a frame is visible on any colour. */
export function frameOf(box: TileBox): SVGElement[] {
  return [
    makeSvg('rect', { class: 'rc-net-halo', ...grown(box, 2) }),
    makeSvg('rect', { class: 'rc-net-frame', ...grown(box, 2) }),
  ];
}

function grown({ x, y, width, height }: TileBox, by: number): TileBox {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

function curve(from: TileBox, to: TileBox): string {
  const [x1, y1] = [from.x + from.width, from.y + from.height / 2];
  const [x2, y2] = [to.x - 2, to.y + to.height / 2];
  const bend = Math.max(16, (x2 - x1) / 2);
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
