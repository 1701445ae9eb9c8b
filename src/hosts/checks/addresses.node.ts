import { caching, notFoundPage } from '../../site/answers.ts';
import type { Finding, Visit } from '../visit.node.ts';

const followed = 5; // old addresses; they are all made by one rule

/** Addresses that are not there, that lack their slash, or that are old get the answer that they should. */
export async function checkAddresses(visit: Visit): Promise<Finding[]> {
  return [...(await ofNoPage(visit)), ...(await ofFolder(visit)), ...(await ofOldPages(visit))];
}

async function ofNoPage({ base, page, ask }: Visit): Promise<Finding[]> {
  const findings: Finding[] = [];
  const { status, headers, text } = await ask('there-is-no-such-page/');
  if (status !== 404)
    findings.push({
      what: `An address that is not there answers ${status}, not 404.`,
      why: 'Search engines keep addresses that lead nowhere.',
      wish: {
        is: 'anything',
        nginx: `error_page 404 ${base}${notFoundPage};  # and no try_files … /index.html`,
        caddy: `handle_errors { rewrite * /${notFoundPage}; file_server }`,
        other: `Answer with ${notFoundPage} and 404, and switch off "single page application".`,
      },
    });
  else if (!text.includes('<main'))
    findings.push({
      what: 'An address that is not there gets a page of the host.',
      why: 'Readers find no way on.',
      wish: {
        is: 'anything',
        nginx: `error_page 404 ${base}${notFoundPage};`,
        caddy: `handle_errors { rewrite * /${notFoundPage}; file_server }`,
        other: `Answer with ${notFoundPage}.`,
      },
    });
  else if (page.headers.has('content-security-policy') && !headers.has('content-security-policy'))
    findings.push({
      what: 'An address that is not there gets its page without the headers of the others.',
      why: 'A script that got into it would run.',
      wish: {
        is: 'anything',
        nginx: 'add_header … always;  # the last word, in each of these lines',
        caddy: 'handle_errors { header … }  # with the same lines again',
        other: 'Send the same headers with 404.',
      },
    });
  if ((headers.get('cache-control') ?? '').includes('immutable'))
    findings.push({
      what: 'An address that is not there is kept for good.',
      why: 'It stays away when there is a page.',
      wish: { is: 'caching', folder: base, value: caching.others },
    });
  return findings;
}

async function ofFolder({ home, base, ask }: Visit): Promise<Finding[]> {
  const { status, headers } = await ask('search?a=1');
  const to = headers.get('location');
  const wanted = new URL('search/?a=1', home).href;
  if ([301, 308].includes(status) && to !== null && new URL(to, new URL('search', home)).href === wanted) return [];
  return [
    {
      what: `${base}search?a=1 answers ${status}${to === null ? '' : ` to ${to}`}, not 301 to ${base}search/?a=1.`,
      why: 'Links without their last slash break, or one page has two addresses.',
      wish: {
        is: 'anything',
        nginx: 'index index.html;  # nginx leads to the slash by itself; absolute_redirect off; behind another server',
        caddy: 'npm run hosts -- caddy',
        other: 'Lead addresses without their slash to those with it.',
      },
    },
  ];
}

async function ofOldPages({ home, kind, redirects, ask }: Visit): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { from, to } of redirects.slice(0, followed)) {
    const { status, headers } = await ask(encodeURI(from));
    const target = encodeURI(to);
    const found = headers.get('location');
    if (status === 301 && found !== null && new URL(found, home).pathname === new URL(target, home).pathname) continue;
    findings.push({
      what: `The old address ${from} answers ${status}${found === null ? '' : ` to ${found}`}, not 301 to ${to}.`,
      why: 'Search engines and feed readers lose the page.',
      wish: {
        is: 'anything',
        nginx: `location = "${from}" { return 301 ${target}; }`,
        caddy: `redir ${from} ${target} 301`,
        other:
          kind === 'github-pages'
            ? 'GitHub Pages knows no redirects: the page there leads on.'
            : `_redirects: ${encodeURI(from)} ${target} 301`,
      },
    });
  }
  return findings;
}
