import { crc32, deflateSync } from 'node:zlib';

/** Pixels of a picture, row by row: one byte each for grey, three for colour, four with opacity. */
export interface Pixels {
  width: number;
  height: number;
  channels: 1 | 3 | 4;
  bytes: Uint8Array;
}

const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const colourType = { 1: 0, 3: 2, 4: 6 } as const;

/** The picture as a PNG file (8 bits a channel), after the PNG specification, third edition. */
export function encodePng({ width, height, channels, bytes }: Pixels): Buffer {
  if (bytes.length !== width * height * channels)
    throw new Error(`a picture of ${width}×${height}×${channels} has ${bytes.length} bytes`);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, colourType[channels], 0, 0, 0], 8);
  const stride = width * channels;
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y++) {
    // Filter 1: each byte as its difference from the byte one pixel to the left.
    const at = y * (stride + 1);
    rows[at] = 1;
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (bytes[y * stride + x - channels] ?? 0);
      rows[at + 1 + x] = (bytes[y * stride + x] ?? 0) - left;
    }
  }
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
}
