/*
 * A chart is drawn with the colours that the stylesheet gives. Here there is no stylesheet: each custom property has a colour of its own
 * that nothing else has, and the still says the property in its place, so that it follows the theme as the page does.
 */

const names: string[] = [];
const mark = (index: number): string => `rgb(${index}, 3, 253)`;

/** What stands for `var(--property)` while an output is drawn. */
export function colourFor(property: string): string {
  if (!names.includes(property)) names.push(property);
  return mark(names.indexOf(property));
}

/** The colour as the still writes it: the property that it stands for, or as it is. */
export function asWritten(colour: string): string {
  const property = names.find((_, index) => mark(index) === colour);
  return property === undefined ? colour : `var(${property})`;
}
