import { buffer, json, literal, name, shape, variants, type Schema } from './schema';

/**
 * What the kernel asks the page for. It runs in an origin of its own, without network and storage, so files of the site and the models
 * that cells save come through the page, which decides what it gives.
 */
export type PageRequest =
  /** A file of the site; `path` is relative to the site's root. */
  | { act: 'read'; path: string }
  | { act: 'save-model'; name: string; model: StoredModel }
  | { act: 'load-model'; name: string }
  | { act: 'list-models' }
  | { act: 'remove-model'; name: string };

/** What a request is answered with. */
export interface PageAnswers {
  read: { bytes: ArrayBuffer };
  'save-model': object;
  'load-model': { model: StoredModel };
  'list-models': { models: ModelEntry[] };
  'remove-model': object;
}

export type PageAct = keyof PageAnswers;

/** A model as a cell saved it: `json` holds everything but the weights. */
export interface StoredModel {
  json: string;
  weights: ArrayBuffer;
}

/** One line of the list of saved models. */
export interface ModelEntry {
  name: string;
  /** Of its description and its weights together. */
  bytes: number;
  /** `Date.now()` of the save. */
  savedAt: number;
}

/** Why the page did not give what was asked for. */
export type Refusal =
  /** A path outside of what cells may read. */
  | { why: 'outside' }
  /** No such file; `status` of HTTP. */
  | { why: 'missing'; status: number }
  | { why: 'unreachable' }
  | { why: 'no-model' }
  /** A name that is empty or longer than `most` characters. */
  | { why: 'bad-name'; most: number }
  /** One model may have `most` bytes. */
  | { why: 'too-large'; most: number }
  /** All models together may have `bytes` bytes and be `models` many. */
  | { why: 'full'; bytes: number; models: number }
  /** The browser lets the page store nothing. */
  | { why: 'blocked' }
  | { why: 'too-many' };

type Request<Act extends PageAct> = Extract<PageRequest, { act: Act }>;

const modelSchema: Schema<StoredModel> = shape<StoredModel>({ json, weights: buffer });

export const requestSchema: Schema<PageRequest> = variants<PageRequest, 'act'>('act', {
  read: shape<Request<'read'>>({ act: literal('read'), path: name }),
  'save-model': shape<Request<'save-model'>>({ act: literal('save-model'), name, model: modelSchema }),
  'load-model': shape<Request<'load-model'>>({ act: literal('load-model'), name }),
  'list-models': shape<Request<'list-models'>>({ act: literal('list-models') }),
  'remove-model': shape<Request<'remove-model'>>({ act: literal('remove-model'), name }),
});
