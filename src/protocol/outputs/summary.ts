import { count, flag, list, literal, name, shape, text, type Schema } from '../schema';

/** A layers model in the manner of Keras's `summary()`. */
export interface SummaryOutput {
  kind: 'summary';
  name: string;
  layers: {
    name: string;
    type: string;
    /** For example `[null, 62, 62, 32]`. */
    outputShape: string;
    parameters: number;
    /** Names of the layers it reads, in a model that is not a plain stack. */
    from: string[];
  }[];
  branching: boolean;
  parameters: number;
  trainable: number;
}

export const summarySchema: Schema<SummaryOutput> = shape<SummaryOutput>({
  kind: literal('summary'),
  name,
  layers: list(
    shape<SummaryOutput['layers'][number]>({
      name,
      type: name,
      outputShape: text,
      parameters: count,
      from: list(name),
    }),
  ),
  branching: flag,
  parameters: count,
  trainable: count,
});
