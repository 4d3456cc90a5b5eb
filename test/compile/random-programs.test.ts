import { expect, test } from 'vitest';
import { tokenizer } from 'acorn';
import { locate, makeGraph } from '../../src/compile';
import { programOf, run, speakEnglish } from './compiled';

speakEnglish();

/** Numbers that look random and are the same on every run (mulberry32). */
function randomFrom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A program of random statements, together with the names that it must declare and read; every name occurs where it is unique. */
function writeProgram(random: () => number) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const declares: string[] = [];
  const reads: string[] = [];
  let count = 0;
  const fresh = (letter = 'v'): string => `${letter}${++count}`;
  const own = (letter = 'v'): string => {
    const name = fresh(letter);
    declares.push(name);
    return name;
  };
  const local = fresh;
  const free = (): string => {
    const name = fresh();
    reads.push(name);
    return name;
  };
  const type = (): string =>
    pick([
      'number',
      'string[]',
      'Map<string, [number, T]>',
      '{ a: 1; b?(): void }',
      '(x: number) => void',
      "'a' | 'b'",
      'typeof Math',
    ]);

  const value = (depth = 0): string => {
    const forms = [
      free,
      free,
      () => pick(['1', "'text ${v}'", '[]', 'null', '/v[0-9]/g', 'true']),
      () => `(${value(depth + 1)} as ${type()})`,
      () => `${free()}!`,
      () => `(${free()} satisfies ${type()})`,
      () => `\`a\${${value(depth + 1)}}b\``,
      () => `[${value(depth + 1)}, ...[${value(depth + 1)}]]`,
      () => `{ key: ${value(depth + 1)}, [\`k\`]: ${value(depth + 1)} }`,
      () => arrow(depth),
      () => `await ${value(3)}`,
      () => `${free()}?.prop!.other`,
    ];
    return depth > 2 ? free() : pick(forms)();
  };
  const arrow = (depth: number): string => {
    const parameter = local();
    return `(<T,>(${parameter}: T, o?: ${type()}): unknown => [${parameter}, ${value(depth + 1).replaceAll('await ', '')}, o])`;
  };

  const statements = [
    () => `const ${own()}: ${type()} = ${value()};`,
    () => `let ${own()} = ${value()}, ${own()}: ${type()};`,
    () => `var ${own()}: ${type()};`,
    () => `const { ${own()}, b: [${own()} = ${value()}, ...${own()}] = ${value()} } = ${value()};`,
    () => `function ${own()}<T>(this: any, p: T = ${free()}): void {\n  var ${local()};\n  return p;\n}`,
    () => `async function* ${own()}() { yield ${free()}; }`,
    () =>
      `class ${own()}<T> extends ${free()} { private x: T = ${free()}; readonly y?: ${type()}; get z(): number { return ${free()} } }`,
    () => `enum ${own('e')} { A = 1, B, C = 'c' }`,
    () => `if (${value()}) { var ${own()} = 1; let ${local()} = 2; } else { const ${local()} = ${value()}; }`,
    () => `for (let ${local()}: number = 0; ; ) { var ${own()} = ${value()}; break; }`,
    () => `for (const ${local()} of ${value()}) { ${free()}(); }`,
    () => `for await (const ${local()} of ${value()}) ${free()}();`,
    () => `try { ${free()}(); } catch (${local()}: unknown) { function ${local()}() {} }`,
    () => `interface I${++count} { a: number; b: ${type()} }`,
    () => `type T${++count} = ${type()}; // #region not one`,
    () => `declare const ${local()}: ${type()};`,
    () => `export const ${own()} = ${value()};`,
    () => `label: for (;;) { break label; }`,
    () => `/* const ${local()} = 1;\n */ ${free()} /* v */ ();`,
    () => `void ${value(2)};`,
  ];
  const source = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(statements)()).join(
    pick(['\n', '\n\n', ' \n  ', '\r\n']),
  );
  return { source, declares, reads };
}

test('400 random programs declare and read exactly the names that were written, and every token is found again', () => {
  for (let seed = 0; seed < 400; seed++) {
    const { source, declares, reads } = writeProgram(randomFrom(seed));
    const program = programOf(source);
    expect(program.declares, source).toEqual(declares);
    expect(program.reads.toSorted(), source).toEqual(reads.toSorted());
    expect(program.writes).toEqual([]);

    const lines = source.split(/\r?\n/);
    const starts = program.code
      .split('\n')
      .reduce<number[]>((all, line) => [...all, (all.at(-1) ?? 0) + line.length + 1], [0]);
    const head = /\} = \$names; (?:\$names\["cell:names"\] = .*?\} \}; )?/.exec(program.code);
    const begin = (head?.index ?? 0) + (head?.[0].length ?? 0);
    for (const token of tokenizer(program.code, { ecmaVersion: 'latest', sourceType: 'module' })) {
      const text = program.code.slice(token.start, token.end);
      if (token.start < begin || !/^v\d+$/.test(text)) continue;
      const line = starts.findLastIndex((start) => start <= token.start);
      if (line >= lines.length || program.code.slice(token.start - 4, token.start) === 'get ') continue;
      if (/return \{ value: undefined|, names: /.test(program.code.slice(starts[line], token.start))) continue;
      const at = locate(program, line + 1, token.start - (starts[line] ?? 0) + 1);
      const there = (lines[at.line - 1] ?? '').slice(at.column - 1);
      expect(
        there.startsWith(text) && !/^v\d/.test(there.slice(text.length)),
        `${text} at ${JSON.stringify(at)} of\n${source}\n\n${program.code}`,
      ).toBe(true);
    }
  }
});

test('every random program is a module that the engine accepts', async () => {
  for (let seed = 1000; seed < 1060; seed++) {
    const { source } = writeProgram(randomFrom(seed));
    const error: unknown = await run(programOf(source)).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect((error as Error | undefined)?.name, source).not.toBe('SyntaxError');
  }
});

test('random chapters: what a cell needs runs before it, once, and needs and feeds are each other’s mirror', () => {
  for (let seed = 0; seed < 200; seed++) {
    const random = randomFrom(seed);
    const size = 2 + Math.floor(random() * 9);
    const names = Array.from({ length: size }, (_, i) => `cell-${i}`);
    const place = names.map((_, i) => i).sort(() => random() - 0.5);
    const graph = makeGraph(
      names.map((name, i) => {
        const read = names.flatMap((_, j) => ((place[j] ?? 0) < (place[i] ?? 0) && random() < 0.4 ? [`n${j}`] : []));
        return { name, program: programOf(`const n${i} = [${read.join(', ')}];`) };
      }),
    );
    for (const cell of names) {
      const needs = graph.needs(cell);
      expect(new Set(needs).size).toBe(needs.length);
      for (const [index, need] of needs.entries()) {
        expect(graph.feeds(need)).toContain(cell);
        for (const tie of graph.readsOf(need)) expect(needs.slice(0, index)).toContain(tie.cell);
      }
      for (const fed of graph.feeds(cell)) expect(graph.needs(fed)).toContain(cell);
      expect(graph.problems(cell)).toEqual([]);
    }
  }
});
