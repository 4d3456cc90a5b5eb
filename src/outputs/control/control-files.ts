import type { ControlFiles, ControlValue } from '../../protocol';
import { listed, say } from '../../words';
import { controlGroup } from './control-group';
import { make } from '../kit/make-element';
import type { Part } from '../kit/shown';

export interface FileInputOf {
  label: string;
  accept: string;
  value: ControlValue | undefined;
}

/** The maximum in megabytes (10⁶ bytes): files are kept on the device and sent to the worker at each run. */
const limit = 64;

/** The reader's files, chosen or dropped. They are read here and go only to the cell. */
export function makeFileInput(first: FileInputOf, move: (value: ControlFiles) => void): Part<FileInputOf> {
  const file = make('input', {
    type: 'file',
    multiple: true,
    accept: first.accept || undefined,
    class: 'rc-unseen',
    tabindex: -1,
    'aria-hidden': 'true',
  });
  const choose = make('button', { type: 'button', class: 'rc-action rc-bordered' }, say('outputs.control.chooseFiles'));
  const hint = make('p', { class: 'rc-muted' }, say('outputs.control.files'));
  const zone = make('div', { class: 'rc-image-zone' }, hint, make('div', { class: 'rc-controls' }, choose), file);
  const { element, speak } = controlGroup(first.label, zone);

  const tell = (value: ControlValue | undefined): void => {
    if (typeof value !== 'object' || !('files' in value)) return;
    speak(say('outputs.control.filesTaken', { names: listed(value.files.map(({ name }) => name)) }));
  };
  async function read(given: readonly File[]): Promise<void> {
    if (given.length === 0) return;
    if (given.reduce((sum, { size }) => sum + size, 0) > limit * 1e6) {
      return speak(say('outputs.control.filesTooLarge', { limit }));
    }
    try {
      const files = await Promise.all(
        given.map(async (one) => ({ name: one.name, bytes: new Uint8Array(await one.arrayBuffer()) })),
      );
      files.sort((one, other) => (one.name < other.name ? -1 : 1));
      tell({ files });
      move({ files });
    } catch {
      // A file may have been deleted, or be a folder.
      speak(say('outputs.control.noFiles'));
    }
  }

  choose.addEventListener('click', () => file.click());
  file.addEventListener('change', () => {
    void read([...(file.files ?? [])]);
    file.value = '';
  });
  zone.addEventListener('dragover', (event) => event.preventDefault());
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    void read([...(event.dataTransfer?.files ?? [])]);
  });

  tell(first.value);
  return {
    element,
    update(next) {
      file.accept = next.accept;
      tell(next.value);
    },
    remove: () => element.remove(),
  };
}
