import { say } from '../../words';
import { toCsv } from './csv';
import { make } from './make-element';
import type { OnPage } from './on-page';
import { fileName, saveFile } from './save-file';

/** Milliseconds for which a button says what it did. */
const noticeTime = 2000;

/** A small button; for a moment its label says what it did, or that the browser refused. */
export function actionButton(
  page: OnPage,
  name: string,
  label: string,
  done: string,
  act: () => void | Promise<void>,
): HTMLButtonElement {
  const button = make('button', { type: 'button', class: 'rc-action', 'data-action': name }, label);
  let forget: (() => void) | undefined;
  const tell = (text: string): void => {
    button.textContent = text;
    const status = button.parentElement?.querySelector('[role="status"]');
    if (status) status.textContent = text;
    forget?.();
    forget = page.after(noticeTime, () => (button.textContent = label));
  };
  const press = async (): Promise<void> => {
    try {
      await act();
      tell(done);
    } catch {
      // The browser may refuse access to the clipboard; that is not an error.
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
export function copyCsvButton(page: OnPage, sheet: () => Sheet): HTMLButtonElement {
  return actionButton(page, 'copy-csv', say('outputs.copy'), say('outputs.copied'), () =>
    navigator.clipboard.writeText(csvOf(sheet())),
  );
}

/** Saves a table as a CSV file. */
export function saveCsvButton(page: OnPage, sheet: () => Sheet): HTMLButtonElement {
  return actionButton(page, 'save-csv', say('outputs.csv.save'), say('outputs.saved'), () => {
    // The byte order mark tells spreadsheets that the file is UTF-8.
    saveFile(new Blob(['\uFEFF', csvOf(sheet())], { type: 'text/csv' }), fileName(sheet().title, 'table', 'csv'));
  });
}

/** Copies a picture as PNG. */
export function copyPngButton(page: OnPage, draw: () => HTMLCanvasElement): HTMLButtonElement {
  return actionButton(page, 'copy-png', say('outputs.copy'), say('outputs.copied'), () =>
    navigator.clipboard.write([new ClipboardItem({ 'image/png': toPng(draw()) })]),
  );
}

/** Saves a picture as a PNG file. */
export function savePngButton(
  page: OnPage,
  title: () => string | undefined,
  draw: () => HTMLCanvasElement,
): HTMLButtonElement {
  return actionButton(page, 'save-png', say('outputs.png.save'), say('outputs.saved'), async () =>
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
