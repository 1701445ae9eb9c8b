import { isTerminalLanguage } from '../../markdown/highlight.node.ts';
import { parseTerminal } from '../../markdown/terminal.ts';
import type { Rule } from '../content.ts';

const shells = ['sh', 'bash', 'shell', 'zsh', 'fish', 'powershell', 'pwsh', 'ps1', 'bat', 'cmd'];

/**
 * Finds blocks of a terminal in which nothing was typed, since commands without a prompt pass for output, and scripts that
 * begin with a prompt, which readers would copy.
 */
export const consolePrompt: Rule = {
  name: 'console-prompt',
  description: 'Every `console` block has a prompt before what was typed, and no script has one.',
  warns: 'always',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.code ?? []).flatMap(({ code, language, isInline }) => {
        if (isInline || language === undefined) return [];
        if (shells.includes(language.name.toLowerCase()) && beginsWithPrompt(code)) {
          return [
            {
              source,
              offset: language.offset,
              message: `The \`${language.name}\` block begins with a prompt, which readers would copy.`,
              hint: 'Write `console` for the language.',
            },
          ];
        }
        if (!isTerminalLanguage(language.name)) return [];
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

/** In a script, `# ` begins a comment. */
function beginsWithPrompt(code: string): boolean {
  const [first] = parseTerminal(code.replace(/^(?:[ \t]*(?:#.*)?\n)+/, ''));
  return first?.kind === 'command' && !first.prompt.startsWith('#');
}
