import type { NetworkLayer, NetworkOutput } from '../../protocol';

/** Positions and sizes in CSS pixels. Columns are layers, from left to right. */
export interface NetworkLayout {
  width: number;
  height: number;
  /** Upper ends of the columns' heads and of their maps. */
  headTop: number;
  bodyTop: number;
  columns: Column[];
  /** Connections that skip columns: they run above the columns, each in its own lane. */
  skips: { from: number; to: number; lane: number }[];
}
export interface Column {
  x: number;
  width: number;
  /** How its maps are drawn: pictures, the cells of many units, or a bar for each of a few. */
  form: 'maps' | 'cells' | 'bars';
  /** How many of the layer's maps are drawn. */
  count: number;
  /** How many maps are below each other before the next column of them begins. */
  rows: number;
  tile: Size;
  pitch: Size;
}
interface Size {
  width: number;
  height: number;
}
export interface MapPlace {
  layer: number;
  plane: number;
}
export interface TileBox extends Size {
  x: number;
  y: number;
}

const gap = 44;
const margin = 10;
const headHeight = 86;
const laneHeight = 9;
const narrowest = 124;
/** How many units get a bar each. */
const fewUnits = 24;
const barWidth = 132;
const unitsPerMap = 8;

/**
 * @param counts maps of each layer that the reader has asked for
 * @param bodyHeight room for maps below each other
 */
export function layoutNetwork(
  { layers }: Pick<NetworkOutput, 'layers'>,
  counts: readonly number[],
  bodyHeight: number,
): NetworkLayout {
  const skips = skipsOf(layers);
  const lanes = skips.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  const headTop = margin + lanes * laneHeight + (lanes > 0 ? 6 : 0);
  const bodyTop = headTop + headHeight;
  let x = margin;
  let height = 0;
  const columns = layers.map((layer, at) => {
    const column = { x, ...columnOf(layer, counts[at] ?? 0, bodyHeight) };
    x += column.width + gap;
    height = Math.max(height, Math.min(column.rows, column.count) * column.pitch.height);
    return column;
  });
  return { width: x - gap + margin, height: bodyTop + height + margin, headTop, bodyTop, columns, skips };
}

/** How many maps of a layer are drawn at first. */
export function firstCount({ maps }: NetworkLayer, limit: number): number {
  return Math.min(maps.count, isUnits(maps) ? limit * unitsPerMap : limit);
}

/** Whether each map of a layer is a single number. */
function isUnits({ height, width }: Size): boolean {
  return height === 1 && width === 1;
}

function columnOf({ maps }: NetworkLayer, count: number, bodyHeight: number): Omit<Column, 'x'> {
  const form = !isUnits(maps) ? 'maps' : maps.count <= fewUnits ? 'bars' : 'cells';
  const tile = tileOf(form, maps, count);
  const space = form === 'maps' ? 5 : form === 'bars' ? 3 : 2;
  const pitch = { width: tile.width + space, height: tile.height + space };
  const besides = Math.max(1, Math.ceil(count / Math.max(1, Math.floor(bodyHeight / pitch.height))));
  const rows = Math.max(1, Math.ceil(count / besides));
  const width = Math.max(narrowest, besides * pitch.width - space);
  return { form, count, rows, tile, pitch, width };
}

/** The more maps, the smaller; a map keeps its proportions, and a long line some height. */
function tileOf(form: Column['form'], { height, width }: Size, count: number): Size {
  if (form === 'bars') return { width: barWidth, height: 16 };
  if (form === 'cells') return { width: 9, height: 9 };
  const side = count <= 9 ? 46 : count <= 36 ? 38 : 30;
  const scale = side / Math.max(height, width);
  return { width: Math.max(6, Math.round(width * scale)), height: Math.max(6, Math.round(height * scale)) };
}

/** The box of one map; nothing if it is not drawn. */
export function tileBox(layout: NetworkLayout, { layer, plane }: MapPlace): TileBox | undefined {
  const column = layout.columns[layer];
  if (!column || plane >= column.count) return undefined;
  return {
    x: column.x + Math.floor(plane / column.rows) * column.pitch.width,
    y: layout.bodyTop + (plane % column.rows) * column.pitch.height,
    ...column.tile,
  };
}

/** The map at a point; the space around it counts as the nearest one's. */
export function tileAt(layout: NetworkLayout, x: number, y: number): MapPlace | undefined {
  const layer = layout.columns.findIndex((column) => x >= column.x && x < column.x + column.width);
  const column = layout.columns[layer];
  if (!column || y < layout.bodyTop) return undefined;
  const row = Math.floor((y - layout.bodyTop) / column.pitch.height);
  const plane = Math.floor((x - column.x) / column.pitch.width) * column.rows + row;
  return row < column.rows && plane < column.count ? { layer, plane } : undefined;
}

/** Where a key leads; nothing if it is not a key for networks. */
export function walkNetwork(key: string, layout: NetworkLayout, at: MapPlace): MapPlace | undefined {
  const { columns } = layout;
  const column = columns[at.layer];
  if (!column) return undefined;
  const inside = (plane: number): MapPlace => ({ ...at, plane: Math.min(column.count - 1, Math.max(0, plane)) });
  const row = at.plane % column.rows;
  const enter = (layer: number, side: 'first' | 'last'): MapPlace => {
    const next = columns[layer];
    if (!next) return at;
    const start = side === 'first' ? 0 : Math.floor((next.count - 1) / next.rows) * next.rows;
    return { layer, plane: Math.min(next.count - 1, start + Math.min(row, next.rows - 1)) };
  };
  switch (key) {
    case 'ArrowUp':
      return inside(at.plane - 1);
    case 'ArrowDown':
      return inside(at.plane + 1);
    case 'ArrowLeft':
      return at.plane >= column.rows ? inside(at.plane - column.rows) : enter(at.layer - 1, 'last');
    case 'ArrowRight': {
      const lastRow = Math.floor(at.plane / column.rows) >= Math.floor((column.count - 1) / column.rows);
      return lastRow ? enter(at.layer + 1, 'first') : inside(at.plane + column.rows);
    }
    case 'PageUp':
      return enter(at.layer - 1, 'first');
    case 'PageDown':
      return enter(at.layer + 1, 'first');
    case 'Home':
      return enter(0, 'first');
    case 'End':
      return enter(columns.length - 1, 'first');
    default:
      return undefined;
  }
}

function skipsOf(layers: readonly NetworkLayer[]): NetworkLayout['skips'] {
  const skips: NetworkLayout['skips'] = [];
  layers.forEach(({ from }, to) => {
    for (const source of new Set(from)) {
      if (source >= to - 1) continue;
      const taken = new Set(skips.filter((skip) => skip.to > source && skip.from < to).map(({ lane }) => lane));
      let lane = 0;
      while (taken.has(lane)) lane++;
      skips.push({ from: source, to, lane });
    }
  });
  return skips;
}

/** Height of a lane above the columns, from the top. */
export function laneTop(layout: NetworkLayout, lane: number): number {
  return layout.headTop - 8 - lane * laneHeight;
}
