import { say } from '../../words';
import type { EditorCommand } from './editor-command';
import { monaco } from './monaco';

/** The notebook's keys inside an editor. */
export function bindKeys(editor: monaco.editor.IStandaloneCodeEditor, onKey: (command: EditorCommand) => void): void {
  const { KeyCode, KeyMod } = monaco;
  const bind = (keybinding: number, command: EditorCommand, label: string, precondition?: string): void => {
    editor.addAction({
      id: `cell.${command}`,
      label,
      keybindings: [keybinding],
      ...(precondition && { precondition }),
      run: () => onKey(command),
    });
  };
  bind(KeyMod.CtrlCmd | KeyCode.Enter, 'run', say('editor.run'));
  bind(KeyMod.Shift | KeyCode.Enter, 'run-next', say('editor.runNext'));
  bind(KeyMod.Alt | KeyCode.Enter, 'run-insert', say('editor.runInsert'));
  // Escape first closes what is open in the editor; only the next one leaves it.
  const open = ['suggestWidgetVisible', 'parameterHintsVisible', 'findWidgetVisible', 'renameInputVisible'];
  const busy = [...open, 'referenceSearchVisible', 'markersNavigationVisible', 'inSnippetMode', 'editorHasSelection'];
  bind(KeyCode.Escape, 'leave', say('editor.leave'), busy.map((key) => `!${key}`).join(' && '));
}

/** Formats with Shift+Alt+F also on Linux, where Monaco has Ctrl+Shift+I, which opens the browser's developer tools. */
export function addFormatKey(): void {
  const { KeyCode, KeyMod } = monaco;
  monaco.editor.addKeybindingRule({
    keybinding: KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF,
    command: 'editor.action.formatDocument',
    when: 'editorTextFocus',
  });
}
