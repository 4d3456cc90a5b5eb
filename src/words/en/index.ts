import { backend } from './backend';
import { compile } from './compile';
import { datasets } from './datasets';
import { kernel } from './kernel';
import { lab } from './lab';
import { notebook } from './notebook';
import { outputs } from './outputs';
import { site } from './site';
import { words } from './words';

/** English: the table whose keys and places all other languages must have. */
export const en = {
  ...backend,
  ...compile,
  ...datasets,
  ...kernel,
  ...lab,
  ...notebook,
  ...outputs,
  ...site,
  ...words,
};
