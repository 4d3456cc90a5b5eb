import { gradientOf, type NumberScale } from '../../../src/outputs/kit/palette';

/** The scales in both themes, as a style has them, and the class that says the same for both. */
const scales = (['grey', 'sequential', 'diverging'] as const satisfies NumberScale[]).flatMap((scale) =>
  [false, true].map((dark) => ({ gradient: tight(gradientOf(scale, dark)), name: `rc-scale-${scale}` })),
);

/**
 * Makes markup of what was drawn: it says what the reader sees, and nothing that only an element that answers may say. What cannot be
 * seen is left out, and what has been typed or chosen is written down.
 */
export function putToRest(output: Element): void {
  for (const unseen of output.querySelectorAll(
    '[hidden], .rc-unseen:not(:only-child)[role="status"], input[type="file"]',
  ))
    unseen.remove();
  for (const element of [output, ...output.querySelectorAll('*')]) {
    writeState(element);
    speakPlainly(element);
    writeStyle(element);
  }
}

/** Values that an element has, but not its markup. */
function writeState(element: Element): void {
  if (element instanceof HTMLInputElement) {
    if (element.type === 'checkbox') element.toggleAttribute('checked', element.checked);
    else element.setAttribute('value', element.value);
  } else if (element instanceof HTMLSelectElement)
    [...element.options].forEach((option, index) =>
      option.toggleAttribute('selected', index === element.selectedIndex),
    );
}

function speakPlainly(element: Element): void {
  // What can be pressed in it would be lost inside a picture.
  if (element.getAttribute('role') === 'application')
    element.setAttribute('role', element.querySelector('button, input, select') ? 'group' : 'img');
  if (element.getAttribute('role') === 'status') element.removeAttribute('role');
  for (const name of ['tabindex', 'aria-live', 'contenteditable']) element.removeAttribute(name);
  if (element.hasAttribute('id'))
    throw new Error(`stills: ${element.tagName} has an id, which another cell may have too`);
}

function writeStyle(element: Element): void {
  const style = element.getAttribute('style');
  if (style === null) return;
  let text = tight(style);
  for (const { gradient, name } of scales) {
    if (!text.includes(gradient)) continue;
    text = text.replace(new RegExp(`background-image:${escaped(gradient)};?`), '');
    element.classList.add(name);
  }
  if (text === '') element.removeAttribute('style');
  else element.setAttribute('style', text);
}

/** Without spaces that say nothing, and with lengths to a thousandth of a pixel. */
function tight(style: string): string {
  return style
    .replace(/([;:,(]) +/g, '$1')
    .replace(/;$/, '')
    .replace(/\d+\.\d{4,}/g, (number) => String(Math.round(Number(number) * 1000) / 1000));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
