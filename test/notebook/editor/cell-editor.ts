import './self';
import { CellTypes } from '../../../src/notebook/editor/cell-types';
import { compilerOptions } from '../../../src/notebook/editor/compiler-options';
import { fetchLibraries } from '../../../src/notebook/editor/type-libraries';
import type { Locale } from '../../../src/words';
import { en } from '../../../src/words/en';
import { zhCn } from '../../../src/words/zh-cn';

/** What the editor underlines or fades: the text at the place, and what is said about it. */
interface Mark {
  text: string;
  message: string;
}

export interface CellEditors {
  /** Every error of a cell; `others` are the other cells of the chapter. */
  errors(source: string, others?: Record<string, string>): Promise<Mark[]>;
  /** What is faded. */
  faded(source: string, others?: Record<string, string>): Promise<Mark[]>;
}

/** The editor's own TypeScript worker in this process, with the libraries of the page. */
export async function startCellEditors(locale: Locale = 'en'): Promise<CellEditors> {
  const libraries = await fetchLibraries();
  let models: { uri: string; version: number; getValue(): string }[] = [];
  let version = 0;
  const extraLibs = Object.fromEntries(libraries.map(({ filePath, content }) => [filePath, { content, version: 1 }]));
  const options = compilerOptions(locale === 'en' ? en : zhCn, locale);
  const worker = new CellTypes({ getMirrorModels: () => models }, { compilerOptions: options, extraLibs });

  function open(source: string, others: Record<string, string>): string {
    version += 1;
    const now = version;
    models = Object.entries({ mine: source, ...others }).map(([name, text]) => ({
      uri: `file:///chapter/${name}.ts`,
      version: now,
      getValue: () => text,
    }));
    return 'file:///chapter/mine.ts';
  }

  type Found = Awaited<ReturnType<typeof worker.getSyntacticDiagnostics>>;
  const marks = (source: string, found: Found): Mark[] =>
    found.map(({ start = 0, length = 0, messageText }) => ({
      text: source.slice(start, start + length),
      message: typeof messageText === 'string' ? messageText : messageText.messageText,
    }));

  return {
    async errors(source, others = {}) {
      const file = open(source, others);
      const found = await Promise.all([worker.getSyntacticDiagnostics(file), worker.getSemanticDiagnostics(file)]);
      return marks(source, found.flat());
    },
    async faded(source, others = {}) {
      return marks(source, await worker.getSuggestionDiagnostics(open(source, others)));
    },
  };
}
