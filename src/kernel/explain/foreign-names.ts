import { say, type PlainKey } from '../../words';

/** Names of Python and of other libraries, by what says how it is done here. */
const table: readonly (readonly [PlainKey, names: string])[] = [
  ['explain.elsewhere.print', 'print printf echo puts'],
  ['explain.elsewhere.len', 'len'],
  ['explain.elsewhere.range', 'range xrange enumerate'],
  ['explain.elsewhere.nothing', 'None nil NULL'],
  ['explain.elsewhere.convert', 'int float str bool'],
  ['explain.elsewhere.numpy', 'np numpy torch jnp jax'],
  ['explain.elsewhere.tensorflow', 'tensorflow tfjs'],
  ['explain.noKeras', 'keras K layers'],
  ['explain.elsewhere.plot', 'tfvis plt sns matplotlib d3 Plotly Chart vega vegaEmbed'],
  ['explain.elsewhere.models', 'mobilenet cocoSsd posenet blazeface handpose bodyPix knnClassifier ml5'],
  ['explain.elsewhere.table', 'pd pandas Papa'],
  ['explain.elsewhere.picture', 'cv2 cv PIL'],
];

const mathNames = 'abs sqrt exp log pow floor ceil round max min'.split(' ');

/** How what `name` does elsewhere is done in a cell; undefined for a name that is not known from elsewhere. */
export function foreignName(name: string): string | undefined {
  const key = table.find(([, names]) => names.split(' ').includes(name))?.[0];
  if (key === undefined) return mathNames.includes(name) ? say('explain.elsewhere.math', { name }) : undefined;
  return say(key);
}

/** What tensors can do in PyTorch and NumPy, under its name here. */
export const pythonMethods: Record<string, string> = {
  numpy: 'array',
  tolist: 'array',
  item: 'dataSync',
  view: 'reshape',
  permute: 'transpose',
  unsqueeze: 'expandDims',
  astype: 'cast',
};
