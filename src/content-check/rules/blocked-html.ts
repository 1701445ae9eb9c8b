import type { BlockedPart, Rule } from '../content.ts';

/** Finds HTML that the site's own security policy keeps from working: its author sees it in no browser, and is not told why. */
export const blockedHtml: Rule = {
  name: 'blocked-html',
  description:
    'Prose holds no frames, no styles in attributes, and no scripts, films or sounds of others, which the security policy blocks.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.blocked ?? []).map((part) => ({ source, offset: part.offset, ...explain(part) })),
    ),
};

function explain({ kind, name }: BlockedPart): { message: string; hint: string } {
  switch (kind) {
    case 'element':
      return {
        message: `Browsers show nothing of this \`<${name}>\`: the site's security policy lets none in.`,
        hint: 'Write a link to it, or show a picture of it.',
      };
    case 'media':
      return {
        message: `Browsers play nothing of this \`<${name}>\`: the site's security policy lets no film or sound of another host in.`,
        hint: 'Put its file into public/, or write a link to it.',
      };
    case 'script':
      return {
        message: "This script never runs: the site's security policy lets none of another host in.",
        hint: 'Leave it out, or put its file into public/.',
      };
    case 'style':
      return {
        message: "`style` has no effect here: the site's security policy lets no style in attributes in.",
        hint: 'Leave it out, or write a `class` and its rule in a `<style>` element.',
      };
    case 'handler':
      return {
        message: `\`${name}\` never runs: the site's security policy lets no code in attributes in.`,
        hint: 'Leave it out.',
      };
  }
}
