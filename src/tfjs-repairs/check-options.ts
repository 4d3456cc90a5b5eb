import { listed, say } from '../words';

/** `kernel_size` and `kernelSize` are the same to who comes from Python. */
const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

/**
 * Refuses options that a function does not have: tfjs ignores them without a word.
 * @throws RangeError that names the option, and its name here or all that there are
 */
export function checkOptions(name: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown === undefined) return;
  const named = known.find((one) => plain(one) === plain(unknown));
  if (named !== undefined) throw new RangeError(say('repairs.optionNamed', { name, option: unknown, named }));
  throw new RangeError(say('repairs.option', { name, option: unknown, known: listed(known) }));
}
