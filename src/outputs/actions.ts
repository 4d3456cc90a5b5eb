import { say } from '../words';
import { toCsv } from './csv';
import { make } from './make-element';
import { fileName, saveFile } from './save-file';

/** A small button; what it did (or that the browser refused) is said in its place for a moment. */
export function actionButton(
  name: string,
  label: string,
  done: string,
  act: () => void | Promise<void>,
): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'rc-action', 'data-action': name }, label);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (text: string): void => {
    button.textContent = text;
    const status = button.parentElement?.querySelector('[role="status"]');
    if (status) status.textContent = text;
    clearTimeout(timer);
    timer = setTimeout(() => (button.textContent = label), 2000);
  };
  const press = async (): Promise<void> => {
    try {
      await act();
      tell(done);
    } catch {
      // A refusal of the clipboard is the reader's browser's right, not a fault.
      tell(say('outputs.refused'));
    }
  };
  button.addEventListener('click', () => void press());
  return button;
}

export interface Sheet {
  title?: string | undefined;
  columns: readonly string[];
  rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** Copies a table as CSV. */
export function copyCsvButton(sheet: () => Sheet): HTMLButtonElement {
  return actionButton('copy-csv', say('outputs.copy'), say('outputs.copied'), () =>
    navigator.clipboard.writeText(csvOf(sheet())),
  );
}

/** Saves a table as a CSV file. */
export function saveCsvButton(sheet: () => Sheet): HTMLButtonElement {
  return actionButton('save-csv', say('outputs.csv.save'), say('outputs.saved'), () => {
    // The mark tells spreadsheets that the file is UTF-8.
    saveFile(new Blob(['\uFEFF', csvOf(sheet())], { type: 'text/csv' }), fileName(sheet().title, 'table', 'csv'));
  });
}

/** Copies a picture as PNG. */
export function copyPngButton(draw: () => HTMLCanvasElement): HTMLButtonElement {
  return actionButton('copy-png', say('outputs.copy'), say('outputs.copied'), () =>
    navigator.clipboard.write([new ClipboardItem({ 'image/png': toPng(draw()) })]),
  );
}

/** Saves a picture as a PNG file. */
export function savePngButton(title: () => string | undefined, draw: () => HTMLCanvasElement): HTMLButtonElement {
  return actionButton('save-png', say('outputs.png.save'), say('outputs.saved'), async () =>
    saveFile(await toPng(draw()), fileName(title(), 'picture', 'png')),
  );
}

function csvOf({ columns, rows }: Sheet): string {
  return toCsv(columns, rows);
}

function toPng(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('outputs: the canvas gave no picture'))),
      'image/png',
    );
  });
}
