import type { Heat, OverlayOutput } from '../../protocol';
import { say } from '../../words';
import { copyPngButton, savePngButton } from '../kit/actions';
import { makeFoot, makeFrame } from '../kit/frame';
import { readByHand } from '../kit/grid-reader';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { optionalPart } from '../kit/optional-part';
import type { Shown } from '../kit/shown';
import { isDark } from '../kit/theme';
import { makeHeatControls } from './heat-controls';
import { makeHeatLegend } from './heat-legend';
import { makeOverlayStage } from './overlay-stage';
import { fieldWords, labelOf, pixelWords } from './overlay-words';
import { fieldBox } from './unit-field';
import { makeUnitGrid, type UnitGridOf } from './unit-grid';

/**
 * An image under a heat map whose strength the reader sets. The arrow keys move over the image's pixels and read the values of both.
 * If units have fields, a grid next to the image chooses the unit whose field is framed.
 */
export function showOverlay(output: OverlayOutput): Shown<'overlay'> {
  const page = onPage();
  let current = output;
  let available = page.width;
  let unit = output.fields?.chosen ?? [0, 0];
  const stage = makeOverlayStage();
  const facts = make('ul', { class: 'rc-facts' });
  const readout = make('output', { class: 'rc-readout' });
  const note = make('p', { class: 'rc-note' });
  const controls = makeHeatControls(() => redraw());
  const legend = makeHeatLegend({ range: [0, 1], opacity: controls.view().opacity });
  const unitPlace = make('div', { class: 'rc-unit-place' });
  const showUnits = optionalPart(page, unitPlace, (input: UnitGridOf) => makeUnitGrid(input, go));
  const side = make('div', { class: 'rc-overlay-side' }, facts, controls.element, unitPlace, note);
  const body = make('div', { class: 'rc-overlay' }, stage.element, side);
  const actions = [copyPngButton(page, stage.print), savePngButton(page, () => current.title, stage.print)];
  const frame = makeFrame('overlay', output.title, body, makeFoot([legend.element, readout], actions));

  /** The heat map was measured for one unit: other units have none. */
  const isMeasured = (): boolean =>
    !current.fields || (unit[0] === current.fields.chosen[0] && unit[1] === current.fields.chosen[1]);
  const heat = (): Heat | undefined => (isMeasured() ? current.heats[controls.view().chosen] : undefined);
  const redraw = (): void => {
    const { fields } = current;
    const { chosen, seen, opacity } = controls.view();
    stage.draw({
      output: current,
      heat: seen ? heat() : undefined,
      opacity,
      frame: fields && fieldBox(fields, unit),
      dark: isDark(),
      available,
    });
    legend.update({ range: current.heats[chosen]?.range ?? [0, 1], opacity });
    legend.element.hidden = !heat();
    showUnits(fields && { fields, unit });
    const [row, column] = fields?.chosen ?? [0, 0];
    note.textContent = fields && !isMeasured() ? say('outputs.overlay.unmeasured', { row, column }) : '';
  };
  const go = (to: [number, number]): void => {
    if (to[0] === unit[0] && to[1] === unit[1]) return;
    unit = to;
    redraw();
    if (current.fields) readout.textContent = fieldWords(current, unit);
  };
  const size = (): { rows: number; columns: number } => ({ rows: current.height, columns: current.width });
  const reader = readByHand(stage.target, size, ({ row, column }) => {
    readout.textContent = pixelWords(current, heat(), row, column);
  });
  const update = (next: OverlayOutput): void => {
    const { fields } = next;
    if (String(fields?.chosen) !== String(current.fields?.chosen) || next.width !== current.width)
      unit = fields?.chosen ?? [0, 0];
    current = next;
    frame.retitle(next.title);
    facts.replaceChildren(...next.facts.map((fact) => make('li', {}, fact)));
    controls.offer(next.heats.map(({ name }) => name));
    stage.target.setAttribute('aria-label', labelOf(next));
    if (!reader.refresh()) readout.textContent = say('outputs.overlay.hint');
    redraw();
  };
  page.fit(body, (width) => {
    available = width;
    redraw();
  });
  page.onTheme(redraw);
  update(output);
  return page.shown(frame.element, update);
}
