/** A mistake that costs a training its sense and that nothing reports: which one, and what to say about it. */
export interface Note {
  kind: string;
  text: string;
}
