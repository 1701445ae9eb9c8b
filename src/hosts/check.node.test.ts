import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { lookAt } from './check.node.ts';
import type { Look } from './check.node.ts';
import { kindOf, mend, mendSilence } from './mend.ts';

let end: (() => void) | undefined;
afterEach(() => end?.());

/** What is found on a host that answers as `answer` does. */
async function look(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  known: { policy?: string; tell?: (asked: number) => void } = {},
): Promise<Look> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  end = () => server.close();
  const { port } = server.address() as AddressInfo;
  const redirects = [{ from: '/old/', to: '/new/' }];
  return lookAt(new URL(`http://127.0.0.1:${port}/`), { redirects, ...known }, '2026-11-26');
}

test('a host with every fault is told of each, with the line to add', async () => {
  const { kind, faults } = await look((request, response) => {
    response.setHeader('Server', 'nginx/1.22.1');
    if (request.url?.startsWith('/_astro/') === true) return response.writeHead(200).end('x');
    if (request.url === '/.git/HEAD') return response.writeHead(200).end('ref: refs/heads/main\n');
    if (request.url === '/.well-known/security.txt') return response.end('Expires: 2026-11-26T00:00:00Z\n');
    // As hosts of single-page applications do, whatever is asked for.
    response.setHeader('Content-Type', 'text/html');
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.setHeader('Age', '7200');
    response.setHeader('Referrer-Policy', 'unsafe-url');
    response.setHeader('Content-Security-Policy', "script-src 'self' 'unsafe-inline'");
    return response.end('<style>p{}</style><script src="/_astro/a.js"></script><main></main>');
  });
  expect(kind).toBe('nginx');
  expect(faults.map(({ what }) => what)).toEqual([
    'There is no header X-Content-Type-Options.',
    'Referrer-Policy is unsafe-url, not no-referrer.',
    'There is no header Cross-Origin-Opener-Policy.',
    'There is no header Cross-Origin-Resource-Policy.',
    'There is no header Permissions-Policy.',
    'There is no header Speculation-Rules.',
    'The host says its version: nginx/1.22.1.',
    'The policy stops 1 inline scripts or styles of the home page.',
    "The policy allows 'unsafe-inline' in script-src.",
    expect.stringMatching(/^The policy lacks default-src 'none'; script-src .*; require-trusted-types-for 'script'; /),
    'Pages are sent as they are.',
    'Pages are kept: public, max-age=31536000, immutable.',
    'A cache on the way has held this page for 120 minutes.',
    '/_astro/a.js, whose name changes with its content, is kept: unsaid.',
    ...['search.css', 'keeper.js', 'pagefind/pagefind-entry.json'].map(
      (name) => `/${name}, whose name stays, is kept: public, max-age=31536000, immutable.`,
    ),
    'A page has neither ETag nor Last-Modified.',
    'An address that is not there answers 200, not 404.',
    'An address that is not there is kept for good.',
    '/search?a=1 answers 200, not 301 to /search/?a=1.',
    'The old address /old/ answers 200, not 301 to /new/.',
    '/search.css has the type text/html, not text/css; charset=utf-8.',
    '/pagefind/pagefind.js has the type text/html, not text/javascript; charset=utf-8.',
    '/index.md has the type text/html, not text/markdown; charset=utf-8.',
    '/index.md does not say how it is encoded.',
    ...['atom.xml', 'feed.json', 'opensearch.xml', 'rss.xml', 'speculation-rules.json'].map((name): unknown =>
      expect.stringMatching(new RegExp(`^/${name} has the type text/html, not application/`)),
    ),
    '/.git/HEAD can be read.',
    'security.txt ended on 2026-11-26.',
  ]);
  const lines = faults.map((fault) => fault.mend);
  expect(lines[0]).toBe('add_header X-Content-Type-Options "nosniff" always;');
  expect(lines).toContain('server_tokens off;');
  expect(lines).toContain('location = "/old/" { return 301 /new/; }');
  expect(faults.filter(({ why }) => why === '')).toEqual([]);
});

test.each([
  ['/', 'text/html', []],
  ['/', 'application/octet-stream', ['/ has the type application/octet-stream, not text/html; charset=utf-8.']],
  ['/', 'text/html; charset=ISO-8859-1', ['/ is said to be iso-8859-1.']],
  ['/search.css', 'text/plain', ['/search.css has the type text/plain, not text/css; charset=utf-8.']],
  ['/pagefind/pagefind.js', 'application/javascript', []],
  ['/feed.json', 'application/json', []],
])('of %s as %s is told what browsers make of it', async (path, type, said) => {
  const { faults } = await look((request, response) => {
    if (request.url !== '/' && request.url !== path) response.statusCode = 404;
    response.setHeader('Content-Type', request.url === path ? type : 'text/html');
    response.end('<main></main>');
  });
  expect(faults.map(({ what }) => what).filter((what) => / has the type | is said to be /.test(what))).toEqual(said);
});

test('a page for addresses that are not there without the policy of the others is named', async () => {
  const { faults } = await look((request, response) => {
    if (request.url === '/') response.setHeader('Content-Security-Policy', "default-src 'none'");
    else response.statusCode = 404;
    response.end('<main></main>');
  });
  expect(faults.map(({ what }) => what)).toContain(
    'An address that is not there gets its page without the headers of the others.',
  );
});

