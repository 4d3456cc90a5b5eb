/** What the page knows about the kernel's health. */
export interface VitalSigns {
  /** The number of the newest ping, and of the newest that was answered or no longer counts. */
  sent: number;
  answered: number;
  /** The cell whose run ended last: what has gone wrong since is most likely its doing. */
  ranLast?: string;
  /** The kernel was restarted by itself, and the reader has not asked for anything since. */
  rescued: boolean;
}

/** Before any kernel has run. */
export const noSigns: VitalSigns = { sent: 0, answered: 0, rescued: false };
