import { parsePage } from '../site/built-pages.node.ts';
import { inlineHashes, headersFor } from '../site/headers.node.ts';
import { caching, contentType, notFoundPage, typesByName } from '../site/answers.ts';
import { comparePolicies } from './compare-policies.ts';
import { kindOf, mend } from './mend.ts';
import type { HostKind, Wish } from './mend.ts';
import type { Redirect } from '../site/redirects.ts';

/** Something that a running host does otherwise than the site needs it. */
export interface Fault {
  /** What is so now, as a full sentence. */
  what: string;
  /** What it does to readers. */
  why: string;
  /** The line to add, or what to do. */
  mend: string;
}

/** What a look at a host found. */
export interface Look {
  kind: HostKind;
  /** How many questions were put to it. */
  asked: number;
  faults: Fault[];
}

const patience = 15_000; // ms until an answer

/**
 * Looks at the site whose home page is at `home`, a few questions one after the other. Rejects if the home page can't be
 * had at all. `built` is what is known of the site that should be there: old addresses and where each leads, of which the
 * first ones are followed, and the policy, which else is that of a site without films and foreign frames.
 */
export async function lookAt(
  home: URL,
  { redirects = [], policy: wantedPolicy }: { redirects?: readonly Redirect[]; policy?: string | undefined } = {},
  today = new Date().toISOString().slice(0, 10),
): Promise<Look> {
  const base = home.pathname;
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(home.hostname);
  const faults: Fault[] = [];
  let asked = 0;

  async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
    asked += 1;
    return fetch(new URL(path, home), { headers, redirect: 'manual', signal: AbortSignal.timeout(patience) });
  }

  const page = await ask('', { 'accept-encoding': 'br, gzip' });
  const html = await page.text();
  const kind = kindOf(page.headers);
  const fault = (what: string, why: string, wish: Wish) =>
    void faults.push({ what, why, mend: mend(wish, kind, base) });
  const anew = (other: string): Wish => ({
    is: 'anything',
    nginx: `npm run hosts -- nginx  (${other})`,
    caddy: `npm run hosts -- caddy  (${other})`,
    other,
  });

  const stranger = whyNotOurs();
  if (stranger !== undefined) {
    // What else such a page lacks would be told of another site.
    fault(stranger.what, 'Nobody sees the home page.', { is: 'anything', other: stranger.todo });
    return { kind, asked, faults };
  }
  await lookAtTransport();
  lookAtHeaders();
  lookAtPolicy();
  lookAtCompression();
  await lookAtCaching();
  await lookAtAddresses();
  await lookAtTypes();
  await lookAtSecrets();
  await lookAtContact();
  return { kind, asked, faults };

  function whyNotOurs(): { what: string; todo: string } | undefined {
    const { status, headers } = page;
    const to = headers.get('location');
    if (to !== null && status >= 300 && status < 400)
      return {
        what: `${home.href} answers ${status} to ${to}.`,
        todo: `If the site is there, ask there: npm run check:host -- ${new URL(to, home).href}`,
      };
    if (status === 401 || status === 403)
      return {
        what: `${home.href} answers ${status}.`,
        todo: 'Ask from a machine that is let in, without a password.',
      };
    if (status !== 200)
      return {
        what: `${home.href} answers ${status}.`,
        todo: 'Give the address of the home page, with a slash at its end.',
      };
    if (!html.includes('<main'))
      return {
        what: `${home.href} is a page of the host, or of another site.`,
        todo: 'Let the host serve the folder of the built site, where its index.html lies.',
      };
    return undefined;
  }

  async function lookAtTransport(): Promise<void> {
    if (home.protocol === 'http:') {
      if (!isLocal)
        fault(
          'The site is asked for in the clear.',
          'Anybody on the way can read and change it.',
          anew('Get a certificate, and give the address with https.'),
        );
      return;
    }
    if (home.port !== '') return;
    const plain = await ask(`http://${home.host}${base}`).catch(() => undefined); // a closed port is fine too
    if (plain !== undefined && !(plain.headers.get('location') ?? '').startsWith('https://'))
      fault(`http://${home.host}${base} does not lead to https.`, 'Who types the name alone stays in the clear.', {
        is: 'anything',
        nginx: `server { listen 80; server_name ${home.hostname}; return 301 https://${home.hostname}$request_uri; }`,
        caddy: `${home.hostname} { … }  # without http:// Caddy leads on by itself`,
        other: 'Switch on "HTTPS only".',
      });
  }

  function lookAtHeaders(): void {
    const wanted = headersFor({ scripts: [], styles: [], base }).filter(([name]) => name !== 'Content-Security-Policy');
    for (const [name, value] of wanted) {
      const isTransport = name === 'Strict-Transport-Security';
      if (isTransport && home.protocol === 'http:') continue;
      const found = page.headers.get(name);
      if (name === 'Referrer-Policy' && html.includes('<meta name="referrer"')) continue;
      if (found === null)
        fault(`There is no header ${name}.`, reasons[name] ?? '', { is: 'header', header: [name, value] });
      else if (isTransport && Number(/max-age=(\d+)/.exec(found)?.[1] ?? 0) < 15_768_000)
        fault(`${name} is ${found}.`, 'Below half a year browsers forget too soon.', {
          is: 'header',
          header: [name, value],
        });
      else if (isTransport ? false : found !== value && name !== 'Permissions-Policy')
        fault(`${name} is ${found}, not ${value}.`, reasons[name] ?? '', { is: 'header', header: [name, value] });
    }
    const server = page.headers.get('server') ?? '';
    if (/\d/.test(server) && !/cloudfront|amazon/i.test(server))
      fault(`The host says its version: ${server}.`, 'It tells which of its holes to try.', {
        is: 'anything',
        nginx: 'server_tokens off;',
        caddy: 'header -Server',
        other: 'Switch off the version in the header Server.',
      });
  }

  function lookAtPolicy(): void {
    const inPage = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
    const policy = page.headers.get('content-security-policy') ?? inPage?.replaceAll('&quot;', '"');
    const { scripts, styles } = inlineHashes(parsePage(html));
    if (policy === undefined) {
      const [header = ['', ''] as const] = headersFor({ scripts, styles, base });
      fault('There is no Content-Security-Policy.', 'A script that got into a page would run.', {
        is: 'header',
        header,
      });
      return;
    }
    const missing = [...scripts, ...styles].filter((hash) => !policy.includes(hash));
    const newer = anew('Write the configuration from the same build as the pages.');
    if (missing.length > 0)
      fault(
        `The policy stops ${missing.length} inline scripts or styles of the home page.`,
        'The page looks and works otherwise than it was built.',
        newer,
      );
    const isInPage = !page.headers.has('content-security-policy');
    const { lacking, excess } = comparePolicies(wantedPolicy ?? plainPolicy(base), policy, isInPage);
    for (const { name, source } of excess)
      fault(
        `The policy allows ${source} in ${name}.`,
        'A script that got into a page would have more to do with.',
        newer,
      );
    if (lacking.length > 0)
      fault(
        `The policy lacks ${lacking.join('; ')}.`,
        'What the site needs is stopped, or what it never needs is not.',
        newer,
      );
  }

  function lookAtCompression(): void {
    const encoding = page.headers.get('content-encoding');
    if (encoding === null)
      fault('Pages are sent as they are.', 'They take four times as long on a slow line.', {
        is: 'anything',
        nginx: 'gzip_static on; gzip on; gzip_types text/css text/javascript application/json image/svg+xml;',
        caddy: 'encode zstd gzip',
        other: 'Switch on compression.',
      });
    else if (encoding === 'gzip')
      fault('Pages are sent with gzip although brotli was accepted.', 'They are a sixth larger than they need be.', {
        is: 'anything',
        nginx: 'brotli_static on;  # apt-get install libnginx-mod-http-brotli-static; npm run release writes the files',
        caddy: 'file_server { precompressed br zstd gzip }  # npm run release writes the files',
        other: 'Switch on brotli, if the host has it.',
      });
    if (encoding !== null && !/accept-encoding/i.test(page.headers.get('vary') ?? ''))
      fault(
        'A compressed page has no Vary: Accept-Encoding.',
        'A cache on the way may hand it to a browser that cannot read it.',
        {
          is: 'anything',
          nginx: 'gzip_vary on;',
          caddy: 'header ?Vary Accept-Encoding',
          other: 'Vary: Accept-Encoding',
        },
      );
  }

  async function lookAtCaching(): Promise<void> {
    const kept = page.headers.get('cache-control') ?? '';
    const age = Number(/max-age=(\d+)/.exec(kept)?.[1] ?? 0);
    if (kept === '')
      fault('Nothing says how long a page may be kept.', 'Browsers guess, and show old pages after a release.', {
        is: 'caching',
        folder: base,
        value: caching.others,
      });
    else if (kept.includes('immutable') || age > 3600)
      fault(`Pages are kept: ${kept}.`, 'Readers see old pages after a release, which ask for files that are gone.', {
        is: 'caching',
        folder: base,
        value: caching.others,
      });
    const held = Math.round(Number(page.headers.get('age') ?? 0) / 60);
    if (held > 60)
      fault(`A cache on the way has held this page for ${held} minutes.`, 'Readers see the release before.', {
        is: 'anything',
        other: 'Empty that cache after each release, or let it keep pages for a minute.',
      });
    const asset = /(?:src|href)="([^"]*\/_astro\/[^"]+)"/.exec(html)?.[1];
    if (asset !== undefined) {
      const { status, headers } = await ask(asset);
      const found = headers.get('cache-control') ?? '';
      if (status !== 200)
        fault(
          `${asset} answers ${status}.`,
          'The page of this build has no files of this build beside it.',
          anew('Bring up the whole of dist/.'),
        );
      else if (!found.includes('immutable') && Number(/max-age=(\d+)/.exec(found)?.[1] ?? 0) < 2_592_000)
        fault(
          `${asset}, whose name changes with its content, is kept: ${found === '' ? 'unsaid' : found}.`,
          'Every visit asks for it again.',
          { is: 'caching', folder: `${base}_astro/`, value: caching.hashed },
        );
    }
    const tag = page.headers.get('etag');
    const day = page.headers.get('last-modified');
    if (tag === null && day === null) {
      fault(
        'A page has neither ETag nor Last-Modified.',
        'A page that has not changed is sent whole again.',
        anew('Serve the files themselves.'),
      );
      return;
    }
    const again = await ask('', {
      'accept-encoding': 'br, gzip',
      ...(tag !== null ? { 'if-none-match': tag } : { 'if-modified-since': day ?? '' }),
    });
    if (again.status !== 304)
      fault(
        `A page that is known already answers ${again.status}, not 304.`,
        'A page that has not changed is sent whole again.',
        anew('Serve the files themselves.'),
      );
  }

  async function lookAtAddresses(): Promise<void> {
    const gone = await ask('there-is-no-such-page/');
    const text = await gone.text();
    if (gone.status !== 404)
      fault(
        `An address that is not there answers ${gone.status}, not 404.`,
        'Search engines keep addresses that lead nowhere.',
        {
          is: 'anything',
          nginx: `error_page 404 ${base}${notFoundPage};  # and no try_files … /index.html`,
          caddy: `handle_errors { rewrite * /${notFoundPage}; file_server }`,
          other: `Answer with ${notFoundPage} and 404, and switch off "single page application".`,
        },
      );
    else if (!text.includes('<main'))
      fault('An address that is not there gets a page of the host.', 'Readers find no way on.', {
        is: 'anything',
        nginx: `error_page 404 ${base}${notFoundPage};`,
        caddy: `handle_errors { rewrite * /${notFoundPage}; file_server }`,
        other: `Answer with ${notFoundPage}.`,
      });
    if ((gone.headers.get('cache-control') ?? '').includes('immutable'))
      fault('An address that is not there is kept for good.', 'It stays away when there is a page.', {
        is: 'caching',
        folder: base,
        value: caching.others,
      });

    const folder = await ask('search?a=1');
    const to = folder.headers.get('location');
    const wanted = new URL('search/?a=1', home).href;
    if (![301, 308].includes(folder.status) || to === null || new URL(to, new URL('search', home)).href !== wanted)
      fault(
        `${base}search?a=1 answers ${folder.status}${to === null ? '' : ` to ${to}`}, not 301 to ${base}search/?a=1.`,
        'Links without their last slash break, or one page has two addresses.',
        {
          is: 'anything',
          nginx:
            'index index.html;  # nginx leads to the slash by itself; absolute_redirect off; behind another server',
          caddy: 'npm run hosts -- caddy',
          other: 'Lead addresses without their slash to those with it.',
        },
      );

    for (const { from, to: target } of redirects.slice(0, 5)) {
      const old = await ask(encodeURI(from));
      const found = old.headers.get('location');
      if (
        old.status !== 301 ||
        found === null ||
        new URL(found, home).pathname !== new URL(encodeURI(target), home).pathname
      )
        fault(
          `The old address ${from} answers ${old.status}${found === null ? '' : ` to ${found}`}, not 301 to ${target}.`,
          'Search engines and feed readers lose the page.',
          {
            is: 'anything',
            nginx: `location = "${from}" { return 301 ${encodeURI(target)}; }`,
            caddy: `redir ${from} ${encodeURI(target)} 301`,
            other:
              kind === 'github-pages'
                ? 'GitHub Pages knows no redirects: the page there leads on.'
                : `_redirects: ${encodeURI(from)} ${encodeURI(target)} 301`,
          },
        );
    }
  }

  async function lookAtTypes(): Promise<void> {
    const expected = {
      'index.md': 'text/markdown; charset=utf-8',
      ...Object.fromEntries(Object.entries(typesByName).map(([name, type]) => [name, contentType(type)])),
    };
    for (const [name, type] of Object.entries(expected)) {
      const { status, headers } = await ask(name);
      const found = headers.get('content-type') ?? 'none';
      const isNeeded = /markdown|speculation/.test(type);
      if (
        status === 200 &&
        (isNeeded ? found.split(';')[0] !== type.split(';')[0] : /octet-stream|text\/html|none/.test(found))
      )
        fault(
          `${base}${name} has the type ${found}, not ${type}.`,
          isNeeded ? 'Browsers save it or leave it alone.' : 'Readers of feeds may refuse it.',
          {
            is: 'anything',
            nginx: `location = ${base}${name} { types {} default_type "${type}"; }`,
            caddy: `header ${base}${name} Content-Type "${type}"`,
            other: `Content-Type: ${type}  for ${base}${name}`,
          },
        );
      if (type.startsWith('text/') && status === 200 && !/charset=utf-8/i.test(found) && found.startsWith('text/'))
        fault(`${base}${name} does not say how it is encoded.`, 'Letters beyond English break.', {
          is: 'anything',
          nginx: 'charset utf-8; charset_types text/markdown text/css text/javascript text/plain;',
          caddy: `header ${base}*.md Content-Type "${type}"`,
          other: `Content-Type: ${type}`,
        });
    }
  }

  async function lookAtSecrets(): Promise<void> {
    for (const [path, mark] of [
      ['/.git/HEAD', /^ref: |^[0-9a-f]{40}$/m],
      ['/.env', /^[A-Z_]+=/m],
      [`${base}_headers`, /^\/.*\n\s+[\w-]+: /m],
    ] as const) {
      const { status, ...answer } = await read(path);
      if (status === 200 && mark.test(answer.text))
        fault(
          `${path} can be read.`,
          path.endsWith('_headers') ? 'It is meant for the host only.' : 'It holds what is nobody else’s business.',
          {
            is: 'anything',
            nginx: `location = ${path} { return 404; }  # and serve dist/ only`,
            caddy: `error ${path} 404  # and serve dist/ only`,
            other: 'Bring up dist/ only.',
          },
        );
    }
  }

  async function lookAtContact(): Promise<void> {
    if (base !== '/') return; // Another site answers for the host.
    const { status, text } = await read('/.well-known/security.txt');
    const expires = /^Expires: (\d{4}-\d\d-\d\d)/m.exec(text)?.[1] ?? '';
    if (status !== 200)
      fault('There is no /.well-known/security.txt.', 'Who finds a hole does not know whom to tell.', {
        is: 'anything',
        other: 'Set security in src/site.config.ts, and bring up folders that begin with a dot too.',
      });
    else if (expires <= today)
      fault(`security.txt ended on ${expires === '' ? 'no day' : expires}.`, 'Nobody may rely on it any more.', {
        is: 'anything',
        other: 'Set security.expires in src/site.config.ts, and build.',
      });
  }

  async function read(path: string): Promise<{ status: number; text: string }> {
    const answer = await ask(path);
    return { status: answer.status, text: (await answer.text()).slice(0, 10_000) };
  }
}

/** The policy of a site that plays and frames nothing, without what is inline in its pages. */
function plainPolicy(base: string): string {
  return headersFor({ scripts: [], styles: [], base })[0]?.[1] ?? '';
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
