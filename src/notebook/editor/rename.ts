import { say } from '../../words';
import { cellAt } from './models';
import { monaco, typescript } from './monaco';

/** Renames a name in all cells of the chapter; a name of the library cannot be renamed. */
export function registerRename(): void {
  monaco.languages.registerRenameProvider('typescript', { provideRenameEdits, resolveRenameLocation });
}

/** The part of the TypeScript worker's answer that is needed here. */
interface RenameLocation {
  fileName: string;
  textSpan: { start: number; length: number };
  /** `{ a }` becomes `{ a: b }`: what to write before and after the new name. */
  prefixText?: string;
  suffixText?: string;
}

async function provideRenameEdits(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
  newName: string,
): Promise<monaco.languages.WorkspaceEdit & monaco.languages.Rejection> {
  const { locations, reason } = await locate(model, position);
  if (reason !== undefined) return { edits: [], rejectReason: reason };
  const edits = locations.flatMap(({ fileName, textSpan, prefixText = '', suffixText = '' }) => {
    const target = monaco.editor.getModel(monaco.Uri.parse(fileName));
    if (!target) return [];
    const textEdit = { range: rangeOf(target, textSpan), text: `${prefixText}${newName}${suffixText}` };
    return [{ resource: target.uri, versionId: undefined, textEdit }];
  });
  return { edits };
}

async function resolveRenameLocation(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
): Promise<monaco.languages.RenameLocation & monaco.languages.Rejection> {
  const word = model.getWordAtPosition(position);
  const { reason } = await locate(model, position);
  const range = new monaco.Range(
    position.lineNumber,
    word?.startColumn ?? position.column,
    position.lineNumber,
    word?.endColumn ?? position.column,
  );
  return { range, text: word?.word ?? '', ...(reason !== undefined && { rejectReason: reason }) };
}

async function locate(
  model: monaco.editor.ITextModel,
  position: monaco.Position,
): Promise<{ locations: readonly RenameLocation[]; reason?: string }> {
  const client = await typescript.getTypeScriptWorker();
  const worker = await client(model.uri);
  const at: [string, number] = [model.uri.toString(), model.getOffsetAt(position)];
  const info = (await worker.getRenameInfo(...at, { allowRenameOfImportPath: false })) as {
    canRename: boolean;
    localizedErrorMessage?: string;
  };
  if (!info.canRename) return { locations: [], reason: info.localizedErrorMessage ?? '' };
  const found = (await worker.findRenameLocations(...at, false, false, true)) as readonly RenameLocation[] | undefined;
  const locations = found ?? [];
  // TypeScript would rename in the declarations of the library, not in the library itself.
  const own = locations.every(({ fileName }) => cellAt(monaco.Uri.parse(fileName)));
  return own ? { locations } : { locations: [], reason: say('editor.notYours') };
}

function rangeOf(model: monaco.editor.ITextModel, { start, length }: { start: number; length: number }): monaco.Range {
  return monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(start + length));
}
