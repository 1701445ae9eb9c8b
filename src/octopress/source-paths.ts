/** Paths from the root of an old blog's tree, and those from the folder `base` of its source, such as `source`. */

/** `file` from the folder of the source. */
export function relativeTo(file: string, base: string): string {
  return base !== '' && file.startsWith(`${base}/`) ? file.slice(base.length + 1) : file;
}

/** The path from the root of the tree for one from the folder of the source. */
export function inSource(base: string, path: string): string {
  return base === '' ? path : `${base}/${path}`;
}
