import {
  count,
  either,
  flag,
  list,
  literal,
  maybe,
  name,
  none,
  shape,
  text,
  title,
  where,
  type Schema,
} from '../schema';
import { summarySchema, type SummaryOutput } from './summary';

/** A layers model as a graph, from its inputs to its outputs, with its summary. */
export interface ArchitectureOutput {
  kind: 'architecture';
  title?: string;
  /** One node per use of a layer, each after those it reads. */
  nodes: ArchitectureNode[];
  /** Which node reads which, with the shape of what it reads, such as `26 × 26 × 32`. */
  edges: { from: number; to: number; shape: string }[];
  /** How many nodes were left out. */
  omitted: number;
  summary: SummaryOutput;
}

export interface ArchitectureNode {
  name: string;
  type: string;
  /** The layer's settings, such as `3 × 3 · same · relu`. */
  settings: string;
  /** The nested models that it is part of, outermost first. */
  inside: string[];
  outputShape: string;
  parameters: number;
  /** It shares the weights of an earlier node, which counts them. */
  shared: boolean;
  /** For one example; `null` if unknown. */
  multiplyAdds: number | null;
}

const nodeSchema: Schema<ArchitectureNode> = shape<ArchitectureNode>({
  name,
  type: name,
  settings: text,
  inside: list(name),
  outputShape: text,
  parameters: count,
  shared: flag,
  multiplyAdds: either(count, none),
});

export const architectureSchema: Schema<ArchitectureOutput> = where(
  shape<ArchitectureOutput>({
    kind: literal('architecture'),
    title: maybe(title),
    nodes: list(nodeSchema),
    edges: list(shape<ArchitectureOutput['edges'][number]>({ from: count, to: count, shape: text })),
    omitted: count,
    summary: summarySchema,
  }),
  ({ nodes, edges }) => edges.every(({ from, to }) => from < to && to < nodes.length),
);
