/** What a reader did at the stills of a cell before the outputs themselves stood there. */
export interface HeldInput {
  readonly cell: HTMLElement;
  /** What the stills are in. */
  readonly host: HTMLElement;
  /** In their order, without the pointer's way while nothing was pressed. */
  readonly events: Event[];
  /** Where that way ended, if nothing was pressed since. */
  over: PointerEvent | undefined;
  /** Ends the listening. */
  end(): void;
}
