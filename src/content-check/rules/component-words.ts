import type { Component, Rule } from '../content.ts';
import { suggest } from '../nearest.ts';

/** The attributes that a component reads, and those of them without which it shows nothing. */
export interface Attributes {
  reads: readonly string[];
  needs?: readonly string[];
}

/** Finds attributes of `components`, by their names, that nothing reads, and components that lack one: Astro drops both unsaid. */
export function componentWords(components: Readonly<Record<string, Attributes>>): Rule {
  const lookAt = ({ name, attributes, isWhole }: Component) => {
    const { reads, needs = [] } = components[name] ?? { reads: attributes.map((attribute) => attribute.name) };
    const written = attributes.map((attribute) => attribute.name);
    return [
      ...written
        .filter((attribute) => !reads.includes(attribute))
        .map((attribute) => ({
          message: `\`<${name}>\` reads no \`${attribute}\`.`,
          hint: suggest(attribute, reads, 'Remove it.'),
        })),
      ...needs
        .filter((attribute) => isWhole && !written.includes(attribute))
        .map((attribute) => ({
          message: `\`<${name}>\` lacks its \`${attribute}\`.`,
          hint: `Write \`${attribute}="…"\`.`,
        })),
    ];
  };
  return {
    name: 'component-words',
    description: 'A component in MDX has the attributes that it needs, and none that nothing reads.',
    check: ({ entries }) =>
      entries.flatMap(({ source, body }) =>
        (body?.components ?? [])
          .filter(({ isMdx }) => isMdx)
          .flatMap((component) => lookAt(component).map((told) => ({ source, offset: component.offset, ...told }))),
      ),
  };
}
