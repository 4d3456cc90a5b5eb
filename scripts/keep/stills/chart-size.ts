/** The heights of charts, and the room between them and the least width in a training: as chart.css and training.css have them. */
const [height, trainingHeight] = [272, 216];
const [gap, narrowest, sideBySide] = [24, 240, 544];

/** The size in CSS pixels that the stylesheet gives to the place of a chart in an output of this width; nothing of other elements. */
export function chartSize(place: Element, width: number): [width: number, height: number] {
  if (!place.classList.contains('rc-chart-picture')) return [0, 0];
  const curves = place.closest('.rc-curves');
  if (!curves) return [width, height];
  const fitting = width < sideBySide ? 1 : Math.floor((width + gap) / (narrowest + gap));
  const columns = Math.min(fitting, curves.childElementCount);
  return [(width - gap * (columns - 1)) / columns, trainingHeight];
}
