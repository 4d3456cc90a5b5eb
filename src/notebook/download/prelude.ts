/* eslint-disable @typescript-eslint/no-non-null-assertion -- the text goes into a reader's file, where a check for each index would hide what it does */
import type * as TensorFlow from '@tensorflow/tfjs';

/*
 * What a downloaded chapter has in the place of the book's own functions. scripts/generate/prelude.mjs makes text of the statements below
 * the declarations, and the download puts it into a function of `tf`, `site` (the address of the book, from which the data sets come) and
 * `chosen` (what the reader has set in the controls). `usual` comes from the book's own table, datasets/shelves.ts.
 */
declare const tf: typeof TensorFlow;
declare const site: string;
declare const chosen: Record<string, unknown>;
declare const usual: Record<'digits' | 'fashion' | 'emoji', Required<Counts>>;

type Pixels = { data: ArrayLike<number>; height: number; width: number; channels: number };
type Counts = { train?: number; test?: number };
type Jupyter = { display(what: Record<string, string>, how: { raw: boolean }): Promise<void> };

const jupyter = findJupyter();
if (tf.io.getSaveHandlers('indexeddb://any').length === 0) keepModelsInMemory();

/** Outside of Jupyter, Deno throws at the question. */
function findJupyter(): Jupyter | undefined {
  try {
    return (globalThis as { Deno?: { jupyter?: Jupyter } }).Deno?.jupyter;
  } catch {
    return undefined;
  }
}

/** Deno has no IndexedDB: a model that is saved there lives as long as the program. */
function keepModelsInMemory(): void {
  const models = new Map<string, TensorFlow.io.ModelArtifacts>();
  const router = ((url: string) =>
    url.startsWith('indexeddb://')
      ? {
          save: async (model: TensorFlow.io.ModelArtifacts) => void models.set(url, structuredClone(model)),
          load: async () => models.get(url),
        }
      : null) as unknown as Parameters<typeof tf.io.registerSaveRouter>[0];
  tf.io.registerSaveRouter(router);
  tf.io.registerLoadRouter(router);
}

export function show(value: unknown, options: { title?: string } = {}): void {
  if (options.title) console.log(options.title);
  if (!(value instanceof tf.Tensor)) {
    if (value instanceof tf.LayersModel) value.summary();
    else console.log(value);
    return;
  }
  const pixels = jupyter && pixelsOf(value);
  if (pixels) void jupyter?.display({ 'text/html': `<img src="${bitmap(pixels)}">` }, { raw: true });
  else if (value.size <= 100) console.log(value.toString());
  else console.log(`Tensor [${value.shape}] ${value.dtype}, ${range(value.dataSync())}`);
}

export function plot(data: unknown, options: { title?: string } = {}): void {
  const lists = isNumbers(data) ? { [options.title ?? 'plot']: data } : data;
  for (const [name, list] of Object.entries(lists as object)) {
    if (isNumbers(list)) console.log(`${name}: ${list.length} numbers, ${range(list)}, last ${list.at(-1)}`);
    else console.log(name, list);
  }
}

export function filters(model: TensorFlow.LayersModel, layer: string | number = 0): void {
  const [kernel] = layerOf(model, layer).getWeights();
  if (kernel) show(kernel, { title: `filters of ${layerOf(model, layer).name}` });
}

export function featureMaps(model: TensorFlow.LayersModel, image: TensorFlow.Tensor, layer: string | number = 0): void {
  const { name, output } = layerOf(model, layer);
  const inner = tf.model({ inputs: model.inputs, outputs: output });
  const batch = image.rank === 3 ? image.expandDims(0) : image;
  show(inner.predict(batch) as TensorFlow.Tensor, { title: `feature maps of ${name}` });
}

export function trainingView(): TensorFlow.CustomCallback {
  const numbers = (logs: Record<string, number> = {}) =>
    Object.entries(logs).map(([name, value]) => `${name} ${Number(value).toPrecision(4)}`);
  return new tf.CustomCallback({
    onEpochEnd: async (epoch, logs) => console.log(epoch + 1, numbers(logs as Record<string, number>).join(', ')),
  });
}

/** The generator sfc32 of Chris Doty-Humphrey (public domain): the same numbers as in the book. */
export function seed(n: number): void {
  const bits = new Uint32Array(new Float64Array([n]).buffer);
  let [a, b, c, counter] = [0, bits[0] ?? 0, bits[1] ?? 0, 1];
  const next = (): number => {
    const mixed = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return mixed >>> 0;
  };
  for (let turn = 0; turn < 20; turn++) next();
  Math.random = () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}

export async function photo(name: string): Promise<TensorFlow.Tensor3D> {
  const { shape, values } = await fetchIdx(`photos/${name}.idx.gz`);
  return tf.tensor3d(Float32Array.from(values, scale), shape as [number, number, number]);
}

export const digits = (counts: Counts = {}) => dataSet('digits', counts);
export const fashion = (counts: Counts = {}) => dataSet('fashion', counts);
export const emoji = (counts: Counts = {}) => dataSet('emoji', counts);

export async function pretrained(name: string): Promise<TensorFlow.LayersModel> {
  const model = await tf.loadLayersModel(tf.io.http(`${site}data/networks/${name}/model.json`));
  model.compile({ optimizer: 'adam', loss: 'categoricalCrossentropy', metrics: ['accuracy'] });
  return model;
}

