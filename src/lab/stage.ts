import type { ControlValue, Output } from '../protocol';

/** Where the verbs of one run put their outputs. The kernel makes one per run. */
export interface Stage {
  /** Shows `output`; the same `slot` again replaces what it showed before. Without a slot a new place is taken. Returns the slot. */
  emit(output: Output, slot?: string): string;
  /**
   * The same without a copy: the output's typed arrays move to the page, and are empty here afterwards. Only for arrays that were made
   * for this output.
   */
  give(output: Output, slot?: string): string;
  /** True once the reader pressed Stop. */
  stopped(): boolean;
  /** What the reader has set in the control of that label; nothing where it was never moved. */
  control(label: string): ControlValue | undefined;
}

/** The memory of all typed arrays in an output, each buffer once: what `give` moves to the page. */
export function buffersOf(output: Output): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit);
  };
  visit(output);
  return [...buffers];
}

type Verb = (...values: unknown[]) => unknown;

let current: Stage | undefined;

/**
 * The stage of the run whose cell called the verb. Take it in the first, synchronous part of a verb and keep it:
 * after an `await` another run may be on stage.
 */
export function stage(): Stage {
  if (!current) throw new Error('lab: a verb was called outside a run');
  return current;
}

/** The same functions, each bound to the stage `own` while its synchronous part runs. Other values stay as they are. */
export function bindStage<Verbs extends Record<string, unknown>>(verbs: Verbs, own: Stage): Verbs {
  const bound = Object.entries(verbs).map(([name, verb]) => [name, isFunction(verb) ? enter(verb, own) : verb]);
  return Object.fromEntries(bound);
}

function isFunction(value: unknown): value is Verb {
  return typeof value === 'function';
}

function enter(verb: Verb, own: Stage): Verb {
  return (...values) => {
    const outer = current;
    current = own;
    try {
      return verb(...values);
    } finally {
      current = outer;
    }
  };
}
