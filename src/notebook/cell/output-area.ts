import { showOutput } from '../../outputs';
import type { SlotOutput } from '../session/session-state';

/** The outputs below a cell. */
export interface OutputArea {
  /** Shows `outputs`; those of another run than `run` are dimmed, because they are about to be replaced. */
  render(outputs: readonly SlotOutput[], run: number | undefined): void;
}

type Shown = ReturnType<typeof showOutput>;
interface Place {
  slot: string;
  kind: string;
  shown: Shown;
  output: SlotOutput['output'];
}

/** Shows the outputs of a cell in `host`. */
export function createOutputArea(host: HTMLElement): OutputArea {
  let places: Place[] = [];
  let last: readonly SlotOutput[] = [];
  let lastRun: number | undefined;

  return {
    render(outputs, run) {
      if (outputs === last && run === lastRun) return;
      last = outputs;
      lastRun = run;
      const old = new Map(places.map((place) => [place.slot, place]));
      places = outputs.map((entry) => {
        const place = follow(old.get(entry.slot), entry);
        if (place === old.get(entry.slot)) old.delete(entry.slot);
        place.shown.element.toggleAttribute('data-old', run !== undefined && entry.run !== run);
        return place;
      });
      for (const { shown } of old.values()) shown.remove();
      arrange(
        host,
        places.map(({ shown }) => shown.element),
      );
    },
  };
}

/** The place with the newest output in it. Where the kind is the same, so is the element: focus and scroll position stay. */
function follow(place: Place | undefined, { slot, output }: SlotOutput): Place {
  if (place?.kind !== output.kind) return { slot, kind: output.kind, shown: showOutput(output), output };
  if (place.output !== output) {
    place.shown.update(output);
    place.output = output;
  }
  return place;
}

/** Puts the elements in order, and moves only those that are not in their place. */
function arrange(host: HTMLElement, elements: readonly HTMLElement[]): void {
  let next = host.firstElementChild;
  for (const element of elements) {
    if (element === next) next = next.nextElementSibling;
    else host.insertBefore(element, next);
  }
}
