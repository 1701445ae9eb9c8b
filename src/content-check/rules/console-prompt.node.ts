import { isTerminalLanguage } from '../../markdown/highlight.node.ts';
import { parseTerminal } from '../../markdown/terminal.ts';
import type { Rule } from '../content.ts';

/** Finds blocks of a terminal in which nothing was typed: without a prompt, commands pass for output. */
export const consolePrompt: Rule = {
  name: 'console-prompt',
  description: 'Every `console` block has a prompt before what was typed.',
  scope: 'file',
  warns: 'always',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.code ?? []).flatMap(({ code, language, isInline }) => {
        if (isInline || language === undefined || !isTerminalLanguage(language.name)) return [];
        if (parseTerminal(code).some(({ kind }) => kind === 'command')) return [];
        return [
          {
            source,
            offset: language.offset,
            message: `The \`${language.name}\` block has no prompt, so readers can't copy what to type.`,
            hint: 'Write `$ ` before each command, or `# ` if it is for root. If all of it is output, write `text` for the language.',
          },
        ];
      }),
    ),
};
