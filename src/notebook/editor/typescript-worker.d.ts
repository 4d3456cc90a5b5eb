/** Monaco ships its TypeScript worker without types. */
declare module 'monaco-editor/languages/features/typescript/ts.worker' {
  import type typescript from 'typescript';

  /** What is wrong at a place: TypeScript's own diagnostic, or one of ours, which has no code. */
  export type Finding = Omit<typescript.Diagnostic, 'code'> & { code: number | '' };
  export interface Context {
    getMirrorModels(): { uri: { toString(): string }; version: number; getValue(): string }[];
  }
  export interface CreateData {
    compilerOptions: typescript.CompilerOptions;
    extraLibs: Record<string, { content: string; version: number }>;
  }
  /** The host of the language service: it answers what the files are, and forwards what Monaco asks. */
  export class TypeScriptWorker {
    constructor(context: Context, data: CreateData);
    protected readonly _ctx: Context;
    protected readonly _compilerOptions: typescript.CompilerOptions;
    protected _languageService: typescript.LanguageService;
    getCompilationSettings(): typescript.CompilerOptions;
    getCurrentDirectory(): string;
    getDefaultLibFileName(options: typescript.CompilerOptions): string;
    getScriptSnapshot(fileName: string): typescript.IScriptSnapshot | undefined;
    readFile(path: string): string | undefined;
    fileExists(path: string): boolean;
    getScriptFileNames(): string[];
    getScriptVersion(fileName: string): string;
    getScriptText(fileName: string): Promise<string | undefined>;
    protected _getScriptText(fileName: string): string | undefined;
    getSyntacticDiagnostics(fileName: string): Promise<Finding[]>;
    getSemanticDiagnostics(fileName: string): Promise<Finding[]>;
    getSuggestionDiagnostics(fileName: string): Promise<Finding[]>;
    getQuickInfoAtPosition(fileName: string, position: number): Promise<typescript.QuickInfo | undefined>;
    getFormattingEditsForDocument(fileName: string, options: object): Promise<typescript.TextChange[]>;
    getFormattingEditsForRange(
      fileName: string,
      start: number,
      end: number,
      options: object,
    ): Promise<typescript.TextChange[]>;
    getFormattingEditsAfterKeystroke(
      fileName: string,
      position: number,
      key: string,
      options: object,
    ): Promise<typescript.TextChange[]>;
  }
  export const ts: {
    typescript: typeof typescript & { setLocalizedDiagnosticMessages(messages: Record<string, string>): void };
  };
  export function initialize(create: (context: Context, data: CreateData) => TypeScriptWorker): void;
}
