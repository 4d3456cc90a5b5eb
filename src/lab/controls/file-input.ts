import type { ControlFiles, ControlValue } from '../../protocol';
import { checkOptions, text } from '../values/check-options';
import { ask } from './control';

export interface FileInputOptions {
  /** Which files are offered, such as `.json,.bin`. Without it all are. */
  accept?: string;
}

/**
 * Files of the reader's own, below the cell: chosen or dropped. They never leave this device. Gives them in the order of their
 * names, at first none. New files run the cell again.
 *
 * ```ts
 * const files = fileInput('your model', { accept: '.json,.bin' })
 * if (files.length > 0) show(await tf.loadLayersModel(tf.io.browserFiles(files)))
 * ```
 */
export function fileInput(label: string, options: FileInputOptions = {}): File[] {
  checkOptions('fileInput', options, { accept: text });
  const shape = { type: 'files' as const, accept: options.accept ?? '' };
  const fits = (kept: ControlValue): kept is ControlFiles => typeof kept === 'object' && 'files' in kept;
  const given = ask<ControlFiles | undefined>('fileInput', label, shape, undefined, fits);
  return (given?.files ?? []).map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name));
}
