import { caching, contentType, hashedFolders, typesByName } from './answers.ts';
import type { Answers, Header } from './answers.ts';

/** Headers for all addresses that fit `pattern`: a path in which one `*` stands for anything. */
interface HeaderRule {
  pattern: string;
  headers: Header[];
}

/**
 * The text of a `_headers` file, which Netlify, Cloudflare Pages and our own server read. No two rules give the same
 * header to one address, since hosts would join their values: so pages are cached as the host does it by itself.
 */
export function headersFile({ base, everywhere }: Pick<Answers, 'base' | 'everywhere'>): string {
  const named = Object.entries(typesByName).map(([name, type]) => rule(name, [['Content-Type', contentType(type)]]));
  const markdown = rule('*.md', [['Content-Type', contentType('text/markdown')]]);
  const hashed = hashedFolders.map((folder) => rule(`${folder}*`, [['Cache-Control', caching.hashed]]));
  return [rule('*', everywhere), ...named, markdown, ...hashed].join('');

  function rule(path: string, headers: readonly Header[]): string {
    return [`${base}${path}`, ...headers.map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
  }
}

/** The rules of a `_headers` file, in its order. */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split('\n')) {
    const header = /^\s+([\w-]+): (.*)$/.exec(line);
    if (header?.[1] !== undefined && header[2] !== undefined) rules.at(-1)?.headers.push([header[1], header[2]]);
    else if (line.trim() !== '') rules.push({ pattern: line.trim(), headers: [] });
  }
  return rules;
}

/** The headers that `rules` give to the address `path`. */
export function headersOf(rules: readonly HeaderRule[], path: string): Header[] {
  return rules.filter(({ pattern }) => fits(pattern, path)).flatMap(({ headers }) => headers);
}

function fits(pattern: string, path: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return path === start;
  return path.length >= start.length + end.length && path.startsWith(start) && path.endsWith(end);
}
