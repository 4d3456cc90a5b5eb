import type { NetworkOutput } from '../../protocol';
import { say } from '../../words';
import { readByHand } from '../kit/grid-reader';
import { make } from '../kit/make-element';
import { mapName, pixelFormula, pixelsRead } from './network-formula';
import type { MapPlace } from './network-layout';
import { isDark } from '../kit/theme';
import { planeOf } from '../window/window-layout';
import { makePlane } from '../window/window-plane';

/** A map of an element-wise layer, next to those it reads: pointing at a place in one highlights it in all. */
export function makePixels(
  output: NetworkOutput,
  at: MapPlace,
  start: { row: number; column: number },
): { element: HTMLElement; redraw(): void; remove(): void } {
  const maps = output.layers[at.layer]?.maps;
  const sources = pixelsRead(output, { ...at, row: 0, column: 0 }).slice(0, 8);
  const planes = [...sources.map(({ layer, plane }) => ({ layer, plane })), at].map((place) => ({ place, part: makePlane() })); // prettier-ignore
  const line = make('output', { class: 'rc-window-formula' });
  const element = make(
    'div',
    { class: 'rc-pixels-read' },
    make('div', { class: 'rc-planes' }, ...planes.map(({ part }) => part.element)),
    line,
  );
  let cursor = start;
  const redraw = (): void => {
    const read = [...pixelsRead(output, { ...at, ...cursor }), { ...at, ...cursor }];
    for (const { place, part } of planes) {
      const own = output.layers[place.layer]?.maps;
      const mark = read.find(({ layer, plane }) => layer === place.layer && plane === place.plane);
      if (!own) continue;
      const single = own.height * own.width === 1;
      part.element.hidden = single && place === planes.at(-1)?.place && planes.length > 1;
      part.update({
        ...planeOf(own, place.plane),
        name: mapName(output, place),
        before: [0, 0],
        after: [0, 0],
        marks: mark && !whole() ? [mark] : [],
        dark: isDark(),
        available: single ? 60 : 220,
      });
      part.target.setAttribute('aria-label', mapName(output, place));
    }
    line.textContent = pixelFormula(output, { ...at, ...cursor }) ?? say('outputs.network.unknown');
  };
  /** A mean is computed from all places. */
  const whole = (): boolean => ['mean', 'largest'].includes(output.layers[at.layer]?.rule.by ?? '');
  for (const { part } of planes) {
    part.target.tabIndex = 0;
    part.target.setAttribute('role', 'application');
    readByHand(part.target, part.size, ({ row, column }) => {
      cursor = { row: Math.min(row, (maps?.height ?? 1) - 1), column: Math.min(column, (maps?.width ?? 1) - 1) };
      redraw();
    });
  }
  redraw();
  return { element, redraw, remove: () => planes.forEach(({ part }) => part.remove()) };
}
