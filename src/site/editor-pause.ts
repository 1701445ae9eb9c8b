/** Milliseconds after which an editor is done with a file that it writes in several steps. */
export const editorPause = 100;
