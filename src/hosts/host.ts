import type { Answers } from '../site/answers.ts';

/** Where the site will stand. */
export interface Place {
  /** Name of the host that readers ask, and the port if it is not 443: `example.org`. */
  host: string;
  /** Folder of the built site on the server, without a slash at its end: `/srv/example.org`. */
  folder: string;
  /** Files of the certificate and its key; without them the server speaks plain HTTP, for use behind another one. */
  tls?: { certificate: string; key: string };
  /** Address and port of a server that is not asked by readers themselves: `127.0.0.1:8080`. */
  listen?: string;
}

/** What a host may set limits to. */
export interface Size {
  files: number;
  bytes: number;
  largest: { path: string; bytes: number };
  /** What its files' names end in, without a dot. */
  ends: ReadonlySet<string>;
  /** Text of the built `_headers` file. */
  headers: string;
}

/** What a host needs besides the built site. */
export interface HostFiles {
  /** Texts of files by name. */
  files: Readonly<Record<string, string>>;
  /** Texts of files that take the place of those in the built site, by path. */
  inSite?: Readonly<Record<string, string>>;
  /** What to do with them, in order: commands, or a sentence each. */
  steps: readonly string[];
  /** What the host can't do, or does by itself. */
  remarks: readonly string[];
  /** What of this site does not fit into the limits of the host. */
  tooMuch?: readonly string[];
}

/** A kind of host, for which configurations are written. */
export type HostWriter = (answers: Answers, place: Place, size: Size) => HostFiles;

/** A name for things of one site in a configuration that may hold others: `example_org`. */
export function nameOf(host: string): string {
  return host.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}

/** Lines for all of `checks` that hold: `[17 > 5, 'There are 17.']`. */
export function said(...checks: readonly (readonly [boolean, string])[]): string[] {
  return checks.filter(([holds]) => holds).map(([, text]) => text);
}

/** Both forms of an old address: a folder is asked for with its slash and without. */
function formsOf(from: string): string[] {
  const bare = from.replace(/\/$/, '');
  return bare === '' ? [from] : [bare, `${bare}/`];
}

/** Old addresses in all their forms and where they lead, escaped for a `Location`; the first of two counts. */
export function movesOf({ redirects }: Pick<Answers, 'redirects'>): Map<string, string> {
  const moves = new Map<string, string>();
  for (const { from, to } of redirects)
    for (const form of formsOf(from)) if (!moves.has(form)) moves.set(form, encodeURI(to).replaceAll('$', '%24'));
  return moves;
}