async function dataSet(name: keyof typeof usual, wanted: Counts) {
  const { train, test } = { ...usual[name], ...wanted };
  const [classes, parts] = await Promise.all([
    classNames(name),
    Promise.all([dataPart(name, 'train', train), dataPart(name, 'test', test)]),
  ]);
  const [first, second] = parts.map(({ images, classes: own }) => ({
    images,
    classes: own,
    labels: tf.oneHot(tf.tensor1d(own, 'int32'), classes.length).toFloat() as TensorFlow.Tensor2D,
  }));
  return { train: first!, test: second!, classes };
}

/** The names are the book's own, in its language; elsewhere a class is its number. */
async function classNames(name: string): Promise<string[]> {
  const { values } = await fetchIdx(`${name}/train-labels.idx.gz`);
  return Array.from({ length: Math.max(...values) + 1 }, (_, index) => String(index));
}

async function dataPart(name: string, part: 'train' | 'test', count: number) {
  const labels = await fetchIdx(`${name}/${part}-labels.idx.gz`);
  const files: { shape: number[]; values: Uint8Array }[] = [];
  for (let here = 0; here < count; here += files.at(-1)!.shape[0]!)
    files.push(await fetchIdx(`${name}/${part}-images-${files.length}.idx.gz`));
  const [height = 1, width = 1, channels = 1] = files[0]?.shape.slice(1) ?? [];
  const pixels = new Float32Array(count * height * width * channels);
  let filled = 0;
  for (const { values } of files) {
    const fitting = values.subarray(0, pixels.length - filled);
    pixels.set(fitting, filled);
    filled += fitting.length;
  }
  const images = tf.tensor4d(pixels.map(scale), [count, height, width, channels]);
  return { images, classes: Int32Array.from(labels.values.subarray(0, count)) };
}

async function fetchIdx(file: string): Promise<{ shape: number[]; values: Uint8Array }> {
  const address = `${site}data/${file}`;
  // A long computation lets connections grow cold: the second try opens another.
  const response = await fetch(address).catch(() => fetch(address));
  if (!response.ok || !response.body) throw new Error(`${response.url}: ${response.status}`);
  const stream = response.body.pipeThrough(new DecompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const view = new DataView(bytes.buffer);
  const shape = Array.from({ length: bytes[3]! }, (_, axis) => view.getUint32(4 + 4 * axis));
  return { shape, values: bytes.subarray(4 + 4 * shape.length) };
}

export function slider(label: string, options: { min?: number; value?: number } = {}): number {
  return Number(chosen[label] ?? options.value ?? options.min ?? 0);
}

export function select(label: string, choices: readonly string[], value = choices[0]): string {
  return String(chosen[label] ?? value);
}

export function toggle(label: string, value = false): boolean {
  return Boolean(chosen[label] ?? value);
}

export function button(label: string): number {
  return Number(chosen[label] ?? 0);
}

export function drawingPad(_label: string, options: { size?: number } = {}): TensorFlow.Tensor3D {
  return tf.zeros([options.size ?? 28, options.size ?? 28, 1]);
}

export function imageInput(): undefined {
  return undefined;
}

export function fileInput(): File[] {
  return [];
}

export function download(name: string, content: string | ArrayBuffer | ArrayBufferView): void {
  console.log(`${name}: ${typeof content === 'string' ? content.length : content.byteLength} bytes`);
}

export function drawnInTheBook(name: string): () => void {
  return () => console.log(`${name}(): ${site}`);
}

function layerOf(model: TensorFlow.LayersModel, layer: string | number): TensorFlow.layers.Layer {
  const found = typeof layer === 'number' ? model.layers[layer] : model.getLayer(layer);
  if (!found) throw new Error(`no layer ${layer}`);
  return found;
}

function range(numbers: ArrayLike<number>): string {
  let [least, most] = [Infinity, -Infinity];
  for (let index = 0; index < numbers.length; index++) {
    least = Math.min(least, numbers[index]!);
    most = Math.max(most, numbers[index]!);
  }
  return `${least.toPrecision(4)} … ${most.toPrecision(4)}`;
}

function isNumbers(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'number');
}

function scale(byte: number): number {
  return byte / 255;
}

function pixelsOf(tensor: TensorFlow.Tensor): Pixels | undefined {
  const [height = 0, width = 0, channels = 1, ...more] = tensor.shape;
  const fits = tensor.rank >= 2 && more.length === 0 && (channels === 1 || channels === 3);
  return fits && height > 7 && width > 7 ? { data: tensor.dataSync(), height, width, channels } : undefined;
}

/** A Windows bitmap of 24 bits, bottom row first; the numbers from their least to their greatest. */
function bitmap({ data, height, width, channels }: Pixels): string {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = new Uint8Array(54 + row * height);
  const view = new DataView(bytes.buffer);
  bytes.set([66, 77]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, 54, true);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint32(26, 1 + (24 << 16), true);
  let [least, most] = [0, 1];
  for (let index = 0; index < data.length; index++) {
    least = Math.min(least, data[index]!);
    most = Math.max(most, data[index]!);
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let c = 0; c < 3; c++) {
        const value = data[(y * width + x) * channels + (channels === 3 ? 2 - c : 0)]!;
        bytes[54 + (height - 1 - y) * row + x * 3 + c] = (255 * (value - least)) / (most - least);
      }
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:image/bmp;base64,${btoa(text)}`;
}
