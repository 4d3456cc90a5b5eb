/**
 * Lets the planes of a window be as wide as still.css gives them, where renderers write pixels for the room they know of (window-layout.ts,
 * window-plane.ts); what is in a plane stands at parts of it.
 */
export function makeFluid(output: Element): void {
  for (const planes of output.querySelectorAll('.rc-window .rc-planes'))
    if (planes.childElementCount > 2) planes.classList.add('rc-with-kernel');
  for (const plane of output.querySelectorAll('.rc-window .rc-plane')) {
    const [, , columns = 1, rows = 1] =
      plane.querySelector('svg')?.getAttribute('viewBox')?.split(' ').map(Number) ?? [];
    const whole = pixelsOf(plane);
    for (const inside of plane.querySelectorAll('.rc-cut')) {
      const parts = Object.entries(pixelsOf(inside)).map(([name, value]) => {
        const length = whole[name === 'left' || name === 'width' ? 'width' : 'height'] ?? 1;
        return `${name}:${Math.round((value / length) * 1e5) / 1e3}%`;
      });
      inside.setAttribute('style', parts.join(';'));
    }
    plane.setAttribute('style', `--n:${columns};aspect-ratio:${columns}/${rows}`);
  }
}

function pixelsOf(element: Element): Record<string, number> {
  const lengths = (element.getAttribute('style') ?? '').matchAll(/(\w+):([\d.]+)px/g);
  return Object.fromEntries([...lengths].map(([, name = '', value]) => [name, Number(value)]));
}
