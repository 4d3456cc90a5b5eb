import type { FileOutput } from '../../protocol';
import { say } from '../../words';
import { actionButton } from '../kit/actions';
import { makeFoot, makeFrame } from '../kit/frame';
import { make } from '../kit/make-element';
import { onPage } from '../kit/on-page';
import { saveFile } from '../kit/save-file';
import type { Shown } from '../kit/shown';

/** A file's name and size, and a button that saves it. */
export function showFile(output: FileOutput): Shown<'file'> {
  const page = onPage();
  let current = output;
  const name = make('code');
  const size = make('span', { class: 'rc-muted' });
  const foot = make('div');
  const frame = makeFrame('file', undefined, foot);
  const update = (next: FileOutput): void => {
    const renamed = next.name !== current.name || !foot.firstChild;
    current = next;
    name.textContent = next.name;
    size.textContent = say('outputs.file.size', { count: next.bytes.length });
    if (renamed) foot.replaceChildren(makeFoot([name, size], [saveButton(next.name)]));
  };
  const saveButton = (label: string): HTMLButtonElement => {
    const button = actionButton(
      page,
      'save-file',
      say('outputs.file.save', { name: label }),
      say('outputs.saved'),
      () => saveFile(new Blob([Uint8Array.from(current.bytes)], { type: 'application/octet-stream' }), current.name),
    );
    button.classList.add('rc-bordered');
    return button;
  };
  update(output);
  return page.shown(frame.element, update);
}
