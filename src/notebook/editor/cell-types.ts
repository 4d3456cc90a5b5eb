import {
  ts as services,
  TypeScriptWorker,
  type Context,
  type CreateData,
  type Finding,
} from 'monaco-editor/languages/features/typescript/ts.worker';
import type typescript from 'typescript';
import { compileCell } from '../../compile';
import { useWords, type Locale } from '../../words';
import { asAtRunTime, type Findings, type ReadCell } from './as-at-run-time';
import { cellScript, declaredNames, withBlanks } from './cell-script';
import { cellsAsScripts } from './cells-as-scripts';
import { globalFiles, importsFile } from './places';

const ts = services.typescript;

/** Declarations of the global names, each file with its statements' names and places. */
interface Globals {
  content: string;
  statements: { names: string[]; start: number; end: number }[];
}

/**
 * TypeScript for cells, in Monaco's worker. In addition to what Monaco does, cells with imports stay scripts; a cell may redeclare a name
 * of the library (`const filters = 8`); messages are in the page's language.
 */
export class CellTypes extends TypeScriptWorker {
  readonly #cells = new Map<string, ReadCell & { version: number }>();
  readonly #globals = new Map<string, Globals>();
  #ready: Promise<unknown> | undefined;

  constructor(context: Context, data: CreateData) {
    super(context, data);
    const { words, locale } = data.compilerOptions;
    useWords(JSON.parse(String(words)) as Record<string, string>, locale as Locale);
    const registry = cellsAsScripts(ts.createDocumentRegistry(), (fileName) => this.#cell(fileName) !== undefined);
    this._languageService = ts.createLanguageService(this, registry);
  }

  override getScriptFileNames(): string[] {
    return [...super.getScriptFileNames(), importsFile];
  }

  override getScriptVersion(fileName: string): string {
    if (fileName === importsFile) return this.#imports();
    const own = super.getScriptVersion(fileName);
    return globalFiles.includes(fileName) ? `${own} ${this.#taken().join(' ')}` : own;
  }

  override _getScriptText(fileName: string): string | undefined {
    if (fileName === importsFile) return this.#imports();
    const cell = this.#cell(fileName);
    if (cell) return cell.script.text;
    const text = super._getScriptText(fileName);
    return text !== undefined && globalFiles.includes(fileName) ? this.#withoutTaken(fileName, text) : text;
  }

  /** The first request about a cell waits until messages are in the page's language. */
  override async getSyntacticDiagnostics(fileName: string): Promise<Finding[]> {
    return (await this.#find(fileName)).syntax;
  }

  override async getSemanticDiagnostics(fileName: string): Promise<Finding[]> {
    return (await this.#find(fileName)).meaning;
  }

  /** Names that nothing uses, and code that is never reached, are faded. TypeScript's other suggestions would distract from trying things out. */
  override async getSuggestionDiagnostics(fileName: string): Promise<Finding[]> {
    await this.#speak();
    const found = await super.getSuggestionDiagnostics(fileName);
    return found.filter(({ reportsUnnecessary }) => reportsUnnecessary !== undefined);
  }

  override async getFormattingEditsForDocument(fileName: string, options: object): Promise<typescript.TextChange[]> {
    return this.#outsideBlanks(fileName, await super.getFormattingEditsForDocument(fileName, options));
  }

  override async getFormattingEditsForRange(
    fileName: string,
    start: number,
    end: number,
    options: object,
  ): Promise<typescript.TextChange[]> {
    return this.#outsideBlanks(fileName, await super.getFormattingEditsForRange(fileName, start, end, options));
  }

  override async getFormattingEditsAfterKeystroke(
    fileName: string,
    position: number,
    key: string,
    options: object,
  ): Promise<typescript.TextChange[]> {
    return this.#outsideBlanks(
      fileName,
      await super.getFormattingEditsAfterKeystroke(fileName, position, key, options),
    );
  }

  #cell(fileName: string): ReadCell | undefined {
    const model = this._ctx.getMirrorModels().find(({ uri }) => uri.toString() === fileName);
    const name = /([^/]+)\.ts$/.exec(fileName)?.[1];
    if (!model || name === undefined || /\.d$/.test(name)) return undefined;
    const known = this.#cells.get(fileName);
    if (known?.version === model.version) return known;
    const text = model.getValue();
    const script = cellScript(ts, fileName, text);
    const cell = { name: decodeURIComponent(name), text, script, compiled: compileCell(text), version: model.version };
    this.#cells.set(fileName, cell);
    return cell;
  }

  /** The cells below an address. */
  #all(folder = ''): ReadCell[] {
    const names = this._ctx.getMirrorModels().map(({ uri }) => uri.toString());
    return names.flatMap((name) => (name.startsWith(folder) ? (this.#cell(name) ?? []) : []));
  }

  /** Library names that a cell declares for itself or imports from elsewhere. */
  #taken(): string[] {
    return [...new Set(this.#all().flatMap(({ script }) => [...script.declares, ...script.imports.keys()]))].sort();
  }

  #imports(): string {
    const declared = new Set(this.#all().flatMap(({ script }) => script.declares));
    const imports = new Map(this.#all().flatMap(({ script }) => [...script.imports]));
    const global = this.#all().flatMap(({ script }) => script.globals);
    return [...global, ...[...imports].flatMap(([name, text]) => (declared.has(name) ? [] : [text]))].join('\n');
  }

  #withoutTaken(fileName: string, content: string): string {
    const taken = new Set(this.#taken());
    const { statements } = this.#read(fileName, content);
    const gone = statements.filter(({ names }) => names.some((name) => taken.has(name)));
    return withBlanks(
      content,
      gone.map(({ start, end }) => [start, end]),
    );
  }

  #read(fileName: string, content: string): Globals {
    const known = this.#globals.get(fileName);
    if (known?.content === content) return known;
    const source = ts.createSourceFile(fileName, content, ts.ScriptTarget.ESNext, false);
    const values = source.statements.filter(
      (one) => !ts.isInterfaceDeclaration(one) && !ts.isTypeAliasDeclaration(one),
    );
    const statements = values.map((one) => ({ names: declaredNames(ts, one), start: one.pos, end: one.end }));
    const read = { content, statements };
    this.#globals.set(fileName, read);
    return read;
  }

  #outsideBlanks(fileName: string, changes: typescript.TextChange[]): typescript.TextChange[] {
    const blanks = this.#cell(fileName)?.script.blanks ?? [];
    return changes.filter(
      ({ span }) => !blanks.some(([start, end]) => span.start < end && span.start + span.length > start),
    );
  }

  async #find(fileName: string): Promise<Findings> {
    await this.#speak();
    const [syntax, meaning] = await Promise.all([
      super.getSyntacticDiagnostics(fileName),
      super.getSemanticDiagnostics(fileName),
    ]);
    const cell = this.#cell(fileName);
    if (!cell) return { syntax, meaning };
    const chapter = fileName.slice(0, fileName.lastIndexOf('/') + 1);
    return asAtRunTime(cell, this.#all(chapter), { syntax, meaning });
  }

  #speak(): Promise<unknown> {
    this.#ready ??= speak(this._compilerOptions.locale);
    return this.#ready;
  }
}

/** TypeScript's messages in each language of the book that it has; in any other they stay English. */
const messages = import.meta.glob<string>('../../../.generated/types/messages.*.json', {
  query: '?raw',
  import: 'default',
});

async function speak(locale: unknown): Promise<void> {
  const text = await messages[`../../../.generated/types/messages.${String(locale)}.json`]?.();
  if (text) ts.setLocalizedDiagnosticMessages(JSON.parse(text) as Record<string, string>);
}
