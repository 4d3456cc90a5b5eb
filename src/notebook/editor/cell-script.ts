import type typescript from 'typescript';
import { asModule } from './cells-as-scripts';

/** A cell as TypeScript must see it: a script, whose top-level names every other cell can use. */
export interface CellScript {
  /** Each line is as long as in the cell's own text, so that positions are the same in both. */
  text: string;
  /** Top-level names that the cell declares. */
  declares: string[];
  /** Declarations of the names that the cell imports, each by its local name. */
  imports: Map<string, string>;
  /** What it declares inside of `declare global`, statement by statement. */
  globals: string[];
  /** Where each name first stands. */
  places: Map<string, number>;
  /** Names that its classes assign to `this`. */
  fields: Set<string>;
  /** Where `text` is not the cell's: [start, end). */
  blanks: [number, number][];
}

type TypeScript = typeof typescript;
const tensorflow = '@tensorflow/tfjs';
const ours = ['lab', 'datasets'];

/**
 * An `import`, or an `export` before a declaration, would make the cell a module, whose names no other cell sees; the kernel ignores
 * both. They are blanked out, and what is imported under another name is declared in a file of its own. So is what the cell declares as
 * global, which TypeScript takes from modules only.
 */
export function cellScript(ts: TypeScript, fileName: string, text: string): CellScript {
  const source = ts.createSourceFile(fileName, text, { languageVersion: ts.ScriptTarget.ESNext, ...asModule }, false);
  const { places, fields } = readNames(ts, source);
  const script: CellScript = { text, declares: [], imports: new Map(), globals: [], places, fields, blanks: [] };
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) readImport(ts, source, statement, script);
    else if (isExport(ts, statement)) script.blanks.push([statement.getStart(source), statement.end]);
    else if (ts.isModuleDeclaration(statement) && statement.name.text === 'global') {
      script.blanks.push([statement.getStart(source), statement.end]);
      if (statement.body && ts.isModuleBlock(statement.body))
        script.globals.push(...statement.body.statements.map((one) => `declare ${one.getText(source)}`));
    } else {
      script.declares.push(...declaredNames(ts, statement));
      for (const modifier of ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [])
        if (modifier.kind === ts.SyntaxKind.ExportKeyword || modifier.kind === ts.SyntaxKind.DefaultKeyword)
          script.blanks.push([modifier.getStart(source), modifier.end]);
    }
  }
  script.text = withBlanks(text, script.blanks);
  return script;
}

/** An export that declares nothing. The compiler refuses all but `export { name }`. */
const isExport = (ts: TypeScript, statement: typescript.Statement): boolean =>
  ts.isExportDeclaration(statement) || ts.isExportAssignment(statement) || ts.isNamespaceExportDeclaration(statement);

function readNames(ts: TypeScript, source: typescript.SourceFile): Pick<CellScript, 'places' | 'fields'> {
  const places = new Map<string, number>();
  const fields = new Set<string>();
  const visit = (node: typescript.Node): void => {
    if (ts.isIdentifier(node) && !places.has(node.text)) places.set(node.text, node.getStart(source));
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(node.left) &&
      node.left.expression.kind === ts.SyntaxKind.ThisKeyword
    )
      fields.add(node.left.name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { places, fields };
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
    ts.isTypeAliasDeclaration(statement) ||
    ts.isImportEqualsDeclaration(statement);
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
