import prelude from '../../../.generated/prelude.json';
import { compileCell } from '../../compile';
import type { ControlValue } from '../../protocol';
import { say } from '../../words';
import { inRunOrder } from '../session/plan';
import { shownCells } from '../session/scratch';
import type { Cell, Session } from '../session/session';

/** The version of TensorFlow.js that the book runs. */
export const tensorflow = `@tensorflow/tfjs@${prelude.tfjs}`;

/** Where a download comes from. */
export interface Origin {
  /** The chapter's title. */
  title: string;
  /** Its page. */
  url: string;
  /** Root of the site, with a trailing slash. */
  site: string;
}

/** A chapter's cells as one TypeScript file that runs outside the book. */
export function makeScript(session: Session, origin: Origin, file: string): string {
  const cells = cellsInOrder(session);
  const head = [
    ...headLines(session, origin),
    '',
    say('notebook.download.run'),
    `  npm install ${tensorflow} && node ${file}`,
    `  deno add npm:${tensorflow} && deno run --allow-all ${file}`,
    say('notebook.download.slow'),
  ];
  const parts = cells.map((cell) => `// #region ${cell.name}\n${runnable(cell)}\n// #endregion`);
  return `${[comment(head), "import * as tf from '@tensorflow/tfjs';", bookFunctions(cells, origin), ...parts].filter(Boolean).join('\n\n')}\n`;
}

export function headLines(session: Session, { title, url }: Origin): string[] {
  const own = shownCells(session).some(({ place, source, original }) => place || source !== original);
  const from = say('notebook.download.from', { title, url, book: say('site.title') });
  return own ? [from, say('notebook.download.yours')] : [from];
}

/** The cells of the lesson and the reader's own, each after those that it needs. */
function cellsInOrder(session: Session): Cell[] {
  const cells = shownCells(session).filter(({ onDemand }) => !onDemand);
  const order = inRunOrder(session, new Set(cells.map(({ name }) => name)));
  return order.flatMap((name) => cells.filter((cell) => cell.name === name));
}

/** What a download has instead of the book's functions that the cells call; empty if they call none. */
export function bookFunctions(cells: readonly Cell[], { site }: Origin): string {
  const programs = cells.flatMap(({ source }) => {
    const compiled = compileCell(withoutImports(source));
    return compiled.ok ? [compiled.program] : [];
  });
  const declared = new Set(programs.flatMap(({ declares }) => declares));
  const free = new Set(programs.flatMap(({ reads }) => reads));
  const wanted = [...free].filter((name) => prelude.verbs.includes(name) && !declared.has(name));
  if (wanted.length === 0) return '';
  const results = wanted.map((name) => (prelude.names.includes(name) ? name : `${name}: drawnInTheBook('${name}')`));
  return [
    '// #region receptive',
    comment([say('notebook.download.prelude')]),
    `const { ${wanted.join(', ')} } = ((site: string, chosen: Record<string, unknown>) => {`,
    prelude.text,
    `  return { ${results.join(', ')} };`,
    `})('${site}', ${JSON.stringify(chosenIn(cells))});`,
    '// #endregion',
  ].join('\n');
}

/** What the reader has set in the controls, by label; pictures are left out. */
function chosenIn(cells: readonly Cell[]): Record<string, ControlValue> {
  const entries = cells.flatMap(({ controls }) => Object.entries(controls));
  return Object.fromEntries(entries.filter(([, value]) => typeof value !== 'object'));
}

/** A cell's text as a part of one program. Code that cannot be part of it becomes a comment. */
export function runnable({ source, compiled, clash }: Cell): string {
  if (!compiled.ok || clash !== undefined)
    return comment([
      say('notebook.download.broken', { message: compiled.ok ? (clash ?? '') : compiled.problem.message }),
      ...source.split('\n'),
    ]);
  const own = withoutImports(source);
  // Without semicolons, a line that begins like this would continue the line before it.
  return /^(?:\s|\/\/.*\n|\/\*[\s\S]*?\*\/)*[([`+\-/]/.test(own) ? `;${own}` : own;
}

/** The file has these only once, at its top. */
const withoutImports = (source: string): string =>
  source.replace(/^import\b[^'"]*from\s*['"](lab|datasets|@tensorflow\/tfjs)['"];?[ \t]*\n?/gm, '');

const comment = (lines: readonly string[]): string => lines.map((line) => `// ${line}`.trimEnd()).join('\n');
