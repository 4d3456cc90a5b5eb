import type { ControlFiles, ControlValue } from '../../protocol';
import { checkOptions, text } from '../values/check-options';
import { ask } from './control';

/** Which files a reader may choose. */
export interface FileInputOptions {
  /** The types of files, such as `.json,.bin`. Default: all. */
  accept?: string;
}

/**
 * Lets the reader choose or drop files below the cell. They never leave the reader's device. New files run the cell again, and
 * then the cells that use its values.
 *
 * ```ts
 * const files = fileInput('your model', { accept: '.json,.bin' })
 * if (files.length > 0) show(await tf.loadLayersModel(tf.io.browserFiles(files)))
 * ```
 *
 * @param label the text above the input, different from the labels of the cell's other controls
 * @param options see `FileInputOptions`
 * @returns the files, sorted by name; none at first
 * @throws TypeError if `label` is not a text or another control of the cell has it, or for an unknown option
 */
export function fileInput(label: string, options: FileInputOptions = {}): File[] {
  checkOptions('fileInput', options, { accept: text });
  const shape = { type: 'files' as const, accept: options.accept ?? '' };
  const fits = (kept: ControlValue): kept is ControlFiles => typeof kept === 'object' && 'files' in kept;
  const given = ask<ControlFiles | undefined>('fileInput', label, shape, undefined, fits);
  return (given?.files ?? []).map(({ name, bytes }) => new File([Uint8Array.from(bytes)], name));
}
