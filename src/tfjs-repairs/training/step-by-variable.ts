import * as tf from '@tensorflow/tfjs';

/** What `applyGradients` is given: a list, or gradients by the names of their variables. A variable may have none. */
export type Gradients = { name: string; tensor: tf.Tensor | null }[] | Record<string, tf.Tensor>;

export interface Slot {
  originalName: string;
  variable: tf.Variable;
}

export function listOf(gradients: Gradients): { name: string; tensor: tf.Tensor | null }[] {
  return Array.isArray(gradients) ? gradients : Object.entries(gradients).map(([name, tensor]) => ({ name, tensor }));
}

/**
 * One step of an optimizer that keeps a zero-initialized slot per variable in each of `lists`: calls `step` inside a tidy with the
 * variable, its gradient and what the slots hold; it returns the new values in the same order, the variable's first.
 */
export function stepByVariable<const Lists extends readonly { slots: Slot[]; suffix: string }[]>(
  gradients: Gradients,
  lists: Lists,
  step: (value: tf.Variable, gradient: tf.Tensor, held: { [List in keyof Lists]: tf.Variable }) => tf.Tensor[],
): void {
  for (const [at, { name, tensor }] of listOf(gradients).entries()) {
    const value = tf.engine().registeredVariables[name];
    if (!value) continue;
    const held = lists.map(({ slots, suffix }) => {
      const variable = (): tf.Variable => tf.tidy(() => tf.zerosLike(value).variable(false));
      return (slots[at] ??= { originalName: `${name}/${suffix}`, variable: variable() }).variable;
    });
    if (!tensor) continue;
    tf.tidy(() => {
      const results = step(value, tensor, held as { [List in keyof Lists]: tf.Variable });
      for (const [index, target] of [value, ...held].entries()) if (results[index]) target.assign(results[index]);
    });
  }
}
