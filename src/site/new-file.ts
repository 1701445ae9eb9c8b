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
