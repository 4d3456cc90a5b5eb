import { initialize, ts as services, TypeScriptWorker } from 'monaco-editor/languages/features/typescript/ts.worker';
import type typescript from 'typescript';
import { cellScript, declaredNames, withBlanks, type CellScript } from './cell-script';
import { globalFiles, importsFile } from './places';

const ts = services.typescript;

/** Declarations of the global names, each file with its statements' names and places. */
interface Globals {
  content: string;
  statements: { names: string[]; start: number; end: number }[];
}

/** TypeScript's codes for a name that it does not find, some of them with advice about settings. */
const unknownName = [2304, 2552, 2580, 2584, 2591, 2592, 2593];

/**
 * TypeScript for cells, in Monaco's worker. In addition to what Monaco does, cells with imports stay scripts; a cell may redeclare a name
 * of the library (`const filters = 8`); messages are in the page's language.
 */
class CellTypes extends TypeScriptWorker {
  readonly #scripts = new Map<string, { version: number; script: CellScript }>();
  readonly #globals = new Map<string, Globals>();
  /** Why a cell does not have a name, by the name. */
  readonly #beyond = new Map(
    Object.entries(JSON.parse(String(this._compilerOptions['beyond'] ?? '{}')) as Record<string, string>),
  );
  #ready: Promise<unknown> | undefined;

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
    const script = this.#script(fileName);
    if (script) return script.text;
    const text = super._getScriptText(fileName);
    return text !== undefined && globalFiles.includes(fileName) ? this.#withoutTaken(fileName, text) : text;
  }

  /** The first request about a cell waits until messages are in the page's language. */
  override async getSyntacticDiagnostics(fileName: string): Promise<typescript.Diagnostic[]> {
    await this.#speak();
    return super.getSyntacticDiagnostics(fileName);
  }

  override async getSemanticDiagnostics(fileName: string): Promise<typescript.Diagnostic[]> {
    await this.#speak();
    const diagnostics = await super.getSemanticDiagnostics(fileName);
    return diagnostics.map((one) => this.#withOurWords(fileName, one));
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

  #script(fileName: string): CellScript | undefined {
    const model = this._ctx.getMirrorModels().find(({ uri }) => uri.toString() === fileName);
    if (!model || /\.d\.ts$/.test(fileName)) return undefined;
    const known = this.#scripts.get(fileName);
    if (known?.version === model.version) return known.script;
    const script = cellScript(ts, fileName, model.getValue());
    this.#scripts.set(fileName, { version: model.version, script });
    return script;
  }

  #all(): CellScript[] {
    return this._ctx.getMirrorModels().flatMap(({ uri }) => this.#script(uri.toString()) ?? []);
  }

  /** Library names that a cell declares for itself or imports from elsewhere. */
  #taken(): string[] {
    return [...new Set(this.#all().flatMap(({ declares, imports }) => [...declares, ...imports.keys()]))].sort();
  }

  #imports(): string {
    const declared = new Set(this.#all().flatMap(({ declares }) => declares));
    const imports = new Map(this.#all().flatMap((script) => [...script.imports]));
    return [...imports].flatMap(([name, text]) => (declared.has(name) ? [] : [text])).join('\n');
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
    const blanks = this.#script(fileName)?.blanks ?? [];
    return changes.filter(
      ({ span }) => !blanks.some(([start, end]) => span.start < end && span.start + span.length > start),
    );
  }

  /** What a cell does not have is told as at run time. */
  #withOurWords(fileName: string, diagnostic: typescript.Diagnostic): typescript.Diagnostic {
    const { code, start = 0, length = 0 } = diagnostic;
    if (!unknownName.includes(code)) return diagnostic;
    const name = this.#script(fileName)?.text.slice(start, start + length) ?? '';
    const messageText = this.#beyond.get(name);
    return messageText === undefined ? diagnostic : { ...diagnostic, messageText };
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

self.onmessage = () => initialize((context, data) => new CellTypes(context, data));
