import { controlValueSchema, type ControlValue } from './controls';
import type { BackendChoice, BackendName, BackendReport, FromKernel, Memory, Outcome } from './messages';
import { outputSchema } from './output';
import { requestSchema } from './requests';
import { choice, count, fitting, literal, maybe, name, real, shape, text, variants, type Schema } from './schema';
import { isLight } from './weight';

type Message<Kind extends FromKernel['kind']> = Extract<FromKernel, { kind: Kind }>;

const backendNameSchema: Schema<BackendName> = choice<BackendName>({
  webgpu: true,
  webgl: true,
  wasm: true,
  cpu: true,
});

const reportSchema: Schema<BackendReport> = shape<BackendReport>({
  name: backendNameSchema,
  reason: text,
  threads: count,
});

const run = { run: count, cell: name };

/** The check of each kind of message; a kind that is missing does not compile. */
const messageSchema: Schema<FromKernel> = variants<FromKernel, 'kind'>('kind', {
  ready: shape<Message<'ready'>>({ kind: literal('ready'), backend: reportSchema }),
  broken: shape<Message<'broken'>>({ kind: literal('broken'), message: text }),
  warming: shape<Message<'warming'>>({ kind: literal('warming'), message: text }),
  moved: shape<Message<'moved'>>({ kind: literal('moved'), backend: reportSchema, message: text }),
  started: shape<Message<'started'>>({ kind: literal('started'), ...run }),
  output: shape<Message<'output'>>({
    kind: literal('output'),
    ...run,
    slot: name,
    output: outputSchema,
    before: maybe(name),
  }),
  finished: shape<Message<'finished'>>({
    kind: literal('finished'),
    ...run,
    outcome: choice<Outcome>({ done: true, failed: true, stopped: true }),
    milliseconds: real,
    memory: shape<Memory>({ tensors: count, bytes: count }),
  }),
  pong: shape<Message<'pong'>>({ kind: literal('pong'), beat: count, damage: maybe(name) }),
  ask: shape<Message<'ask'>>({ kind: literal('ask'), id: count, request: requestSchema }),
  chosen: shape<Message<'chosen'>>({
    kind: literal('chosen'),
    choice: shape<BackendChoice>({ name: backendNameSchema, reason: text }),
  }),
});

/** The value of a control in data of unknown origin, if it is one that a control can have. */
export function readControlValue(data: unknown): ControlValue | undefined {
  const value = fitting(controlValueSchema, data);
  return typeof value === 'number' && !Number.isFinite(value) ? undefined : value;
}

/**
 * The message in what came out of the kernel, which runs code of unknown origin; undefined where it holds none. It has the fields of
 * its type and no others, and nothing in it is larger than `bounds` allow. Never throws.
 */
export function readFromKernel(data: unknown): FromKernel | undefined {
  try {
    return isLight(data) ? fitting(messageSchema, data) : undefined;
  } catch {
    // A value that cannot even be looked at, such as an object whose memory is gone.
    return undefined;
  }
}
