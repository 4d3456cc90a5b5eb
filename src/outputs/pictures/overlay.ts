import type { Heat, OverlayOutput } from '../../protocol';
import { say } from '../../words';
import { copyPngButton, savePngButton } from '../kit/actions';
import { makeChoice } from '../kit/choice';
import { makeFoot, makeFrame } from '../kit/frame';
import { readByHand } from '../kit/grid-reader';
import { heatAt } from './heat-ink';
import { makeHeatLegend } from './heat-legend';
import { make } from '../kit/make-element';
import { formatNumber } from '../kit/number-format';
import { firstWidth, onPage } from '../kit/on-page';
import { makeOverlayStage } from './overlay-stage';
import { pixelValues } from '../kit/pixels';
import { optionalPart } from '../kit/optional-part';
import type { Shown } from '../kit/shown';
import { makeSlider } from '../kit/slider';
import { isDark } from '../kit/theme';
import { fieldBox } from './unit-field';
import { makeUnitGrid, type UnitGridOf } from './unit-grid';

/**
 * An image under a layer of heat, whose strength the reader sets. The arrow keys walk over the image's pixels and say
 * what both have there. Where units have fields, a grid beside the image chooses the unit whose field is framed.
 */
export function showOverlay(output: OverlayOutput): Shown<'overlay'> {
  const page = onPage();
  let current = output;
  let available = firstWidth;
  let chosen = 0;
  let seen = true;
  let opacity = 0.8;
  let unit = output.fields?.chosen ?? [0, 0];
  const stage = makeOverlayStage();
  const facts = make('ul', { class: 'rc-facts' });
  const readout = make('output', { class: 'rc-readout' });
  const note = make('p', { class: 'rc-note' });
  const toggle = make('button', { type: 'button', class: 'rc-action rc-bordered', 'data-action': 'heat' }, say('outputs.overlay.heat')); // prettier-ignore
  const choice = makeChoice({ name: say('outputs.overlay.choice'), options: [], chosen: 0 }, (index) => {
    chosen = index;
    redraw();
  });
  const slider = makeSlider(
    {
      name: say('outputs.overlay.opacity'),
      value: opacity * 100,
      least: 0,
      most: 100,
      step: 5,
      words: (value) => `${value} %`,
    },
    (value) => {
      opacity = value / 100;
      redraw();
    },
  );
  const legend = makeHeatLegend({ range: [0, 1], opacity });
  const controls = make('div', { class: 'rc-controls' }, choice.element, toggle, slider.element);
  const unitPlace = make('div', { class: 'rc-unit-place' });
  const showUnits = optionalPart(page, unitPlace, (input: UnitGridOf) => makeUnitGrid(input, go));
  const side = make('div', { class: 'rc-overlay-side' }, facts, controls, unitPlace, note);
  const body = make('div', { class: 'rc-overlay' }, stage.element, side);
  const actions = [copyPngButton(page, stage.print), savePngButton(page, () => current.title, stage.print)];
  const frame = makeFrame('overlay', output.title, body, makeFoot([legend.element, readout], actions));

  /** The heat was measured for one unit: another one has none. */
  const isMeasured = (): boolean =>
    !current.fields || (unit[0] === current.fields.chosen[0] && unit[1] === current.fields.chosen[1]);
  const heat = (): Heat | undefined => (isMeasured() ? current.heats[chosen] : undefined);
  const redraw = (): void => {
    const { fields } = current;
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
    toggle.setAttribute('aria-pressed', String(seen));
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
  toggle.addEventListener('click', () => {
    seen = !seen;
    redraw();
  });
  const size = (): { rows: number; columns: number } => ({ rows: current.height, columns: current.width });
  const reader = readByHand(stage.target, size, ({ row, column }) => {
    readout.textContent = pixelWords(current, heat(), row, column);
  });
  const update = (next: OverlayOutput): void => {
    const { fields } = next;
    if (String(fields?.chosen) !== String(current.fields?.chosen) || next.width !== current.width)
      unit = fields?.chosen ?? [0, 0];
    current = next;
    chosen = Math.min(chosen, Math.max(0, next.heats.length - 1));
    frame.retitle(next.title);
    facts.replaceChildren(...next.facts.map((fact) => make('li', {}, fact)));
    choice.update({ name: say('outputs.overlay.choice'), options: next.heats.map(({ name }) => name), chosen });
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

function labelOf({ title, width, height }: OverlayOutput): string {
  const label = say('outputs.overlay.label', { width, height });
  return title ? `${title}: ${label}` : label;
}

function pixelWords({ image }: OverlayOutput, heat: Heat | undefined, row: number, column: number): string {
  const values = image ? pixelValues(image, row, column).map((value) => formatNumber(value)) : [];
  const at = heat && heatAt(heat, row, column);
  return [
    say('outputs.overlay.pixel', { row, column }),
    ...(image ? [say('outputs.overlay.value', { value: values.join(' ') })] : []),
    ...(heat ? [`${heat.name} ${at === undefined ? '–' : formatNumber(at)}`] : []),
  ].join(' · ');
}

function fieldWords({ fields, height, width }: OverlayOutput, [row, column]: readonly [number, number]): string {
  if (!fields) return '';
  const box = fieldBox(fields, [row, column]);
  const inside = box.top >= 0 && box.left >= 0 && box.top + box.height <= height && box.left + box.width <= width;
  const words = say('outputs.overlay.field', {
    row,
    column,
    rows: `${formatNumber(box.top)} … ${formatNumber(box.top + box.height - 1)}`,
    columns: `${formatNumber(box.left)} … ${formatNumber(box.left + box.width - 1)}`,
  });
  return inside ? words : `${words} ${say('outputs.overlay.padding')}`;
}
