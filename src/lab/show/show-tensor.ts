import type * as tf from '@tensorflow/tfjs';
import { say } from '../../words';
import { shapeText, tensorText } from '../values/describe';
import { heatMapPlan, tablePlan } from './matrix-plan';
import { picturePlan } from './picture-plan';
import { checkAlive, read } from '../values/read';
import type { Plan, ShowOptions } from './show-options';
import type { Stage } from '../stage';
import { formOf, type Form } from './tensor-form';
import { tensorTree, treePart } from './tensor-tree';

/** Shows a tensor in the form that suits its shape, and reads only the part that is drawn. */
export function showTensor(tensor: tf.Tensor, options: ShowOptions, stage: Stage): void {
  checkAlive('show', tensor);
  const plain = tensor.dtype === 'string' || tensor.dtype === 'complex64';
  const form = formOf(tensor.shape, plain ? 'tree' : options.as);
  if (!form) throw new TypeError(say('lab.show.as', { as: options.as ?? '', shape: shapeText(tensor.shape) }));
  const title = options.title ?? tensorText(tensor);
  const { part, output } = planFor(tensor, form, { ...options, title });
  let slot: string | undefined;
  read(
    part,
    (values) => void stage.give(output(values), slot),
    () => (slot = stage.emit({ kind: 'tree', root: { text: tensorText(tensor), type: 'tensor' } })),
  );
}

function planFor(tensor: tf.Tensor, form: Form, options: ShowOptions): Plan {
  switch (form.as) {
    case 'number':
    case 'tree':
      return { part: () => treePart(tensor), output: (values) => tensorTree(tensor, values, options) };
    case 'table':
      return tablePlan(tensor, form, options);
    case 'heat-map':
      return heatMapPlan(tensor, form, options);
    case 'image':
    case 'batch':
    case 'maps':
      return picturePlan(tensor, form, options);
  }
}
