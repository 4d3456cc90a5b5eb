import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { startBackend, type Choice, type ChoiceStore } from '../../src/backend';
import { choose } from '../../src/backend/choose/choose';
import { isSoftwareRenderer } from '../../src/backend/choose/renderer';
import { useWords } from '../../src/words';
import { en } from '../../src/words/en';
import { nodeFiles } from './node-files';

beforeAll(() => useWords(en, 'en'));
afterEach(() => void Reflect.deleteProperty(navigator, 'gpu'));

function memory(): ChoiceStore & { kept: Choice[] } {
  const kept: Choice[] = [];
  return {
    kept,
    load: async () => kept.at(-1),
    save: async (choice) => void kept.push(choice),
  };
}

test.each([
  ['ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)', true],
  ['llvmpipe (LLVM 15.0.6, 256 bits)', true],
  ['Microsoft Basic Render Driver', true],
  ['ANGLE (Intel, Intel(R) UHD Graphics 620 Direct3D11 vs_5_0 ps_5_0, D3D11)', false],
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)', false],
  ['Mali-G78', false],
])('%s is drawn in software: %s', (name, software) => {
  expect(isSoftwareRenderer(name)).toBe(software);
});

test('without a graphics card the processor trains, and the device remembers it', async () => {
  const store = memory();
  const report = await startBackend({ files: nodeFiles(), store });
  expect(report).toMatchObject({ name: 'wasm', threads: 1 });
  expect(report.reason).toContain('WebAssembly');
  expect(store.kept).toEqual([{ name: 'wasm', reason: report.reason }]);
});

test('what an earlier visit found is not measured again', async () => {
  const store = memory();
  await store.save({ name: 'cpu', reason: 'measured last week' });
  expect(await startBackend({ files: nodeFiles(), store })).toMatchObject({
    name: 'cpu',
    reason: 'measured last week',
  });
});

test("the reader's choice takes precedence over memory and measurement, and is not remembered as the device's", async () => {
  const store = memory();
  const choice = await choose({ preferred: 'cpu', store }, async () => 1);
  expect(choice.name).toBe('cpu');
  expect(store.kept).toEqual([]);
});

test('a backend that does not start gives way, and the reader reads why', async () => {
  const report = await startBackend({ files: nodeFiles(), preferred: 'webgl' });
  expect(report.name).toBe('wasm');
  expect(report.reason).toBe('WebGL did not start here, so WebAssembly runs.');
});

/** A browser that offers a hardware card through WebGPU: Node has none. */
function offerCard(): void {
  const info = { description: 'A card', vendor: '', architecture: '', isFallbackAdapter: false };
  const gpu = { requestAdapter: async () => ({ info }) };
  Object.defineProperty(navigator, 'gpu', { configurable: true, value: gpu });
}

// Each is measured on one of two real backends whose order is certain: WebAssembly is many times faster than plain JavaScript.
test.each([
  { card: 'wasm', processor: 'cpu', name: 'webgpu', reason: /^WebGPU on A card: / },
  { card: 'cpu', processor: 'wasm', name: 'wasm', reason: /^The processor / },
])('a card that computes like $card beside a processor like $processor: $name trains', async (one) => {
  await startBackend({ files: nodeFiles(), preferred: 'wasm' });
  offerCard();
  const store = memory();
  const start = async (name: string) => Number(await tf.setBackend(name === 'webgpu' ? one.card : one.processor));
  const choice = await choose({ store }, start);
  expect(choice.name).toBe(one.name);
  expect(choice.reason).toMatch(one.reason);
  expect(store.kept).toEqual([choice]);
});
