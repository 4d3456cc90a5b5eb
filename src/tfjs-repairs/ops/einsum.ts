import * as tf from '@tensorflow/tfjs';
import { say } from '../../words';

interface Operand {
  labels: string[];
  tensor: tf.Tensor;
}

/**
 * `tf.einsum('bij,bjk->bik', a, b)`: sums of products over the axes that the result does not name, for any number of tensors.
 * Fault: no kernel on wasm, at most two tensors, and no gradient (core/ops/einsum.ts); the cpu's multiplies out all axes at once.
 * Here two tensors at a time become one product of matrices.
 * @throws RangeError for an equation without `->`, with a label twice in one tensor, or with axes that do not fit
 */
export function einsum(equation: string, ...tensors: tf.Tensor[]): tf.Tensor {
  const compact = equation.replaceAll(/\s/g, '');
  const [left = '', right, ...rest] = compact.split('->');
  const terms = left.split(',').map((term) => [...term]);
  const out = [...(right ?? '')];
  const refuse = (why: string): never => {
    throw new RangeError(say('repairs.einsum', { equation, why }));
  };
  if (right === undefined || rest.length > 0 || !/^[a-zA-Z,]*->[a-zA-Z]*$/.test(compact))
    refuse(say('repairs.einsum.form'));
  if (terms.length !== tensors.length)
    refuse(say('repairs.einsum.count', { terms: terms.length, tensors: tensors.length }));
  if ([...terms, out].some((labels) => new Set(labels).size < labels.length)) refuse(say('repairs.einsum.twice'));
  const sizes = new Map<string, number>();
  for (const [at, labels] of terms.entries()) {
    const shape = tensors[at]?.shape ?? [];
    if (shape.length !== labels.length)
      refuse(say('repairs.einsum.rank', { term: labels.join(''), shape: shape.join(', ') }));
    for (const [axis, label] of labels.entries()) {
      const known = sizes.get(label);
      const size = shape[axis] ?? 0;
      if (known !== undefined && known !== size) refuse(say('repairs.einsum.size', { label, one: known, other: size }));
      sizes.set(label, size);
    }
  }
  const unknown = out.find((label) => !sizes.has(label));
  if (unknown !== undefined) refuse(say('repairs.einsum.unknown', { label: unknown }));

  return tf.tidy(() => {
    const operands = tensors.map((tensor, at): Operand => ({ labels: terms[at] ?? [], tensor }));
    const all = operands.reduce((first, second, at) => {
      const later = [...operands.slice(at + 1).flatMap(({ labels }) => labels), ...out];
      return product(first, second, (label) => later.includes(label), sizes);
    });
    const { tensor, labels } = summed(all, (label) => out.includes(label));
    return tensor.transpose(out.map((label) => labels.indexOf(label)));
  });
}

/** The sum over axes that nothing needs any more. */
function summed({ labels, tensor }: Operand, isKept: (label: string) => boolean): Operand {
  const axes = labels.flatMap((label, axis) => (isKept(label) ? [] : [axis]));
  return { labels: labels.filter(isKept), tensor: axes.length > 0 ? tensor.sum(axes) : tensor };
}

/** Of two tensors one, by a product of matrices `[both, only a, shared] · [both, shared, only b]`. */
function product(
  first: Operand,
  second: Operand,
  isNeeded: (label: string) => boolean,
  sizes: ReadonlyMap<string, number>,
): Operand {
  const a = summed(first, (label) => second.labels.includes(label) || isNeeded(label));
  const b = summed(second, (label) => first.labels.includes(label) || isNeeded(label));
  const common = a.labels.filter((label) => b.labels.includes(label));
  const both = common.filter(isNeeded);
  const shared = common.filter((label) => !isNeeded(label));
  const [onlyA, onlyB] = [a, b].map(({ labels }) => labels.filter((label) => !common.includes(label))) as [
    string[],
    string[],
  ];
  const size = (labels: string[]): number => labels.reduce((count, label) => count * (sizes.get(label) ?? 1), 1);
  const matrices = ({ labels, tensor }: Operand, ...groups: string[][]): tf.Tensor3D =>
    tensor.transpose(groups.flat().map((label) => labels.indexOf(label))).reshape<tf.Tensor3D>(groups.map(size));
  const result = tf.matMul(matrices(a, both, onlyA, shared), matrices(b, both, shared, onlyB));
  const labels = [...both, ...onlyA, ...onlyB];
  return { labels, tensor: result.reshape(labels.map((label) => sizes.get(label) ?? 1)) };
}
