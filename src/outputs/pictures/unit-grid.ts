import type { UnitFields } from '../../protocol';
import { say } from '../../words';
import { readByHand } from '../kit/grid-reader';
import { make, makeSvg } from '../kit/make-element';
import type { Part } from '../kit/shown';

export interface UnitGridOf {
  fields: UnitFields;
  unit: readonly [row: number, column: number];
}

/** The units of a layer as a small grid; pointing at one, or walking to it by the arrow keys, chooses it. */
export function makeUnitGrid(first: UnitGridOf, choose: (unit: [number, number]) => void): Part<UnitGridOf> {
  let { fields } = first;
  const svg = makeSvg('svg', { 'aria-hidden': 'true' });
  const target = make('div', { class: 'rc-units', role: 'application', tabindex: 0 }, svg);
  const name = make('div', { class: 'rc-units-name' });
  const element = make('div', { class: 'rc-units-box' }, name, target);
  const cursor = { row: 0, column: 0 };
  const size = (): { rows: number; columns: number } => ({ rows: fields.rows.count, columns: fields.columns.count });
  readByHand(target, size, ({ row, column }) => choose([row, column]), cursor);
  const update = ({ fields: next, unit: [row, column] }: UnitGridOf): void => {
    fields = next;
    Object.assign(cursor, { row, column });
    const { rows, columns } = size();
    name.textContent = say('outputs.overlay.units', { rows, columns });
    target.setAttribute('aria-label', say('outputs.overlay.units.label', { rows, columns }));
    target.style.aspectRatio = `${columns} / ${rows}`;
    svg.setAttribute('viewBox', `0 0 ${columns} ${rows}`);
    svg.replaceChildren(
      ...linesOf(rows, columns),
      makeSvg('rect', { class: 'rc-unit', x: column, y: row, width: 1, height: 1 }),
    );
  };
  update(first);
  return { element, update, remove: () => element.remove() };
}

/** Lines between the units, as long as they are far enough apart. */
function linesOf(rows: number, columns: number): SVGElement[] {
  if (Math.max(rows, columns) > 32) return [];
  const lines = [
    ...Array.from({ length: rows - 1 }, (_, at) => `M0 ${at + 1}H${columns}`),
    ...Array.from({ length: columns - 1 }, (_, at) => `M${at + 1} 0V${rows}`),
  ];
  return [makeSvg('path', { class: 'rc-unit-lines', d: lines.join('') })];
}
