import type * as tf from '@tensorflow/tfjs';
import type { TableOutput } from '../../protocol';
import { say } from '../../words';
import { shapeText } from '../values/describe';
import { fieldsOf, type Field } from './field';
import { outputsOf } from '../model/layer-output';
import { roundTo } from '../values/number-text';

/** A table of the fields of all layers, with a row for each use of a layer. */
export function fieldTable(
  verb: string,
  model: tf.LayersModel,
  known: readonly (readonly [tf.SymbolicTensor, Field])[],
  lengths: readonly [number, number],
  title: string | undefined,
): TableOutput {
  const rows = outputsOf(model).flatMap(({ layer, output, name }) => {
    if (layer.getClassName() === 'InputLayer') return [];
    const { axes, shape } = fieldsOf(verb, output, known, lengths);
    const both = (read: 'size' | 'jump' | 'start'): string | number => {
      const [one, other] = axes.map((axis) => roundTo(axis[read], 3));
      return one === other ? (one ?? 0) : `${one} × ${other}`;
    };
    return [[name, layer.getClassName(), shapeText(shape), both('size'), both('jump'), both('start')]];
  });
  return {
    kind: 'table',
    title: title ?? say('lab.receptiveField.table', { name: model.name }),
    columns: [
      say('lab.receptiveField.layer'),
      say('lab.receptiveField.type'),
      say('lab.receptiveField.shape'),
      say('lab.receptiveField.size.column'),
      say('lab.receptiveField.jump'),
      say('lab.receptiveField.start'),
    ],
    rows,
    omitted: 0,
  };
}
