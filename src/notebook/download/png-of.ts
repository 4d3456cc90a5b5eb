/** Pixels of the file per CSS pixel. */
const fine = 2;

/** All canvases of an output as one picture, where they stand, in base64; undefined where it has none. */
export function pngOf(output: HTMLElement): string | undefined {
  const canvases = [...output.querySelectorAll('canvas')].filter((one) => one.checkVisibility() && one.width > 0);
  const boxes = canvases.map((one) => one.getBoundingClientRect());
  const edge = output.getBoundingClientRect();
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  // What is outside is scrolled to on the page.
  const right = Math.min(edge.right, Math.max(...boxes.map((box) => box.right)));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  if (!(right > left && bottom > top)) return undefined;

  const sheet = document.createElement('canvas');
  [sheet.width, sheet.height] = [Math.round((right - left) * fine), Math.round((bottom - top) * fine)];
  const context = sheet.getContext('2d');
  if (!context) return undefined;
  context.fillStyle = getComputedStyle(output).backgroundColor;
  context.fillRect(0, 0, sheet.width, sheet.height);
  canvases.forEach((canvas, at) => {
    const box = boxes[at];
    if (!box) return;
    const { opacity, imageRendering } = getComputedStyle(canvas);
    context.globalAlpha = Number(opacity);
    context.imageSmoothingEnabled = imageRendering !== 'pixelated';
    context.drawImage(canvas, (box.left - left) * fine, (box.top - top) * fine, box.width * fine, box.height * fine);
  });
  return sheet.toDataURL('image/png').replace(/^data:[^,]*,/, '');
}
