import type { ControlOutput, ControlShape, ControlValue } from '../../protocol';
import { makeChoice } from '../kit/choice';
import { makeFileInput } from './control-files';
import { makeImageInput } from './control-image';
import { makePad } from './control-pad';
import { make } from '../kit/make-element';
import { formatNumber } from '../kit/number-format';
import { onPage } from '../kit/on-page';
import type { Part, Shown } from '../kit/shown';
import { makeSlider } from '../kit/slider';

/** The event by which a control inside an output reports a new value; it bubbles. */
export type ControlMoved = CustomEvent<{ label: string; value: ControlValue }>;

interface Given<Shape extends ControlShape> {
  label: string;
  control: Shape;
  value: ControlValue | undefined;
}
type Of<Type extends ControlShape['type']> = Extract<ControlShape, { type: Type }>;
type Make<Shape extends ControlShape> = (
  given: Given<Shape>,
  move: (value: ControlValue) => void,
) => Part<Given<Shape>>;

/**
 * Something that the reader moves; the page then runs the cell again. While the reader is moving it, its own value counts, not the
 * kernel's.
 */
export function showControl(output: ControlOutput): Shown<'control'> {
  const page = onPage();
  const element = make('div', { 'data-output': 'control' });
  let current = output;
  let moved: { value: ControlValue } | undefined;
  let part = partOf(output.control);

  function partOf(control: ControlShape): Part<Given<ControlShape>> {
    const makePart = makers[control.type] as Make<ControlShape>;
    const made = makePart({ ...current, value: current.value }, (value) => {
      moved = { value };
      const detail = { label: current.label, value };
      element.dispatchEvent(new CustomEvent('control-moved', { bubbles: true, detail }));
    });
    element.replaceChildren(made.element);
    return made;
  }

  page.onRemove(() => part.remove());
  return page.shown(element, (next: ControlOutput) => {
    const another = next.control.type !== current.control.type || next.label !== current.label;
    current = next;
    if (another) {
      moved = undefined;
      part.remove();
      part = partOf(next.control);
      return;
    }
    // The run for the newest move returns its value; a result for an older move must not move the control back.
    if (moved && next.value === moved.value) moved = undefined;
    part.update({ ...next, value: moved ? moved.value : next.value });
  });
}

const makers: { [Type in ControlShape['type']]: Make<Of<Type>> } = {
  slider(given, move) {
    const sliderOf = ({ label, control, value }: Given<Of<'slider'>>) => ({
      name: label,
      value: Number(value),
      least: control.least,
      most: control.most,
      step: control.step,
      words: formatNumber,
    });
    const slider = makeSlider(sliderOf(given), move);
    return { ...slider, update: (next) => slider.update(sliderOf(next)) };
  },

  select(given, move) {
    const choiceOf = ({ label, control, value }: Given<Of<'select'>>) => ({
      name: label,
      options: control.choices,
      chosen: Math.max(0, control.choices.indexOf(String(value))),
    });
    let { choices } = given.control;
    const choice = makeChoice(choiceOf(given), (index) => move(choices[index] ?? ''));
    return {
      ...choice,
      update(next) {
        ({ choices } = next.control);
        choice.update(choiceOf(next));
      },
    };
  },

  toggle(given, move) {
    const box = make('input', { type: 'checkbox', role: 'switch' });
    const element = make('label', { class: 'rc-control rc-toggle' }, box, given.label);
    box.addEventListener('change', () => move(box.checked));
    box.checked = given.value === true;
    return { element, update: ({ value }) => void (box.checked = value === true), remove: () => element.remove() };
  },

  button(given, move) {
    const element = make('button', { type: 'button', class: 'rc-action rc-bordered' }, given.label);
    let presses = Number(given.value ?? 0);
    element.addEventListener('click', () => {
      presses += 1;
      move(presses);
    });
    return { element, update: ({ value }) => void (presses = Number(value ?? 0)), remove: () => element.remove() };
  },

  pad: ({ label, control, value }, move) => {
    const pad = makePad({ label, ...control, value }, move);
    return {
      element: pad.element,
      update: (next) => pad.update({ label: next.label, ...next.control, value: next.value }),
      remove: () => pad.remove(),
    };
  },

  image: ({ label, control, value }, move) => {
    const input = makeImageInput({ label, ...control, value }, move);
    return {
      element: input.element,
      update: (next) => input.update({ label: next.label, ...next.control, value: next.value }),
      remove: () => input.remove(),
    };
  },

  files: ({ label, control, value }, move) => {
    const input = makeFileInput({ label, ...control, value }, move);
    return {
      element: input.element,
      update: (next) => input.update({ label: next.label, ...next.control, value: next.value }),
      remove: () => input.remove(),
    };
  },
};
