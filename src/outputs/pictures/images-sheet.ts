import { makeSheetCanvas } from '../kit/pixel-canvas';

const gap = 8;

/** All pictures on one nearly square canvas, each at least `width` pixels wide and enlarged by a whole number. */
export function printPictures(pictures: readonly HTMLCanvasElement[], width: number): HTMLCanvasElement {
  const cellWidth = Math.max(1, ...pictures.map((picture) => picture.width));
  const cellHeight = Math.max(1, ...pictures.map((picture) => picture.height));
  const scale = Math.max(1, Math.ceil(width / cellWidth));
  const columns = Math.ceil(Math.sqrt(pictures.length));
  const rows = Math.ceil(pictures.length / columns);
  const [stepX, stepY] = [cellWidth * scale + gap, cellHeight * scale + gap];
  const { canvas, context } = makeSheetCanvas(columns * stepX - gap, rows * stepY - gap);
  pictures.forEach((picture, index) => {
    const [x, y] = [(index % columns) * stepX, Math.floor(index / columns) * stepY];
    context.drawImage(picture, x, y, picture.width * scale, picture.height * scale);
  });
  return canvas;
}
