import { slugOf } from './slug.ts';

/** A file that does not exist yet: where it belongs, and what it begins with. */
export interface NewFile {
  /** Path from the project's root. */
  path: string;
  text: string;
}

/** `text` as a YAML string in double quotes, which is the one form that every text can be written in. */
export function yamlString(text: string): string {
  return JSON.stringify(text);
}

const mostLetters = 60; // an address that can still be read aloud; a disk takes 255 bytes, and a letter has up to four

/** The name of a file for `text`, without ending: its slug, or the first words of it. */
export function fileNameFor(text: string): string {
  const slug = Array.from(slugOf(text)); // letters, of which some are two units
  const short = slug.slice(0, mostLetters).join('');
  return slug.length <= mostLetters || slug[mostLetters] === '-' ? short : short.replace(/(?<=.)-[^-]*$/, '');
}
