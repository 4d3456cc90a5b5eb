import type { SummaryOutput } from './summary';

/** A layers model as a graph, from its inputs to its outputs, with its summary. */
export interface ArchitectureOutput {
  kind: 'architecture';
  title?: string;
  /** Uses of layers, each after those it reads. */
  nodes: ArchitectureNode[];
  /** Which node reads which, with the shape of what it reads, such as `26 × 26 × 32`. */
  edges: { from: number; to: number; shape: string }[];
  /** Nodes that were left out. */
  omitted: number;
  summary: SummaryOutput;
}

export interface ArchitectureNode {
  name: string;
  type: string;
  /** What the layer was told, such as `3 × 3 · same · relu`. */
  settings: string;
  /** Models inside the model that it belongs to, the outermost first. */
  inside: string[];
  outputShape: string;
  parameters: number;
  /** It uses the weights of an earlier node, where they are counted. */
  shared: boolean;
  /** For one example; `null` where they are not known. */
  multiplyAdds: number | null;
}
