import type { Header } from '../site/answers.ts';

/** Kinds of hosts that tell who they are. */
export type HostKind = 'nginx' | 'caddy' | 'netlify' | 'cloudflare' | 'github-pages' | 's3' | 'unknown';

/** The kind of host that answered, by what it says of itself in `Server` and headers of its own. */
export function kindOf(headers: { get: (name: string) => string | null | undefined }): HostKind {
  const server = headers.get('server')?.toLowerCase() ?? '';
  const marks: readonly [HostKind, boolean][] = [
    ['github-pages', server.includes('github.com') || headers.get('x-github-request-id') != null],
    ['netlify', server.includes('netlify') || headers.get('x-nf-request-id') != null],
    ['s3', server.includes('cloudfront') || server.includes('amazons3') || headers.get('x-amz-cf-id') != null],
    ['cloudflare', server.includes('cloudflare')],
    ['nginx', server.includes('nginx') || server.includes('openresty')],
    ['caddy', server.includes('caddy')],
  ];
  return marks.find(([, fits]) => fits)?.[0] ?? 'unknown';
}

/** Something that the site asks of its host, and how to bring it about on each kind. */
export type Wish =
  | { is: 'header'; header: Header }
  | { is: 'caching'; folder: string; value: string }
  | { is: 'anything'; nginx?: string; caddy?: string; other: string };

/** The line to add on a host of this kind. */
export function mend(wish: Wish, kind: HostKind, base: string): string {
  switch (wish.is) {
    case 'header': {
      const [name, value] = wish.header;
      return {
        nginx: `add_header ${name} "${value.replaceAll('"', '\\"')}" always;`,
        caddy: `header ${name} \`${value}\``,
        netlify: `_headers: ${base}*  ${name}: ${value}`,
        cloudflare: `_headers: ${base}*  ${name}: ${value}`,
        'github-pages': `GitHub Pages sends no headers of yours. npm run hosts -- github-pages writes what it can into the pages.`,
        s3: `npm run hosts -- s3, then update the response headers policy: ${name}: ${value}`,
        unknown: `${name}: ${value}`,
      }[kind];
    }
    case 'caching':
      return {
        nginx: `location ^~ ${wish.folder} { add_header Cache-Control "${wish.value}"; }  # with the other add_header lines again`,
        caddy: `header ${wish.folder}* Cache-Control "${wish.value}"`,
        netlify: `_headers: ${wish.folder}*  Cache-Control: ${wish.value}`,
        cloudflare: `_headers: ${wish.folder}*  Cache-Control: ${wish.value}`,
        'github-pages': 'GitHub Pages keeps everything for ten minutes and lets nobody change it.',
        s3: 'npm run hosts -- s3, then sh sync.sh, which says it with each file',
        unknown: `Cache-Control: ${wish.value}  for ${wish.folder}*`,
      }[kind];
    default:
      return (kind === 'nginx' ? wish.nginx : kind === 'caddy' ? wish.caddy : undefined) ?? wish.other;
  }
}

/** What to do about a host that gives no answer, by what the system says; undefined if that is nothing known. */
export function mendSilence(reason: string): string | undefined {
  if (/ENOTFOUND|EAI_AGAIN/.test(reason))
    return 'Look whether the name is right, and whether its address is published (DNS).';
  if (/ECONNREFUSED|no answer within/.test(reason))
    return 'Look whether the server runs and its port is open to the world.';
  if (/certificate|altnames/.test(reason))
    return 'Browsers warn of the site instead of showing it: get a certificate for this very name that they trust, as npm run hosts says.';
  if (/HTTP\/1\.1 protocol|wrong version number/.test(reason))
    return 'Look at the port, and whether the address should begin with http:// or https://: what answers there speaks something else.';
  return undefined;
}