test('a policy is held against that of the built site: what plays or stands in frames there, and nothing more', async () => {
  const built = "default-src 'none'; img-src 'self'; media-src 'self'; frame-ancestors 'none'";
  const policies = async (header: string | undefined, html = ''): Promise<string[]> => {
    const { faults } = await look(
      (_, response) => {
        if (header !== undefined) response.setHeader('Content-Security-Policy', header);
        response.end(`${html}<main></main>`);
      },
      { policy: built },
    );
    return faults.map(({ what }) => what).filter((what) => what.startsWith('The policy'));
  };
  expect(await policies(built)).toEqual([]);
  expect(await policies(built.replace("media-src 'self'; ", ''))).toEqual(["The policy lacks media-src 'self'."]);
  expect(await policies(built.replace("img-src 'self'", "img-src 'self' *"))).toEqual([
    'The policy allows * in img-src.',
  ]);
  const inPage = built.replace(/; frame-ancestors.*/, '');
  expect(await policies(undefined, `<meta http-equiv="Content-Security-Policy" content="${inPage}">`)).toEqual([]);
});

test.each([
  ['leads elsewhere', 302, '/login', '', /answers 302 to \/login\.$/, /check:host -- http:\/\/127.0.0.1:\d+\/login$/],
  ['asks for a password', 401, '', '', /answers 401\.$/, /let in/],
  ['wants TLS', 400, '', '', /answers 400\.$/, /^Ask with https/],
  [
    'was built for another path',
    200,
    '',
    '<main></main><link href="/docs/_astro/a.css">',
    /built for \/docs\/\.$/,
    /^If .* base: '\/' .* -- http:\S+\/docs\/$/,
  ],
  ['fails', 500, '', '<main></main>', /answers 500\.$/, /Give the address/],
  ['is that of the host', 200, '', '<h1>Welcome to nginx!</h1>', /is a page of the host/, /where its index\.html lies/],
])('of a home page that %s, this alone is told', async (_, status, location, html, what, todo) => {
  const { faults } = await look((_request, response) => {
    if (location !== '') response.setHeader('location', location);
    response.writeHead(status).end(html);
  });
  expect(faults.map((fault) => [fault.what, fault.mend])).toEqual([
    [expect.stringMatching(what), expect.stringMatching(todo)],
  ]);
});

test('a host that does not answer is no finding', async () => {
  await expect(lookAt(new URL('http://127.0.0.1:9/'))).rejects.toThrow(
    'http://127.0.0.1:9/ could not be asked: bad port.',
  );
});

test('what TLS says of a server that speaks none is one short reason', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  end = () => server.close();
  const home = new URL(`https://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await expect(lookAt(home)).rejects.toThrow(`${home.href} could not be asked: wrong version number.`);
});

test('of a host that falls silent, what was found until then is told, and where it did', async () => {
  const { faults } = await look((request, response) => {
    if (request.url === '/there-is-no-such-page/') return request.socket.destroy();
    return response.writeHead(200, { etag: '"1"' }).end('<main></main>');
  });
  expect(faults.map(({ what }) => what)).toContain('There is no header X-Content-Type-Options.');
  expect(faults.at(-1)?.what).toMatch(/^http:.*\/there-is-no-such-page\/ could not be asked: other side closed\.$/);
});

test('whoever waits is told of each question', async () => {
  const told: number[] = [];
  const { asked } = await look((_request, response) => response.end('<main></main>'), {
    tell: (count) => told.push(count),
  });
  expect(told).toEqual(Array.from({ length: asked }, (_, index) => index + 1));
});

test('of pages without end only the beginning is read', async () => {
  const megabyte = 'x'.repeat(1_000_000);
  let sent = 0;
  const { asked } = await look((_request, response) => {
    const goOn = (): void => {
      sent += 1;
      if (sent < 1000 && response.write(megabyte)) setImmediate(goOn);
      else response.once('drain', goOn);
    };
    response.write('<main></main>');
    goOn();
  });
  expect(asked).toBeGreaterThan(10);
  expect(sent).toBeLessThan(20 * asked);
});

test.each([
  ['getaddrinfo ENOTFOUND nowhere.invalid', /DNS/],
  ['connect ECONNREFUSED 127.0.0.1:443', /server runs/],
  ['no answer within 15 seconds', /server runs/],
  ['self-signed certificate; if the root CA is installed locally, …', /certificate/],
  ["Hostname/IP does not match certificate's altnames", /certificate/],
  ['Response does not match the HTTP/1.1 protocol (Expected HTTP/, RTSP/ or ICE/)', /the port/],
  ['wrong version number', /the port/],
  ['other side closed', /^undefined$/],
])('to %s there is a next step if it is known', (reason, step) => {
  expect(String(mendSilence(reason))).toMatch(step);
});

test.each([
  [{ server: 'nginx' }, 'nginx'],
  [{ server: 'Caddy' }, 'caddy'],
  [{ server: 'cloudflare' }, 'cloudflare'],
  [{ server: 'Netlify' }, 'netlify'],
  [{ server: 'GitHub.com' }, 'github-pages'],
  [{ server: 'cloudflare', 'x-github-request-id': '1' }, 'github-pages'],
  [{ server: 'AmazonS3', 'x-amz-cf-id': '1' }, 's3'],
  [{ server: 'Apache' }, 'unknown'],
  [{}, 'unknown'],
] as const)('%j comes from %s', (headers, kind) => {
  expect(kindOf(new Map<string, string>(Object.entries(headers)))).toBe(kind);
});

test.each(['nginx', 'caddy', 'netlify', 'cloudflare', 'github-pages', 's3', 'unknown'] as const)(
  'for %s each wish has a line',
  (kind) => {
    const header = ['A', '"b"'] as const;
    expect(mend({ is: 'header', header }, kind, '/')).not.toBe('');
    expect(mend({ is: 'caching', folder: '/_astro/', value: 'c' }, kind, '/')).not.toBe('');
    expect(mend({ is: 'anything', other: 'do' }, kind, '/')).toBe('do');
  },
);
