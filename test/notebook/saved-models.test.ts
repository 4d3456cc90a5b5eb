import { expect, test } from 'vitest';
import { memoryModels } from '../../src/notebook/kernel/models/memory-models';
import { quota } from '../../src/notebook/kernel/models/quota';
import { answerer } from '../../src/notebook/kernel/place/answer';
import type { PageRequest, StoredModel, ToKernel } from '../../src/protocol';

const model = (bytes: number): StoredModel => ({ json: '{}', weights: new ArrayBuffer(bytes) });

test('a model is listed with its size, read back, replaced and removed', async () => {
  const models = memoryModels();
  await models.save('b', model(8));
  await models.save('a', { json: '{"x":1}', weights: Uint8Array.of(1, 2).buffer });
  await models.save('b', model(4));
  expect((await models.list()).map(({ name, bytes }) => [name, bytes])).toEqual([
    ['a', 9],
    ['b', 6],
  ]);
  const read = await models.load('a');
  expect([read.json, [...new Uint8Array(read.weights)]]).toEqual(['{"x":1}', [1, 2]]);
  await models.remove('a');
  await models.remove('a');
  await expect(models.load('a')).rejects.toMatchObject({ refusal: { why: 'no-model' } });
});

test('what is kept does not change when the caller changes his own', async () => {
  const models = memoryModels();
  await models.save('a', { json: '{}', weights: Uint8Array.of(1).buffer });
  new Uint8Array((await models.load('a')).weights)[0] = 9;
  expect([...new Uint8Array((await models.load('a')).weights)]).toEqual([1]);
});

test('names, sizes and the number of models are bounded', async () => {
  const models = memoryModels();
  for (const name of ['', 'n'.repeat(quota.name + 1)])
    await expect(models.save(name, model(1))).rejects.toMatchObject({ refusal: { why: 'bad-name' } });
  await expect(models.save('a', model(quota.oneModel))).rejects.toMatchObject({ refusal: { why: 'too-large' } });
  for (let index = 0; index < quota.models; index += 1) await models.save(`model ${index}`, model(1));
  await expect(models.save('one more', model(1))).rejects.toMatchObject({ refusal: { why: 'full' } });
  await models.save('model 0', model(2));

  const large = memoryModels();
  const half = model(quota.bytes / 2 - 10);
  await large.save('a', half);
  await large.save('b', half);
  await expect(large.save('c', model(100))).rejects.toMatchObject({ refusal: { why: 'full' } });
});

test('requests are answered under their number, and refused in plain reasons', async () => {
  const models = memoryModels();
  const sent: ToKernel[] = [];
  const answer = answerer(
    'http://localhost/',
    () => models,
    (message) => sent.push(message),
  );
  const ask = async (id: number, request: PageRequest): Promise<ToKernel | undefined> => {
    answer({ kind: 'ask', id, request });
    await expect.poll(() => sent.some((message) => 'id' in message && message.id === id)).toBe(true);
    return sent.find((message) => 'id' in message && message.id === id);
  };
  expect(await ask(1, { act: 'save-model', name: 'a', model: model(4) })).toEqual({
    kind: 'answer',
    id: 1,
    answer: {},
  });
  expect(await ask(2, { act: 'list-models' })).toMatchObject({ answer: { models: [{ name: 'a', bytes: 6 }] } });
  expect(await ask(3, { act: 'load-model', name: 'a' })).toMatchObject({ answer: { model: { json: '{}' } } });
  expect(await ask(4, { act: 'load-model', name: 'b' })).toEqual({
    kind: 'refusal',
    id: 4,
    refusal: { why: 'no-model' },
  });
  expect(await ask(5, { act: 'read', path: '../secret' })).toMatchObject({ refusal: { why: 'outside' } });
});

test('more requests at the same time than any chapter makes are refused', async () => {
  const sent: ToKernel[] = [];
  const answer = answerer('http://localhost/', memoryModels, (message) => sent.push(message));
  for (let id = 0; id < 100; id += 1) answer({ kind: 'ask', id, request: { act: 'list-models' } });
  await expect.poll(() => sent.length).toBe(100);
  expect(sent.filter((message) => message.kind === 'refusal')).toHaveLength(68);
});
