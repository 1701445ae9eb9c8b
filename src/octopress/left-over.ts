import { fenced } from './code-options.ts';
import { escapeHtml, inlineCode } from './markup.ts';
import type { Slot } from './slots.ts';

/** The marked block for what can't be carried over: nothing of it is lost, and nobody can overlook it. */
export function leftOver(source: string, reason: string): Slot {
  const text = [
    '[!WARNING]',
    `Part of the old post that could not be carried over: ${reason}.`,
    '',
    fenced(source.trim(), undefined, { mark: [] }),
  ].join('\n');
  const block = text.replace(/^/gm, '> ').replace(/[ \t]+$/gm, '');
  const inline = inlineCode(source);
  return {
    block: { md: block, mdx: block },
    inline: { md: inline, mdx: inline },
    html: `<code>${escapeHtml(source).replaceAll('\n', '&#10;')}</code>`,
  };
}
