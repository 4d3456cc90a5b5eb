import type { ArchitectureNode, ArchitectureOutput } from '../../protocol';

/** A graph laid out from top to bottom, in CSS pixels. */
export interface GraphLayout {
  width: number;
  height: number;
  /** In the order of the output's nodes; x and y are their centres. */
  nodes: PlacedNode[];
  edges: { points: Point[]; label: Point }[];
  /** Frames around models inside the model, the outer ones first. */
  groups: (PlacedNode & { name: string })[];
}
export interface Point {
  x: number;
  y: number;
}
export interface PlacedNode extends Point {
  width: number;
  height: number;
}

export const nodeHeight = 58;
const labelFont = 11;
/** Widths of letters, as parts of their size: wide enough for any of the page's fonts, without asking the browser. */
const boldLetter = 0.63;
const plainLetter = 0.54;
const monoLetter = 0.62;
/** CSS pixels; the stylesheet writes a node's name and its detail in the same sizes. */
const nameFont = 13;
const detailFont = 11.5;
/** CSS pixels that a group grows by: its name is written above its nodes. */
const groupNameHeight = 18;
const groupFoot = 6;
const margin = 12;
const narrowestNode = 96;
const nodePadding = 12;

let layouter: Promise<typeof import('@dagrejs/dagre')> | undefined;

/** Lays the graph out; the library is loaded with the first graph. */
export async function layoutGraph({ nodes, edges }: Pick<ArchitectureOutput, 'nodes' | 'edges'>): Promise<GraphLayout> {
  layouter ??= import('@dagrejs/dagre');
  const { Graph, layout } = await layouter;
  const graph = new Graph({ directed: true, multigraph: true, compound: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 20, edgesep: 14, marginx: margin, marginy: margin });
  const groups = groupsOf(nodes);
  for (const { id, parent } of groups) {
    graph.setNode(id, {});
    if (parent !== undefined) graph.setParent(id, parent);
  }
  nodes.forEach((node, at) => {
    graph.setNode(String(at), { width: nodeWidth(node), height: nodeHeight });
    if (node.inside.length > 0) graph.setParent(String(at), groupId(node.inside));
  });
  edges.forEach(({ from, to, shape }, at) => {
    const width = shape.length * labelFont * monoLetter + 8;
    graph.setEdge(String(from), String(to), { width, height: 18, labelpos: 'r', labeloffset: 4 }, String(at));
  });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const placed = (id: string): PlacedNode => {
    const { x = 0, y = 0, width: own = 0, height: high = 0 } = graph.node(id);
    return { x, y, width: own, height: high };
  };
  return inOrder({
    width,
    height,
    nodes: nodes.map((_, at) => placed(String(at))),
    edges: edges.map(({ from, to }, at) => {
      const { points = [], x = 0, y = 0 } = graph.edge(String(from), String(to), String(at));
      return { points, label: { x, y } };
    }),
    groups: groups.map(({ id, name }) => roomForName({ name, ...placed(id) })),
  });
}

/** The library does not prefer a side; readers expect the first input, and the first branch, on the left. */
function inOrder(layout: GraphLayout): GraphLayout {
  const { nodes, width } = layout;
  let turns = 0;
  nodes.forEach((node, at) => {
    const next = nodes.slice(at + 1).find(({ y }) => y === node.y);
    if (next) turns += Math.sign(next.x - node.x);
  });
  if (turns >= 0) return layout;
  const mirrored = <P extends Point>(point: P): P => ({ ...point, x: width - point.x });
  return {
    ...layout,
    nodes: nodes.map(mirrored),
    edges: layout.edges.map(({ points, label }) => ({ points: points.map(mirrored), label: mirrored(label) })),
    groups: layout.groups.map(mirrored),
  };
}

function roomForName<P extends PlacedNode>(group: P): P {
  const grown = groupNameHeight + groupFoot;
  return { ...group, y: group.y + (groupFoot - groupNameHeight) / 2, height: group.height + grown };
}

/** The text in a node: long names lose their middle. */
export function nodeLines({ name, type, settings }: ArchitectureNode): [string, string] {
  return [shorten(name, 30), shorten(settings === '' ? type : `${type} · ${settings}`, 44)];
}

function nodeWidth(node: ArchitectureNode): number {
  const [name, detail] = nodeLines(node);
  const nameWidth = lettersOf(name) * nameFont * boldLetter;
  const detailWidth = lettersOf(detail) * detailFont * plainLetter;
  return Math.max(narrowestNode, Math.ceil(Math.max(nameWidth, detailWidth)) + 2 * nodePadding);
}

/** A Chinese character is as wide as two letters. */
function lettersOf(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`;
}

function groupsOf(nodes: readonly ArchitectureNode[]): { id: string; name: string; parent: string | undefined }[] {
  const groups = new Map<string, { id: string; name: string; parent: string | undefined }>();
  for (const { inside } of nodes) {
    inside.forEach((name, depth) => {
      const id = groupId(inside.slice(0, depth + 1));
      groups.set(id, { id, name, parent: depth > 0 ? groupId(inside.slice(0, depth)) : undefined });
    });
  }
  return [...groups.values()];
}

function groupId(inside: readonly string[]): string {
  return JSON.stringify(inside);
}
