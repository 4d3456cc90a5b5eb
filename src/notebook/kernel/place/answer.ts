import type { FromKernel, PageAct, PageAnswers, PageRequest, ToKernel } from '../../../protocol';
import type { ModelStore } from '../models/model-store';
import { NotGranted } from './not-granted';
import { readFile } from './read-file';

/** Requests that may be under way at the same time: more come only from code that means harm. */
const most = 32;

/** Returns a function that answers the requests of one kernel through `send`. */
export function answerer(
  base: string,
  models: () => ModelStore,
  send: (message: ToKernel, transfer?: ArrayBuffer[]) => void,
): (message: Extract<FromKernel, { kind: 'ask' }>) => void {
  let underWay = 0;

  async function answer(id: number, request: PageRequest): Promise<void> {
    try {
      if (underWay > most) throw new NotGranted({ why: 'too-many' });
      const [given, transfer] = await give(request, (received) => send({ kind: 'progress', id, received }));
      send({ kind: 'answer', id, answer: given }, transfer);
    } catch (error) {
      send({ kind: 'refusal', id, refusal: error instanceof NotGranted ? error.refusal : { why: 'unreachable' } });
    }
  }

  async function give(
    request: PageRequest,
    hear: (received: number) => void,
  ): Promise<[PageAnswers[PageAct], ArrayBuffer[]]> {
    switch (request.act) {
      case 'read': {
        const bytes = await readFile(base, request.path, hear);
        return [{ bytes }, [bytes]];
      }
      case 'save-model':
        await models().save(request.name, request.model);
        return [{}, []];
      case 'load-model': {
        const model = await models().load(request.name);
        return [{ model }, [model.weights]];
      }
      case 'list-models':
        return [{ models: await models().list() }, []];
      case 'remove-model':
        await models().remove(request.name);
        return [{}, []];
    }
  }

  return ({ id, request }) => {
    underWay += 1;
    void answer(id, request).finally(() => (underWay -= 1));
  };
}
