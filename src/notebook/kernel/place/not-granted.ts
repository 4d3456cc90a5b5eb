import type { Refusal } from '../../../protocol';

/** A request of the kernel that the page does not grant. */
export class NotGranted extends Error {
  override name = 'NotGranted';
  constructor(readonly refusal: Refusal) {
    super(refusal.why);
  }
}
