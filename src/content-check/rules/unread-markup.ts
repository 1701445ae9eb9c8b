import type { Rule, UnreadMarkup } from '../content.ts';

/** Finds links, bold words, code, headings and tables that are none, so that readers see their signs or lose a cell. */
export const unreadMarkup: Rule = {
  name: 'unread-markup',
  description:
    'Links, bold words, code, headings and tables are written so that they become what they are meant to be.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.unread ?? []).map(({ kind, offset }) => ({ source, offset, ...words[kind] })),
    ),
};

const words: Readonly<Record<UnreadMarkup['kind'], { message: string; hint: string }>> = {
  'blank before the address': {
    message: 'This is no link, because a blank stands before its address.',
    hint: 'Write `[words](address)` without one.',
  },
  'blank in the address': {
    message: 'This is no link, because a blank stands in its address.',
    hint: 'Delete it, or write `%20` in its place.',
  },
  'brackets the wrong way round': {
    message: 'This is no link, because its brackets are the wrong way round.',
    hint: 'Write `[words](address)`.',
  },
  stars: {
    message: 'These stars make nothing bold, so readers see them.',
    hint: 'Write `**` at both ends, with no blank inside, or put the whole into backticks if it is code.',
  },
  backtick: {
    message: 'This backtick has no other one, so readers see it.',
    hint: 'Close the code, or write a backslash before a backtick that is meant as one.',
  },
  heading: {
    message: 'This is no heading, because no blank follows its `#`.',
    hint: 'Write one, as in `## Words`.',
  },
  table: {
    message: 'This is no table, because the line of dashes has more or fewer columns than the one above it.',
    hint: 'Write `---` once for each column.',
  },
  'lines of a table': {
    message: 'These lines are no table, because no line of dashes stands below the first.',
    hint: 'Write one, such as `| --- | --- |`.',
  },
  attributes: {
    message: 'Nothing reads what stands in these braces, so readers see it.',
    hint: 'Delete it, or write the element in HTML, such as `<img src="…" alt="…" width="300">`.',
  },
  'note in a line': {
    message: 'This is no footnote, so readers see its brackets.',
    hint: 'Write `[^name]` here, and a line `[^name]: its text` at the end.',
  },
  'unknown tag': {
    message: 'HTML has no element of this name, so readers do not see it.',
    hint: 'Put it into backticks, or write a backslash before the `<`.',
  },
  'open tag': {
    message: 'This tag is never closed, so that it takes in all that follows.',
    hint: 'Write its closing tag.',
  },
  'open comment': {
    message: 'This comment never ends, so readers see nothing of what follows.',
    hint: 'Write `-->` behind its last word.',
  },
  'empty note': {
    message: 'This note has no text, so readers see its mark.',
    hint: 'Write the text into the next line, after `> `.',
  },
  'nested note': {
    message: 'A note in a list or in another quote is none, so readers see its mark.',
    hint: 'End the list or the quote above it, or leave the mark out.',
  },
  cell: {
    message: 'Readers do not see this cell, because the table has no column for it.',
    hint: 'Give its head one more column, or write `\\|` for a bar within a cell, in code too.',
  },
};
