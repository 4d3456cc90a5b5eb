import type { Series } from '../../protocol';

/** Limit for the points of one curve. */
const MAX_POINTS = 300;

/** Takes any number of points and stays short: at the limit each pair of neighbours becomes its mean. */
export interface Curve {
  add(x: number, y: number): void;
  /** All points so far, the newest included. */
  points(): Series['points'];
}

/** An empty curve of at most 300 points. */
export function boundedCurve(): Curve {
  let whole: Series['points'] = [];
  /** How many added points make one kept point. */
  let stride = 1;
  let part = { x: 0, y: 0, count: 0 };

  const partial = (): Series['points'] => (part.count === 0 ? [] : [[part.x / part.count, part.y / part.count]]);

  return {
    add(x, y) {
      part = { x: part.x + x, y: part.y + y, count: part.count + 1 };
      if (part.count < stride) return;
      whole.push(...partial());
      part = { x: 0, y: 0, count: 0 };
      if (whole.length < MAX_POINTS) return;
      whole = pairs(whole);
      stride *= 2;
    },
    points: () => [...whole, ...partial()],
  };
}

function pairs(points: Series['points']): Series['points'] {
  const kept: Series['points'] = [];
  for (let at = 0; at + 1 < points.length; at += 2) {
    const [x1, y1] = points[at] ?? [0, 0];
    const [x2, y2] = points[at + 1] ?? [0, 0];
    kept.push([(x1 + x2) / 2, (y1 + y2) / 2]);
  }
  return kept;
}
