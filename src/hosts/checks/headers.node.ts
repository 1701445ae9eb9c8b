import { headersFor } from '../../site/headers.node.ts';
import { maxAge } from '../visit.node.ts';
import type { Finding, Visit } from '../visit.node.ts';

const halfAYear = 15_768_000; // seconds

/** The home page comes with the headers of the site, without regard to its policy, and the host keeps its version to itself. */
export function checkHeaders({ home, base, page }: Visit): Finding[] {
  const findings: Finding[] = [];
  for (const header of headersFor({ scripts: [], styles: [], base })) {
    const [name, value] = header;
    const isTransport = name === 'Strict-Transport-Security';
    if (name === 'Content-Security-Policy' || (isTransport && home.protocol === 'http:')) continue;
    if (name === 'Referrer-Policy' && page.text.includes('<meta name="referrer"')) continue;
    const found = page.headers.get(name);
    const why = reasons[name] ?? '';
    const wish = { is: 'header', header } as const;
    if (found === null) findings.push({ what: `There is no header ${name}.`, why, wish });
    else if (isTransport) {
      if (maxAge(found) < halfAYear)
        findings.push({ what: `${name} is ${found}.`, why: 'Below half a year browsers forget too soon.', wish });
    } else if (found !== value && name !== 'Permissions-Policy')
      findings.push({ what: `${name} is ${found}, not ${value}.`, why, wish });
  }
  const server = page.headers.get('server') ?? '';
  if (/\d/.test(server) && !/cloudfront|amazon/i.test(server))
    findings.push({
      what: `The host says its version: ${server}.`,
      why: 'It tells which of its holes to try.',
      wish: {
        is: 'anything',
        nginx: 'server_tokens off;',
        caddy: 'header -Server',
        other: 'Switch off the version in the header Server.',
      },
    });
  return findings;
}

/** What a reader has of each header. */
const reasons: Readonly<Record<string, string>> = {
  'Strict-Transport-Security': 'Without it the first visit of each day can be turned to the clear.',
  'X-Content-Type-Options': 'Without it browsers guess types, and may run what is no script.',
  'Referrer-Policy': 'Without it the next site is told where the reader comes from, which our page on privacy denies.',
  'Cross-Origin-Opener-Policy': 'Without it a window that opened the page keeps a hold of it.',
  'Cross-Origin-Resource-Policy': 'Without it other sites can take files into their own pages.',
  'Permissions-Policy': 'Without it a page may ask for the camera, the place and more.',
  'Speculation-Rules': 'Without it a page is fetched only when its link is clicked.',
};
