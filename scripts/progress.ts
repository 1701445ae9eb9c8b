/** Whether somebody sits before a terminal and sees a line that changes. */
export const isWatched = process.stderr.isTTY && !process.env['CI'];

/** Puts `text` in place of the last line that was shown so, where somebody sees it. An empty one takes it away. */
export function showProgress(text: string): void {
  if (isWatched) process.stderr.write(`\r\u001B[K${text}`);
}
