/** What a key inside an editor asks of the notebook. */
export type EditorCommand = 'run-next' | 'run' | 'run-insert' | 'leave';
