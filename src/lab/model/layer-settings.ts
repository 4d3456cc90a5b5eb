import type * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { activationOf } from './forward';

/** A layer's settings that differ from the default, in the usual order: `3 × 3`, `stride 2`, `same`, `relu`. */
export function settingsOf(layer: tf.layers.Layer): string[] {
  const config = layer.getConfig();
  const size = numbers(config['kernelSize'] ?? config['poolSize']);
  const strides = numbers(config['strides']);
  const dilation = numbers(config['dilationRate']);
  const pooling = config['poolSize'] !== undefined;
  // The default stride of a pooling is the size of its window.
  const usual = (value: number, at: number): boolean => value === (pooling ? size[at] : 1);
  return [
    size.join(' × '),
    strides.every(usual) ? '' : say('lab.architecture.stride', { stride: short(strides) }),
    config['padding'] === 'same' ? 'same' : '',
    dilation.every((rate) => rate === 1) ? '' : say('lab.architecture.dilation', { dilation: short(dilation) }),
    typeof config['rate'] === 'number' ? String(config['rate']) : '',
    layer.getClassName() === 'Softmax' ? '' : (activationOf(layer) ?? ''),
  ].filter((text) => text !== '');
}

function numbers(value: unknown): number[] {
  return [value].flat().filter((one) => typeof one === 'number');
}

function short(values: number[]): string {
  return values.every((value) => value === values[0]) ? String(values[0]) : values.join(' × ');
}
