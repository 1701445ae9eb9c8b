import type { LooseNote, Rule } from '../content.ts';
import { nearest } from '../nearest.ts';

/**
 * Finds footnotes without a text, texts of footnotes to which nothing leads, a source that no reader sees, and links by
 * name without an address.
 */
export const looseNote: Rule = {
  name: 'loose-note',
  description:
    'Each footnote has one text, and a place in the prose that leads to it; each link by name has an address.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.looseNotes ?? []).map((note) => ({ source, offset: note.offset, ...explain(note, body?.notes ?? []) })),
    ),
};

function explain({ name, lacks }: LooseNote, notes: readonly string[]): { message: string; hint: string } {
  if (lacks === 'reference') {
    return {
      message: `Nothing leads to the footnote \`${name}\`, so no reader sees it.`,
      hint: `Write \`[^${name}]\` behind what it is about, or delete it.`,
    };
  }
  if (lacks === 'own name') {
    return {
      message: `The footnote \`${name}\` has a text already, so no reader sees this one.`,
      hint: 'Give it a name of its own, or delete it.',
    };
  }
  if (lacks === 'own address') {
    return {
      message: `The name \`[${name}]\` leads to another address above, so nothing leads to this one.`,
      hint: 'Give it a name of its own, or delete it.',
    };
  }
  if (lacks === 'words') {
    return {
      message: `The footnote \`${name}\` says nothing.`,
      hint: 'Write its source behind the colon, or delete it and what leads to it.',
    };
  }
  if (lacks === 'address') {
    return {
      message: `Nothing says where \`[${name}]\` leads, so readers see the brackets.`,
      hint: `Write the address, as in \`[words](/docs/)\`, or a line \`[${name}]: /docs/\`.`,
    };
  }
  const near = nearest(name, notes);
  return {
    message: `There is no footnote \`${name}\`, so readers see \`[^${name}]\`.`,
    hint:
      near === undefined
        ? `Add its text at the end, as in \`[^${name}]: [A page](https://example.org/)\`, or put it into backticks if it is none.`
        : `Write \`[^${near}]\`.`,
  };
}
