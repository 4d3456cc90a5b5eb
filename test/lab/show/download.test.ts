import { beforeAll, describe, expect, it } from 'vitest';
import { outputsOf, startNodeKernel, type NodeKernel } from '../../kernel/node-kernel';

let node: NodeKernel;
beforeAll(async () => {
  node = await startNodeKernel();
});

const fileOf = async (source: string) => outputsOf(await node.run('a', source), 'file')[0];

describe('download', () => {
  it('offers text as UTF-8', async () => {
    const file = await fileOf("download('note.txt', '卷积')");
    expect(file?.name).toBe('note.txt');
    expect(new TextDecoder().decode(file?.bytes)).toBe('卷积');
  });

  it('takes only a view’s own bytes', async () => {
    const file = await fileOf("download('w.bin', new Float32Array([1, 2, 3, 4]).subarray(1, 3))");
    expect(file?.bytes.buffer.byteLength).toBe(8);
    expect([...new Float32Array(file?.bytes.buffer as ArrayBuffer)]).toEqual([2, 3]);
  });

  it('leaves a buffer as it is', async () => {
    const source = "const own = new ArrayBuffer(3); download('w.bin', own); own.byteLength";
    const ran = await node.run('a', source);
    expect(outputsOf(ran, 'file')[0]?.bytes.length).toBe(3);
    expect(outputsOf(ran, 'tree')[0]?.root.text).toBe('3');
  });

  it.each([
    ["download('', 'x')", 'file name'],
    ["download('a', 3 as never)", 'text or bytes'],
  ])('refuses %s in words', async (source, part) => {
    const [error] = outputsOf(await node.run('a', source), 'error');
    expect(error?.message).toContain(part);
  });
});

describe('a model', () => {
  it('comes back from files as it was saved', async () => {
    const save = `
      const net = tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] })
      await net.save(tf.io.withSaveHandler(async (parts) => {
        download('net.json', JSON.stringify({
          modelTopology: parts.modelTopology,
          weightsManifest: [{ paths: ['net.bin'], weights: parts.weightSpecs }],
        }))
        download('net.bin', parts.weightData as ArrayBuffer)
        return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } }
      }))`;
    const [json, weights] = outputsOf(await node.run('save', save), 'file');
    expect(JSON.parse(new TextDecoder().decode(json?.bytes)).weightsManifest[0].weights.length).toBe(2);
    expect(weights?.bytes.length).toBe(4 * 9);
  });

  it('is kept under a name and found again', async () => {
    const source = `
      await net.save('indexeddb://net')
      const again = await tf.loadLayersModel('indexeddb://net')
      const x = tf.ones([1, 2])
      ;(net.predict(x) as tf.Tensor).sub(again.predict(x) as tf.Tensor).abs().max().dataSync()[0]`;
    expect(outputsOf(await node.run('again', source), 'tree')[0]?.root.text).toBe('0');
  });

  it('that was never saved is reported missing by its name', async () => {
    const ran = await node.run('none', "await tf.loadLayersModel('indexeddb://nobody')");
    expect(outputsOf(ran, 'error')[0]?.message).toContain('nobody');
  });
});
