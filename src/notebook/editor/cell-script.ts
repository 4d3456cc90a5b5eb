import type typescript from 'typescript';

/** A cell as TypeScript must see it: a script, whose top-level names every other cell can use. */
export interface CellScript {
  /** Each line is as long as in the cell's own text, so that positions are the same in both. */
  text: string;
  /** Top-level names that the cell declares. */
  declares: string[];
  /** Declarations of the names that the cell imports, each by its local name. */
  imports: Map<string, string>;
  /** Where `text` is not the cell's: [start, end). */
  blanks: [number, number][];
}

type TypeScript = typeof typescript;
const tensorflow = '@tensorflow/tfjs';
const ours = ['lab', 'datasets'];

/**
 * An `import`, or an `export` before a declaration, would make the cell a module, whose names no other cell sees; the kernel ignores
 * both. They are blanked out, and what is imported under another name is declared in a file of its own.
 */
export function cellScript(ts: TypeScript, fileName: string, text: string): CellScript {
  const source = ts.createSourceFile(fileName, text, ts.ScriptTarget.ESNext, false);
  const script: CellScript = { text, declares: [], imports: new Map(), blanks: [] };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) readImport(ts, source, statement, script);
    else {
      script.declares.push(...declaredNames(ts, statement));
      for (const modifier of ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [])
        if (modifier.kind === ts.SyntaxKind.ExportKeyword)
          script.blanks.push([modifier.getStart(source), modifier.end]);
    }
  }
  script.text = withBlanks(text, script.blanks);
  return script;
}

function readImport(
  ts: TypeScript,
  source: typescript.SourceFile,
  statement: typescript.ImportDeclaration,
  script: CellScript,
): void {
  if (!ts.isStringLiteral(statement.moduleSpecifier)) return;
  const module = statement.moduleSpecifier.text;
  const { importClause: clause } = statement;
  if ((module !== tensorflow && !ours.includes(module)) || !clause || clause.name) return;
  script.blanks.push([statement.getStart(source), statement.end]);
  const bindings = clause.namedBindings;
  if (!bindings) return;
  if (ts.isNamespaceImport(bindings)) {
    const local = bindings.name.text;
    if (module !== tensorflow) script.imports.set(local, `declare const ${local}: typeof import('${module}');`);
    else if (local !== 'tf') script.imports.set(local, `import ${local} = tf;`);
    return;
  }
  for (const { name, propertyName } of bindings.elements) {
    const local = name.text;
    const exported = (propertyName ?? name).text;
    if (module === tensorflow) script.imports.set(local, `import ${local} = tf.${exported};`);
    // Under its original name it is global anyway.
    else if (local !== exported)
      script.imports.set(local, `declare const ${local}: typeof import('${module}').${exported};`);
  }
}

/** The names that a statement declares. */
export function declaredNames(ts: TypeScript, statement: typescript.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => boundNames(ts, name));
  const named =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isEnumDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return named && statement.name ? [statement.name.text] : [];
}

function boundNames(ts: TypeScript, name: typescript.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : boundNames(ts, element.name)));
}

/** Replaces every range with spaces; line breaks stay. */
export function withBlanks(text: string, ranges: readonly [number, number][]): string {
  return ranges.reduce(
    (blanked, [start, end]) =>
      blanked.slice(0, start) + blanked.slice(start, end).replace(/[^\n\r]/g, ' ') + blanked.slice(end),
    text,
  );
}
