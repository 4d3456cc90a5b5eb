import type { OutputKind, OutputOf } from '../../protocol';

/** An output on the page: one element that can follow newer values of the same output, and be taken away. */
export interface Shown<K extends OutputKind = OutputKind> {
  /** Carries `data-output="KIND"`. Ask again after an update: a slot that changes its kind changes its element. */
  readonly element: HTMLElement;
  /** Shows newer values; keeps focus, scroll position, and what the reader has folded or picked, where that still makes sense. */
  update(output: OutputOf<K>): void;
  /** Takes the element off the page and ends its observers. */
  remove(): void;
}

/** A part of an output: like `Shown`, of any input. */
export interface Part<Input> {
  readonly element: HTMLElement;
  update(input: Input): void;
  remove(): void;
}
