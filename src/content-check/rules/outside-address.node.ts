import type { Rule } from '../content.ts';
import { nearest } from '../nearest.ts';

/** Finds links to other hosts that no browser can open, and that nobody can be asked about. */
export const outsideAddress: Rule = {
  name: 'outside-address',
  description: 'Every link to another host has an address that browsers can read.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ source, body }) =>
      (body?.links ?? []).flatMap(({ url, offset }) => {
        const hint = whatToWrite(url);
        return hint === undefined ? [] : [{ source, offset, message: `No browser can open \`${url}\`.`, hint }];
      }),
    ),
};

const schemes = ['https', 'http', 'mailto'];

/** What to write in place of `url`; undefined if browsers can open it, or nobody can tell. */
function whatToWrite(url: string): string | undefined {
  const [, scheme, rest] = /^(?:([a-z][a-z\d+.-]*):(?=.)|(?=\/\/))(.*)$/is.exec(url) ?? [];
  if (rest === undefined) return undefined; // It stays within the site, or on the page.
  const meant = scheme === undefined ? 'https' : nearest(scheme, schemes);
  if (meant === undefined) return undefined; // Other programs have addresses of their own.
  const whole = meant === 'mailto' ? `mailto:${rest}` : `${meant}://${rest.replace(/^\/*/, '')}`;
  if (!URL.canParse(whole)) return 'Correct its host or its port, as in `https://example.org:8080/`.';
  const written = scheme === undefined ? `https:${rest}` : url;
  return whole.toLowerCase() === written.toLowerCase() ? undefined : `Write \`${whole}\`.`;
}
