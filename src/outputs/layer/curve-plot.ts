import type { ActivationOutput } from '../../protocol';
import { curveMargin, layoutCurve, linePath, type CurveLayout } from './curve-layout';
import { make, makeSvg } from '../kit/make-element';
import { readByHand } from '../kit/grid-reader';
import { formatNumber } from '../kit/number-format';

export interface CurvePlot {
  readonly element: HTMLElement;
  readonly target: HTMLElement;
  draw(output: ActivationOutput, width: number): void;
}

/** The curve, its slope, and under them the inputs. Pointing or the arrow keys move along the curve; `onRead` gets the place. */
export function makeCurvePlot(onRead: (index: number) => void): CurvePlot {
  let last: { output: ActivationOutput; layout: CurveLayout } | undefined;
  const svg = makeSvg('svg', { 'aria-hidden': 'true' });
  const marks = makeSvg('g', { class: 'rc-curve-marks' });
  const target = make('div', { class: 'rc-curve-target', role: 'application', tabindex: 0 });
  const element = make('div', { class: 'rc-curve' });
  element.append(svg, target);
  const cursor = { row: 0, column: 0 };
  const read = (column: number): void => {
    if (!last) return;
    const { output, layout } = last;
    const x = output.xs[column] ?? 0;
    marks.replaceChildren(
      makeSvg('path', { class: 'rc-curve-place', d: `M${layout.x(x)} ${layout.y(layout.ticks.y[0] ?? 0)}V${layout.y(layout.ticks.y.at(-1) ?? 1)}` }), // prettier-ignore
      makeSvg('circle', { class: 'rc-curve-value', cx: layout.x(x), cy: layout.y(output.ys[column] ?? 0), r: 4 }),
      makeSvg('circle', {
        class: 'rc-curve-slope-mark',
        cx: layout.x(x),
        cy: layout.y(output.slopes[column] ?? 0),
        r: 4,
      }),
    );
    onRead(column);
  };
  readByHand(
    target,
    () => ({ rows: 1, columns: last?.output.xs.length ?? 1 }),
    ({ column }) => read(column),
    cursor,
  );
  target.addEventListener('pointerleave', () => target !== document.activeElement && marks.replaceChildren());
  target.addEventListener('blur', () => marks.replaceChildren());
  return {
    element,
    target,
    draw(output, width) {
      const { xs, ys, slopes } = output;
      const layout = layoutCurve(xs, [ys, slopes], width);
      if (!last) cursor.column = Math.floor(xs.length / 2);
      last = { output, layout };
      svg.setAttribute('viewBox', `0 0 ${layout.width} ${layout.height}`);
      svg.setAttribute('width', String(layout.width));
      svg.setAttribute('height', String(layout.height));
      svg.replaceChildren(
        ...axesOf(layout),
        ...(output.inputs ? [inputsOf(output, layout)] : []),
        makeSvg('path', { class: 'rc-curve-slope', d: linePath(layout, xs, slopes) }),
        makeSvg('path', { class: 'rc-curve-line', d: linePath(layout, xs, ys) }),
        marks,
      );
      const [left, right] = [layout.x(xs[0] ?? 0), layout.x(xs.at(-1) ?? 1)];
      target.style.cssText = `left:${left}px;width:${right - left}px;height:${layout.height - curveMargin.bottom}px`;
    },
  };
}

function axesOf(layout: CurveLayout): SVGElement[] {
  const left = layout.x(layout.ticks.x[0] ?? 0);
  const right = layout.width - curveMargin.right;
  const bottom = layout.height - curveMargin.bottom;
  return [
    ...layout.ticks.y.flatMap((value) => [
      makeSvg('path', {
        class: value === 0 ? 'rc-curve-axis' : 'rc-curve-grid',
        d: `M${curveMargin.left} ${layout.y(value)}H${right}`,
      }),
      makeSvg('text', { x: curveMargin.left - 6, y: layout.y(value), class: 'rc-curve-y' }, formatNumber(value, 3)),
    ]),
    ...(left < layout.x(0)
      ? [makeSvg('path', { class: 'rc-curve-axis', d: `M${layout.x(0)} ${curveMargin.top}V${bottom}` })]
      : []),
    ...layout.ticks.x.map((place) => makeSvg('text', { x: layout.x(place), y: layout.height - 10, class: 'rc-curve-x' }, formatNumber(place, 3))), // prettier-ignore
  ];
}

/** The inputs, as bars from the bottom up to two fifths of the plane; inputs outside the plane are cut off. */
function inputsOf({ inputs, xs }: ActivationOutput, layout: CurveLayout): SVGElement {
  const { low, high, counts } = inputs ?? { low: 0, high: 1, counts: [] };
  const most = Math.max(...counts, 1);
  const step = (high - low) / counts.length;
  const bottom = layout.height - curveMargin.bottom;
  const [first, last] = [xs[0] ?? 0, xs.at(-1) ?? 1];
  const bars = counts.map((count, bin) => {
    const [from, to] = [Math.max(first, low + bin * step), Math.min(last, low + (bin + 1) * step)];
    if (count === 0 || from >= to) return '';
    const tall = Math.round((count / most) * layout.height * 0.4);
    return `M${layout.x(from)} ${bottom}v${-tall}H${layout.x(to)}v${tall}z`;
  });
  return makeSvg('path', { class: 'rc-curve-inputs', d: bars.join('') });
}
