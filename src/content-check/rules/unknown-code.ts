import type { Rule } from '../content.ts';
import type { UsedName } from '../free-names.ts';
import { anyOf, nearest } from '../nearest.ts';

/** Names that MDX and Astro bring into each file, besides those that JavaScript has. */
const brought = new Set(['props', 'frontmatter', 'file', 'url', 'getHeadings', 'Fragment']);

/**
 * Finds code in MDX with a name that nothing has, and components in Markdown, of which nothing is made. The first ends the
 * build with a trace that names no file; the second takes what follows it out of the page. `components` are those that
 * need no import.
 */
export function unknownCode(components: readonly string[]): Rule {
  return {
    name: 'unknown-code',
    description: 'Code in MDX uses names that the site or the file has, and components stand in MDX only.',
    check: ({ entries }) =>
      entries.flatMap(({ source, body }) => [
        ...(body?.freeNames ?? [])
          .filter(({ name }) => !components.includes(name) && !brought.has(name) && !(name in globalThis))
          .map((used) => ({ source, offset: used.offset, ...explain(used, components) })),
        ...(body?.components ?? [])
          .filter(({ name, isMdx }) => !isMdx && components.includes(name))
          .map(({ name, offset }) => ({
            source,
            offset,
            message: `\`<${name}>\` works in MDX only, and this file is Markdown.`,
            hint: 'Give the file the ending `.mdx`.',
          })),
      ]),
  };
}

function explain({ name }: UsedName, components: readonly string[]): { message: string; hint: string } {
  if (/^[A-Z]/.test(name)) {
    const near = nearest(name, components);
    return {
      message: `There is no component \`${name}\`.`,
      hint:
        near === undefined
          ? `Import it, or take ${anyOf(components)}. If it is text, write \`\\<${name}>\`.`
          : `Write \`<${near}>\`.`,
    };
  }
  return {
    message: `Braces hold code in MDX, and nothing is called \`${name}\` here.`,
    hint: 'If it is text, write `\\{` for the brace, or put the whole into backticks.',
  };
}
