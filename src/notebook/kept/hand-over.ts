import { counterpartOf, nativeControl } from '../cell/counterpart';
import type { OutputArea } from '../cell/output-area';
import type { HeldInput } from './held-input';

/** Does again what was done at a still, at the output in its place. */
type Act = () => void;

/** Keys that outputs know. */
const keys = /^(Arrow.*|Home|End|PageUp|PageDown|Enter| )$/;

/**
 * Looks at what the reader did while the stills are on the page; what it returns does the same at the outputs, in the same order. Controls
 * of the browser's own are found by their number among their like, all else by its place on the page.
 */
export function prepareHandover({ events, over, host }: HeldInput, area: Pick<OutputArea, 'elementOf'>): Act {
  const acts = [...events.flatMap((event, at) => actOf(event, events.slice(at + 1))), ...(over ? [hoverAt(over)] : [])];
  return () => acts.forEach((act) => act());

  function actOf(event: Event, later: readonly Event[]): Act[] {
    const { target, type } = event;
    if (!(target instanceof Element)) return [];
    const control = nativeControl(target);
    if (type === 'keydown') return control ? [] : [press(event as KeyboardEvent)];
    if (control) return actOn(control, event, later);
    // The browser passes a click on a label on to the control.
    if (type === 'click' && !target.closest('label')) return [clickAt(event as MouseEvent)];
    if (type === 'pointerdown') return strokeOf(event as PointerEvent, later);
    return [];
  }

  function actOn(control: HTMLElement, event: Event, later: readonly Event[]): Act[] {
    const still = control.closest<HTMLElement>('.rc-still');
    const find = still && counterpartOf(control, still);
    if (!find) return [];
    const act = (does: (counterpart: HTMLElement) => void): Act[] => [
      () => {
        const output = area.elementOf(still.dataset.slot ?? '');
        const counterpart = output && find(output);
        if (counterpart) does(counterpart);
      },
    ];
    const hasValue =
      control instanceof HTMLSelectElement || (control instanceof HTMLInputElement && control.type === 'range');
    const isSame = ({ target, type }: Event): boolean => target === control && ['input', 'change'].includes(type);
    if (hasValue && isSame(event)) return later.some(isSame) ? [] : act((one) => setValue(one, control.value));
    if (control instanceof HTMLSelectElement)
      return event.type === 'mousedown' && !later.some(isSame) ? act(openList) : [];
    return event.type === 'click' && !hasValue && control.localName !== 'a' ? act((one) => one.click()) : [];
  }

  function press({ key, code, shiftKey }: KeyboardEvent): Act {
    return () => {
      const { activeElement } = document;
      if (!keys.test(key) || !activeElement || !host.contains(activeElement)) return;
      activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }),
      );
    };
  }

  /** A press and what the pointer did until it was released; one that became a scroll is none. */
  function strokeOf(down: PointerEvent, later: readonly Event[]): Act[] {
    const ofPointer = later.filter(({ type }) => /^pointer(move|up|cancel)$/.test(type)) as PointerEvent[];
    const own = ofPointer.filter(({ pointerId }) => pointerId === down.pointerId);
    const end = own.findIndex(({ type }) => type !== 'pointermove');
    if (own[end]?.type === 'pointercancel') return [];
    const way = end < 0 ? own : own.slice(0, end + 1);
    return [
      () => {
        const target = elementAt(down);
        target?.closest<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
        for (const event of [down, ...way.flatMap(partsOf)])
          target?.dispatchEvent(new PointerEvent(event.type, placed(event)));
      },
    ];
  }

  function clickAt(event: MouseEvent): Act {
    return () => elementAt(event)?.dispatchEvent(new MouseEvent('click', placed(event)));
  }

  function hoverAt(event: PointerEvent): Act {
    return () => {
      if (event.pointerType !== 'touch' && host.matches(':hover'))
        elementAt(event)?.dispatchEvent(new PointerEvent('pointermove', placed(event)));
    };
  }

  function elementAt(event: MouseEvent): Element | undefined {
    const { clientX, clientY } = placed(event);
    const element = document.elementFromPoint(clientX, clientY);
    return element && host.contains(element) ? element : undefined;
  }
}

/** The positions between two frames, which a browser reports in one event. */
function partsOf(event: PointerEvent): PointerEvent[] {
  const parts = event.type === 'pointermove' ? event.getCoalescedEvents() : [];
  return parts.length > 0 ? parts : [event];
}

/** The event's place in the window as it is scrolled now. */
function placed(event: MouseEvent): PointerEventInit & { clientX: number; clientY: number } {
  const { pageX, pageY, button, buttons } = event;
  const pointer = event instanceof PointerEvent ? event : undefined;
  return {
    ...{ bubbles: true, cancelable: true, composed: true, button, buttons },
    ...(pointer && { pointerId: pointer.pointerId, pointerType: pointer.pointerType, isPrimary: pointer.isPrimary }),
    clientX: pageX - scrollX,
    clientY: pageY - scrollY,
  };
}

function setValue(control: HTMLElement, value: string): void {
  if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return;
  // A long list is filled at the first touch.
  control.dispatchEvent(new Event('pointerdown'));
  control.value = value;
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}

function openList(control: HTMLElement): void {
  control.focus({ preventScroll: true });
  try {
    (control as HTMLSelectElement).showPicker();
  } catch {
    // The press was too long ago, or the browser does not open lists for a script: the next press opens it.
  }
}
