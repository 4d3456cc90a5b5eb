/** Hostile cells of one kind. */
export interface Family {
  name: string;
  /** End by themselves, well or badly. */
  cells?: readonly string[];
  /** Must tell the reader of an error, be it after they have ended. */
  tells?: readonly string[];
  /** Do not end by themselves, or may not; they are stopped. */
  endless?: readonly string[];
}
