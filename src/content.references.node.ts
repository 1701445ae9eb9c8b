/** Where one entry names another. */
import type { ReferencePlaces } from './content-check/references.ts';
import { linkPlaces } from './content.collections.node.ts';
import { linkedTalk } from './discussions/link.ts';
import { discussionLink } from './discussions/schema.ts';

/** Where names of entries are written; discussions that are not of `repository` have no entry. */
export const referencesIn = (repository: string): ReferencePlaces => ({
  fields: [
    { in: 'drivers', path: ['engine'], to: 'engines' },
    { in: 'drivers', path: ['versions'], to: 'engines' },
    { in: 'drivers', path: ['used_by', '*', 'engine'], to: 'engines' },
    { in: 'drivers', path: ['facts', 'replacement', 'value'], to: 'drivers', nameOf: replacement },
    { in: 'engines', path: ['events', '*', 'drivers', '*'], to: 'drivers' },
    { in: 'engines', path: ['order', '*', 'drivers', '*'], to: 'drivers' },
    { in: 'docker-info', path: ['*', 'error'], to: 'errors' },
    { in: 'docker-info', path: ['*', 'engine'], to: 'engines' },
    { in: 'errors', path: ['engines', '*'], to: 'engines' },
    { in: 'errors', path: ['drivers', '*'], to: 'drivers' },
    { in: 'errors', path: ['leads_to', '*'], to: 'errors' },
    { in: 'errors', path: ['special_case_of'], to: 'errors' },
    ...['posts', 'docs', 'errors', 'drivers'].map((name) => ({
      in: name,
      path: ['discussion'],
      to: 'discussions',
      nameOf: (link: unknown) => discussionNumber(link, repository),
    })),
  ],
  keys: [
    { in: 'drivers', path: ['facts'], to: 'facts' },
    { in: 'errors', path: ['versions'], to: 'engines' },
  ],
  attributes: [
    { component: 'Compare', attribute: 'drivers', to: 'drivers' },
    { component: 'Compare', attribute: 'facts', to: 'facts' },
  ],
  links: linkPlaces,
});

/** The number of the thread that a link means in `repository`; nothing for other places and for what is no link. */
function discussionNumber(link: unknown, repository: string): string | undefined {
  const { data } = discussionLink.safeParse(link);
  const talk = data === undefined ? undefined : linkedTalk(data, repository);
  return talk?.kind === 'thread' ? String(talk.number) : undefined;
}

/** The driver that a fact names as the replacement, unless it says that there is none. */
function replacement(value: unknown): string | undefined {
  return typeof value === 'string' && !['none', 'unknown', 'not-applicable'].includes(value) ? value : undefined;
}
