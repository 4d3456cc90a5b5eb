import { inARow, say, type PlainKey } from '../words';

/** Packages that other programs import, by what says where a cell has the same. */
const table: readonly (readonly [RegExp, PlainKey])[] = [
  [/^@tensorflow\/tfjs-vis$|(?:^|\/)tfjs-vis/, 'compile.standIn.vis'],
  [/^@tensorflow-models\/|^(?:ml5|mobilenet)$|tfhub/, 'compile.standIn.models'],
  [/^@tensorflow\/|(?:^|\/)tfjs(?:[@/]|$)|^tensorflow$/, 'compile.standIn.tfjs'],
  [
    /^(?:node:|(?:fs|path|os|url|http|https|child_process|readline|util|crypto|sharp|canvas|argparse)(?:\/|$))/,
    'compile.standIn.node',
  ],
  [/^(?:numpy|numjs|torch|keras|mathjs|ndarray|scipy)$/, 'compile.standIn.numbers'],
  [/^(?:d3|plotly|chart\.js|vega|p5|three|matplotlib)(?:[/.-]|$)/, 'compile.standIn.draw'],
];

/** Why a cell cannot import `module`, and what does the same here. */
export function refusedModule(module: string): string {
  const key = table.find(([names]) => names.test(module))?.[1];
  const refused = say('compile.unknownModule', { module });
  return key === undefined ? refused : inARow(refused, say(key));
}
