import type { Redirect } from '../site/redirects.ts';
import type { HostKind, Wish } from './mend.ts';

/** What a host answered. */
export interface Answer {
  status: number;
  headers: Headers;
  /** The first million letters or so: no page that is read here has a tenth of it, and a host may never end. */
  text: string;
}

/** A look at a running host: what it answered to the question for its home page, and how to ask on. */
export interface Visit {
  /** Address of the home page. */
  home: URL;
  /** Path of the home page, with both slashes. */
  base: string;
  kind: HostKind;
  /** The answer with the home page. */
  page: Answer;
  /** Old addresses of the built site and where each leads. */
  redirects: readonly Redirect[];
  /** The policy that the built site needs. */
  policy: string;
  /** Today as `2026-11-26`. */
  today: string;
  /** The answer to a question for `path`, which may be a whole address; redirects are not followed. */
  ask: (path: string, headers?: Record<string, string>) => Promise<Answer>;
}

/** Something that a host does otherwise than the site needs it. */
export interface Finding {
  /** What is so now, as a full sentence. */
  what: string;
  /** What it does to readers. */
  why: string;
  wish: Wish;
}

/** Looks at one matter on a host. */
export type Check = (visit: Visit) => Finding[] | Promise<Finding[]>;

/** The wish for what `npm run hosts` writes by itself on our own servers; `other` says what to do. */
export function anew(other: string): Wish {
  return {
    is: 'anything',
    nginx: `npm run hosts -- nginx  (${other})`,
    caddy: `npm run hosts -- caddy  (${other})`,
    other,
  };
}

/** The seconds in `max-age` of a header's value; 0 if it names none. */
export function maxAge(value: string): number {
  return Number(/max-age=(\d+)/.exec(value)?.[1] ?? 0);
}
