/** What cells call; the module `datasets` of a cell. */
export { digits } from './digits';
export { emoji } from './emoji';
export { fashion } from './fashion';
export { photo, type PhotoName } from './photo';
export { pretrained, type NetworkName } from './pretrained';
export type { Labelled, Split, SplitOptions } from './split';
