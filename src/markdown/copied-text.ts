/** A line of a block of code as it stands on the page. */
export interface ShownLine {
  /** `$ `, `> `; empty where there is none. */
  prompt: string;
  /** What was typed; undefined if the line is output, or the block no terminal. */
  command: string | undefined;
  /** The whole line. */
  text: string;
  /** Whether its author says that the line goes. */
  removed: boolean;
}

/** A command with the place of its first line. */
export interface ShownCommand {
  text: string;
  line: number;
}

const continuationPrompt = /^>{1,2} ?$/;

/** The commands of a terminal, each whole with its continuation lines and here-documents; prompts and output are left out. */
export function commandsIn(lines: readonly ShownLine[]): ShownCommand[] {
  const commands: ShownCommand[] = [];
  let open: ShownCommand | undefined;
  for (const [line, { prompt, command }] of lines.entries()) {
    if (command === undefined) open = undefined;
    else if (open !== undefined && (prompt === '' || continuationPrompt.test(prompt))) open.text += `\n${command}`;
    else commands.push((open = { text: command, line }));
  }
  return commands.filter(({ text }) => text.trim() !== '');
}

/**
 * What a reader wants who copies a whole block: all its commands, one a line; without any, its lines, but not those that
 * are removed. It ends without a line break, so that a terminal waits for the reader's own Enter.
 */
export function copiedText(lines: readonly ShownLine[]): string {
  const commands = commandsIn(lines);
  if (commands.length > 0) return commands.map(({ text }) => text).join('\n');
  return lines
    .filter(({ removed }) => !removed)
    .map(({ text }) => text)
    .join('\n');
}
