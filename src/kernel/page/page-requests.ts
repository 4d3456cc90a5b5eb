import type { PageAct, PageAnswers, PageReply, PageRequest, Refusal } from '../../protocol';
import type { Place } from './place';

/** A request that the page did not grant. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(readonly refusal: Refusal) {
    super(refusal.why);
  }
}

/** The kernel's requests to the page. */
export interface PageRequests {
  /**
   * Resolves with the page's answer. `hear` is called with the number of bytes that have arrived of a file.
   * @throws Refused
   */
  ask<Act extends PageAct>(
    request: Extract<PageRequest, { act: Act }>,
    transfer?: ArrayBuffer[],
    hear?: (received: number) => void,
  ): Promise<PageAnswers[Act]>;
  /** Takes in a message of the page. */
  take(message: PageReply): void;
}

interface Waiting {
  resolve(answer: never): void;
  reject(reason: Refused): void;
  hear(received: number): void;
}

/** Opens the kernel's requests: none yet. */
export function openPageRequests(post: Place['post']): PageRequests {
  const waiting = new Map<number, Waiting>();
  let last = 0;

  return {
    ask: (request, transfer = [], hear = () => {}) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject, hear });
        post({ kind: 'ask', id: last, request }, transfer);
      }),
    take(message) {
      const one = waiting.get(message.id);
      if (message.kind === 'progress') return one?.hear(message.received);
      waiting.delete(message.id);
      if (message.kind === 'answer') one?.resolve(message.answer as never);
      else one?.reject(new Refused(message.refusal));
    },
  };
}
