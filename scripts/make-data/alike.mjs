/**
 * Groups of pictures { width, height, data: RGBA } that look nearly the same, mirrored or not: a woman and a man in the same coat, a
 * fist from the left and from the right. A group stays together when a set is cut into two parts. Returns lists of indices.
 */
export function groupAlike(pictures, limit) {
  const thumbnails = pictures.map((picture) => thumbnail(picture, 16));
  const mirrored = thumbnails.map((values) => mirror(values, 16));
  const leader = pictures.map((_, index) => index);
  const find = (index) => (leader[index] === index ? index : (leader[index] = find(leader[index])));
  for (let one = 0; one < pictures.length; one += 1) {
    for (let other = 0; other < one; other += 1) {
      const apart = Math.min(distance(thumbnails[one], thumbnails[other]), distance(thumbnails[one], mirrored[other]));
      if (apart < limit) leader[find(one)] = find(other);
    }
  }
  const groups = Map.groupBy(leader.keys(), find);
  return [...groups.values()];
}

/** Colours over middle grey, averaged over squares, as numbers 0 … 255. */
function thumbnail({ width, height, data }, size) {
  const sums = new Float64Array(size * size * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      const to = (Math.floor((y * size) / height) * size + Math.floor((x * size) / width)) * 3;
      const alpha = data[from + 3] / 255;
      for (let channel = 0; channel < 3; channel += 1)
        sums[to + channel] += alpha * data[from + channel] + (1 - alpha) * 128;
    }
  }
  return sums.map((sum) => (sum * size * size) / (width * height));
}

function mirror(values, size) {
  return values.map((_, index) => {
    const [pixel, channel] = [Math.floor(index / 3), index % 3];
    const [y, x] = [Math.floor(pixel / size), pixel % size];
    return values[(y * size + size - 1 - x) * 3 + channel];
  });
}

function distance(a, b) {
  return a.reduce((sum, value, index) => sum + Math.abs(value - b[index]), 0) / a.length;
}
