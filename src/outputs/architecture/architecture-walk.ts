import type { ArchitectureOutput } from '../../protocol';
import type { PlacedNode } from './architecture-layout';

/**
 * Where a key leads from node `at`: down and up along an edge, left and right to the nearest node of the same height, Home and End to
 * the first and the last. Nothing if it is not a key for graphs; the same node if there is none in that direction.
 */
export function walkGraph(
  key: string,
  at: number,
  { edges }: Pick<ArchitectureOutput, 'edges'>,
  nodes: readonly PlacedNode[],
): number | undefined {
  const x = (node: number): number => nodes[node]?.x ?? 0;
  switch (key) {
    case 'ArrowDown':
      return nearest(edges.filter(({ from }) => from === at).map(({ to }) => to));
    case 'ArrowUp':
      return nearest(edges.filter(({ to }) => to === at).map(({ from }) => from));
    case 'ArrowLeft':
      return nearest(beside().filter((node) => x(node) < x(at)));
    case 'ArrowRight':
      return nearest(beside().filter((node) => x(node) > x(at)));
    case 'Home':
      return 0;
    case 'End':
      return nodes.length - 1;
    default:
      return undefined;
  }

  /** The next layer first, before those that a skip connection leads to. */
  function nearest(others: number[]): number {
    const far = (node: number): number =>
      Math.hypot(x(node) - x(at), 2 * ((nodes[node]?.y ?? 0) - (nodes[at]?.y ?? 0)));
    return others.reduce((best, node) => (best === at || far(node) < far(best) ? node : best), at);
  }
  function beside(): number[] {
    const y = nodes[at]?.y ?? 0;
    return nodes.flatMap((node, index) => (index !== at && Math.abs(node.y - y) < node.height / 2 ? [index] : []));
  }
}
