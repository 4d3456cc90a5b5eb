import type { ArchitectureOutput } from '../../protocol';
import { nodeHeight, nodeLines, type GraphLayout, type PlacedNode, type Point } from './architecture-layout';
import { makeSvg } from '../kit/make-element';

/** The total over all nodes. */
export interface Totals {
  parameters: number;
  multiplyAdds: number;
}

/** The graph as a picture: nodes carry `data-node`, edges `data-from` and `data-to`. */
export function drawGraph(output: ArchitectureOutput, layout: GraphLayout, totals: Totals): SVGElement {
  const { width, height } = layout;
  return makeSvg(
    'svg',
    { class: 'rc-graph', width: Math.ceil(width), height: Math.ceil(height), 'aria-hidden': 'true' },
    makeSvg('g', {}, ...layout.groups.flatMap((group) => drawGroup(group))),
    makeSvg('g', {}, ...output.edges.map((edge, at) => drawEdge(edge, layout.edges[at]))),
    makeSvg('g', {}, ...output.nodes.map((_, at) => drawNode(output, at, layout.nodes[at], totals))),
  );
}

function drawGroup({ name, x, y, width, height }: GraphLayout['groups'][number]): SVGElement[] {
  const [left, top] = [x - width / 2, y - height / 2];
  return [
    makeSvg('rect', { class: 'rc-graph-group', x: left, y: top, width, height, rx: 10 }),
    makeSvg('text', { class: 'rc-graph-group-name', x: left + 8, y: top + 14 }, name),
  ];
}

function drawEdge(
  { from, to, shape }: ArchitectureOutput['edges'][number],
  placed: GraphLayout['edges'][number] | undefined,
): SVGElement {
  const points = placed?.points ?? [];
  const [last, before] = [points.at(-1) ?? { x: 0, y: 0 }, points.at(-2) ?? { x: 0, y: -1 }];
  const { x = 0, y = 0 } = placed?.label ?? {};
  return makeSvg(
    'g',
    { class: 'rc-graph-edge', 'data-from': from, 'data-to': to },
    makeSvg('path', { class: 'rc-graph-line', d: smooth(points) }),
    makeSvg('path', { class: 'rc-graph-tip', d: tip(last, before) }),
    makeSvg('text', { x, y }, shape),
  );
}

function drawNode(
  { nodes }: ArchitectureOutput,
  at: number,
  placed: PlacedNode | undefined,
  totals: Totals,
): SVGElement {
  const { x, y, width } = placed ?? { x: 0, y: 0, width: 0 };
  const node = nodes[at];
  if (!node) return makeSvg('g');
  const [left, top] = [x - width / 2, y - nodeHeight / 2];
  const [name, detail] = nodeLines(node);
  const bar = (share: number, row: number, className: string): SVGElement[] => {
    const full = width - 20;
    const place = { x: left + 10, y: top + nodeHeight - 13 + row * 5, height: 3, rx: 1.5 };
    return [
      makeSvg('rect', { ...place, class: 'rc-graph-track', width: full }),
      makeSvg('rect', { ...place, class: className, width: round(full * share) }),
    ];
  };
  const costs = node.parameters > 0 || (node.multiplyAdds ?? 0) > 0;
  const down = costs ? 0 : 5;
  return makeSvg(
    'g',
    { class: 'rc-graph-node', 'data-node': at },
    makeSvg('rect', { class: 'rc-graph-box', x: left, y: top, width, height: nodeHeight, rx: 7 }),
    makeSvg('text', { class: 'rc-graph-name', x, y: top + 16 + down }, name),
    makeSvg('text', { class: 'rc-graph-detail', x, y: top + 33 + down }, detail),
    ...(costs
      ? [
          ...bar(shareOf(node.parameters, totals.parameters), 0, 'rc-graph-parameters'),
          ...bar(shareOf(node.multiplyAdds ?? 0, totals.multiplyAdds), 1, 'rc-graph-work'),
        ]
      : []),
  );
}

/** A part as a share of the whole, 0 … 1; 0 if the whole is 0. */
export function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

/** A line through all points, with rounded bends. */
function smooth(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = rest.slice(0, -1).map((point, at) => {
    const next = rest[at + 1] ?? point;
    return `Q${pair(point)} ${pair({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  });
  return `M${pair(first)}${parts.join('')}L${pair(rest.at(-1) ?? first)}`;
}

function tip(at: Point, before: Point): string {
  const length = Math.hypot(at.x - before.x, at.y - before.y) || 1;
  const [dx, dy] = [(at.x - before.x) / length, (at.y - before.y) / length];
  const wing = (side: number): Point => ({ x: at.x - 7 * dx + side * 3.5 * dy, y: at.y - 7 * dy - side * 3.5 * dx });
  return `M${pair(at)}L${pair(wing(1))}L${pair(wing(-1))}Z`;
}

function pair({ x, y }: Point): string {
  return `${round(x)} ${round(y)}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
