import { among, choice, count, flag, list, literal, maybe, name, shape, text, type Schema } from '../schema';
import { nodeSchema, type TreeNode } from './tree';

/** Lines of `console`; bounded by the kernel, which drops the middle of a flood. */
export interface LogOutput {
  kind: 'log';
  /** First lines, then (after `omitted` dropped ones) last lines. */
  head: LogLine[];
  omitted: number;
  tail: LogLine[];
}

export interface LogLine {
  level: 'log' | 'info' | 'warn' | 'error';
  /** The whole line. */
  text: string;
  /** The same text in parts, where one of them has a look of its own or can be unfolded. */
  parts?: LogPart[];
  /** How many groups the line is in, at most 10. Default: none. */
  depth?: number;
  /** The line is the title of a group, which holds the lines after it that are deeper. */
  group?: 'open' | 'folded';
}

export interface LogPart {
  text: string;
  /** From the CSS behind `%c`. */
  look?: LogLook;
  /** What the part unfolds to. */
  tree?: TreeNode;
}

export interface LogLook {
  /** A CSS colour. */
  colour?: string;
  bold?: boolean;
  italic?: boolean;
}

const lookSchema: Schema<LogLook> = shape<LogLook>({ colour: maybe(name), bold: maybe(flag), italic: maybe(flag) });

const partSchema: Schema<LogPart> = shape<LogPart>({ text, look: maybe(lookSchema), tree: maybe(nodeSchema) });

const lineSchema: Schema<LogLine> = shape<LogLine>({
  level: choice<LogLine['level']>({ log: true, info: true, warn: true, error: true }),
  text,
  parts: maybe(list(partSchema)),
  depth: maybe(among(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
  group: maybe(choice<'open' | 'folded'>({ open: true, folded: true })),
});

export const logSchema: Schema<LogOutput> = shape<LogOutput>({
  kind: literal('log'),
  head: list(lineSchema),
  omitted: count,
  tail: list(lineSchema),
});
