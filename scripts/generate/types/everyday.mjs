/**
 * Lets the most ordinary lines of TensorFlow.js pass, which its own types refuse though they run: `model.predict(x).print()`,
 * `optimizer.minimize(() => loss)`. Where a function gives one tensor or several, as its model has outputs, its type is that of both.
 */
import { change } from './change.mjs';

const symbolic = 'SymbolicTensor | SymbolicTensor[]';
const tensors = 'Tensor | Tensor[]';
const apply = `\tapply(inputs: ${tensors} | ${symbolic}, kwargs?: Kwargs): ${tensors} | ${symbolic};\n`;

/** Each pair of texts: what tfjs declares, and what it becomes. */
const changes = [
  // Models
  [
    `predict(x: ${tensors}, args?: ModelPredictConfig): ${tensors};`,
    'predict(x: Tensor | Tensor[], args?: ModelPredictConfig): Tensor & Tensor[];',
  ],
  [
    `predict(x: ${tensors}, args?: ModelPredictArgs): ${tensors};`,
    'predict(x: Tensor | Tensor[], args?: ModelPredictArgs): Tensor & Tensor[];',
  ],
  [`predictOnBatch(x: ${tensors}): ${tensors};`, 'predictOnBatch(x: Tensor | Tensor[]): Tensor & Tensor[];'],
  [`predictOnBatch(x: Tensor): ${tensors};`, 'predictOnBatch(x: Tensor): Tensor & Tensor[];'],
  ['args?: ModelEvaluateArgs): Scalar | Scalar[];', 'args?: ModelEvaluateArgs): Scalar & Scalar[];'],
  ['ModelEvaluateDatasetArgs): Promise<Scalar | Scalar[]>;', 'ModelEvaluateDatasetArgs): Promise<Scalar & Scalar[]>;'],
  ['): Promise<number | number[]>;', '): Promise<number & number[]>;'],
  ['[key: string]: Array<number | Tensor>;', '[key: string]: number[];'],
  // Layers: what goes in decides what comes out.
  [
    apply,
    `\tapply(inputs: ${symbolic}, kwargs?: Kwargs): SymbolicTensor & SymbolicTensor[];\n\tapply(inputs: ${tensors}, kwargs?: Kwargs): Tensor & Tensor[];\n${apply}`,
  ],
  // That of InputLayer, which overrides it.
  [`\tapply(inputs: ${tensors} | ${symbolic}, kwargs?: Kwargs): ${tensors} | SymbolicTensor;\n`, ''],
  [`get input(): ${symbolic};`, 'get input(): SymbolicTensor & SymbolicTensor[];'],
  [`get output(): ${symbolic};`, 'get output(): SymbolicTensor & SymbolicTensor[];'],
  // Callbacks are always given the logs.
  ['?: (logs?: Logs) =>', '?: (logs: Logs) =>'],
  ['?: (epoch: number, logs?: Logs) =>', '?: (epoch: number, logs: Logs) =>'],
  ['?: (batch: number, logs?: Logs) =>', '?: (batch: number, logs: Logs) =>'],
  // Optimizers: a sum or a mean is a tensor of some rank to TypeScript.
  [
    '\tminimize(f: () => Scalar, returnCost?: boolean, varList?: Variable[]): Scalar | null;',
    '\tminimize(f: () => Tensor, returnCost: true, varList?: Variable[]): Scalar;\n\tminimize(f: () => Tensor, returnCost?: boolean, varList?: Variable[]): Scalar | null;',
  ],
  ['computeGradients(f: () => Scalar,', 'computeGradients(f: () => Tensor,'],
  ['function variableGrads(f: () => Scalar,', 'function variableGrads(f: () => Tensor,'],
  // Where TypeScript does not know the rank of a tensor, `shape[1]` might be undefined to it, and a list of lists a number.
  ['\treadonly shape: ShapeMap[R];', '\treadonly shape: ShapeMap[R] & number[];'],
  ['\tarray(): Promise<ArrayMap[R]>;', '\tarray(): Promise<Rank extends R ? any : ArrayMap[R]>;'],
  ['\tarraySync(): ArrayMap[R];', '\tarraySync(): Rank extends R ? any : ArrayMap[R];'],
  [
    'declare function assert(expr: boolean, msg: () => string): void;',
    'declare function assert(expr: boolean, msg: string | (() => string)): void;',
  ],
];

/** tfjs's declarations with these changes. */
export function everydayTypes(tf) {
  return changes.reduce((text, [from, to]) => change(text, from, to), tf);
}
