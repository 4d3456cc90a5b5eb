/** CSS pixels: the width that an output is drawn for before the page has laid it out. */
export const firstWidth = 640;

/** Calls `fit` with the width of `box`, in CSS pixels, whenever it becomes another one. Returns what ends that. */
export function keepFitting(box: HTMLElement, fit: (width: number) => void): () => void {
  let last = firstWidth;
  const resized = new ResizeObserver(() => {
    const width = box.clientWidth;
    if (width === 0 || width === last) return;
    last = width;
    fit(width);
  });
  resized.observe(box);
  return () => resized.disconnect();
}
