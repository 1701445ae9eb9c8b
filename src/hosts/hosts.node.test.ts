import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../site/answers.ts';
import { parseRedirects } from '../site/redirects.ts';
import type { HostFiles, Size } from './host.ts';
import { hosts, readAnswers } from './hosts.node.ts';
import { withPolicy } from './policy-in-pages.node.ts';

const answers: Answers = {
  base: '/',
  everywhere: [
    ['Content-Security-Policy', "default-src 'none'"],
    ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Speculation-Rules', '"/speculation-rules.json"'],
  ],
  redirects: [{ from: '/blog/old one/', to: '/posts/new/#top' }],
};
const size: Size = {
  files: 3,
  bytes: 3,
  largest: { path: 'a.png', bytes: 1 },
  ends: new Set(['', 'html', 'css', 'xml', 'json', 'zip']),
  headers: '/*\n  A: b\n',
};

function filesFor(name: string, changes: Partial<Answers> = {}, bigger: Partial<Size> = {}): HostFiles {
  const write = hosts[name];
  if (write === undefined) throw new Error(`There is no host ${name}.`);
  const place = { host: 'example.org', folder: '/srv/example.org' };
  return write({ ...answers, ...changes }, place, { ...size, ...bigger });
}

test('what a site wants to be answered with is read from its files, and not from those of another base', async () => {
  const built = mkdtempSync(join(tmpdir(), 'answers-'));
  try {
    writeFileSync(join(built, '_headers'), '/docs/feed.json\n  A: b\n/docs/*\n  X-Content-Type-Options: nosniff\n');
    const everywhere = [['X-Content-Type-Options', 'nosniff']];
    expect(await readAnswers(built, '/docs/')).toEqual({ base: '/docs/', everywhere, redirects: [] });
    writeFileSync(join(built, '_redirects'), '/docs/old/ /docs/new/ 301\n');
    expect((await readAnswers(built, '/docs/')).redirects).toEqual([{ from: '/docs/old/', to: '/docs/new/' }]);
    await expect(readAnswers(built, '/')).rejects.toThrow('was built for another base than /');
  } finally {
    rmSync(built, { recursive: true });
  }
});

test('Netlify follows a redirect although a page for other hosts stands at the old address', () => {
  const { _redirects = '' } = filesFor('netlify').inSite ?? {};
  expect(_redirects).toBe('/blog/old%20one/ /posts/new/#top 301!\n');
  expect(parseRedirects(_redirects)).toEqual(answers.redirects);
});

test.each([
  ['netlify', (files: HostFiles) => /command = "(.*)"/.exec(files.files['netlify.toml'] ?? '')?.[1]],
  ['cloudflare', ({ steps }: HostFiles) => /build command to: (.*)$/m.exec(steps.join('\n'))?.[1]],
])('the build command for %s lays a site below a base out as the host looks for its parts', (name, commandOf) => {
  const place = mkdtempSync(join(tmpdir(), 'layout-'));
  const files = ['index.html', '404.html', '_headers', '_redirects', '_astro/a.js', '.well-known/x'];
  for (const file of files) {
    mkdirSync(dirname(join(place, 'dist', file)), { recursive: true });
    writeFileSync(join(place, 'dist', file), file);
  }
  const command = (commandOf(filesFor(name, { base: '/a/b/' })) ?? '').replaceAll(/npm run [^&]+/g, 'true ');
  try {
    expect(spawnSync('sh', ['-c', command], { cwd: place }).status).toBe(0);
    expect(
      readdirSync(join(place, `.cache/hosts/${name}/site`), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(join(place, `.cache/hosts/${name}/site`), join(entry.parentPath, entry.name)))
        .toSorted(),
    ).toEqual([
      '404.html',
      '_headers',
      '_redirects',
      'a/b/.well-known/x',
      'a/b/404.html',
      'a/b/_astro/a.js',
      'a/b/index.html',
    ]);
    expect(commandOf(filesFor(name))).not.toContain('mkdir');
  } finally {
    rmSync(place, { recursive: true });
  }
});

describe('Cloudflare Pages', () => {
  test('takes a site of ours', () => {
    expect(filesFor('cloudflare').tooMuch).toEqual([]);
  });

  test('is said to leave out what is above its limits', () => {
    const redirects = Array.from({ length: 2001 }, (_, number) => ({ from: `/${number}/`, to: '/' }));
    redirects.push({ from: `/${'a'.repeat(1000)}/`, to: '/' });
    const { tooMuch } = filesFor(
      'cloudflare',
      { redirects },
      {
        files: 20_001,
        largest: { path: 'film.mp4', bytes: 30e6 },
        headers: `/*\n  A: ${'b'.repeat(2000)}\n${'/x\n'.repeat(100)}`,
      },
    );
    expect(tooMuch).toEqual([
      expect.stringContaining('20001 files'),
      expect.stringContaining('film.mp4 has 30 MB'),
      expect.stringContaining('101 rules'),
      expect.stringContaining('2003 characters'),
      expect.stringContaining('2002 redirects'),
      expect.stringContaining('longer than 1000 characters'),
    ]);
  });
});

describe('GitHub Pages', () => {
  test('is told the name of the site, unless GitHub gave it', () => {
    expect(filesFor('github-pages').inSite).toEqual({ '.nojekyll': '', CNAME: 'example.org\n' });
  });

  test('has a domain at the root of one repository; what stands under a name on it is told where the domain belongs', () => {
    expect(filesFor('github-pages').steps.at(-1)).toBe('Settings → Pages → Custom domain: example.org');
    const { inSite, steps } = filesFor('github-pages', { base: '/a/' });
    expect(inSite).toEqual({ '.nojekyll': '' });
    expect(steps[1]).toContain('nothing is under /a/');
  });

  test('publishes a repository under its name, and nothing below that', () => {
    const { steps } = filesFor('github-pages', { base: '/a/' });
    expect(steps.at(-1)).toBe('A repository called a is published under /a/ by itself.');
    const deeper = filesFor('github-pages', { base: '/a/b/' });
    expect(deeper.steps).toHaveLength(1);
    expect(deeper.tooMuch).toEqual([expect.stringContaining('nothing under /a/b/')]);
    expect(filesFor('github-pages').tooMuch).toEqual([]);
  });

  test('gets the policy in each page, before all that it rules over, with the hashes of that page only', () => {
    const page = '<!doctype html><html><head><meta charset="utf-8"><script>alert(1)</script></head></html>';
    const own = 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=';
    const policy = `default-src 'none'; script-src 'self' '${own}' 'sha256-other'; frame-ancestors 'none'`;
    const changed = withPolicy(page, policy);
    expect(changed).toContain(
      `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' '${own}'"><meta name="referrer" content="no-referrer"><script>`,
    );
    expect(withPolicy(changed, policy)).toBe(changed);
  });
});

/** What CloudFront would answer or hand to the bucket for `uri`. */
async function throughFunction(uri: string, query: object = {}, changes: Partial<Answers> = {}): Promise<unknown> {
  const code = filesFor('s3', changes).files['function.js'] ?? '';
  const store = JSON.parse(filesFor('s3', changes).files['redirects.json'] ?? '{"data":[]}') as {
    data: { key: string; value: string }[];
  };
  const moves = new Map(store.data.map(({ key, value }) => [key, value]));
  const cf = {
    kvs: () => ({ exists: async (key: string) => moves.has(key), get: async (key: string) => moves.get(key) }),
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it runs as CloudFront would run it: as a script
  const load = new Function('cf', `${code.replace(/^import .*$/m, '')}; return handler;`) as (
    module: object,
  ) => (event: object) => Promise<{ uri?: string; headers?: { location: { value: string } } }>;
  const answer = await load(cf)({ request: { uri, querystring: query } });
  return answer.headers?.location.value ?? answer.uri;
}

describe('S3 behind CloudFront', () => {
  test.each([
    ['/', '/index.html'],
    ['/drivers/', '/drivers/index.html'],
    ['/drivers', '/drivers/'],
    ['/posts/v1.0-notes', '/posts/v1.0-notes/'],
    ['/drivers/index.html', '/drivers/'],
    ['/drivers.md', '/drivers.md'],
    ['/slides.zip', '/slides.zip'],
    ['/pagefind/index/en_1.pf_index', '/pagefind/index/en_1.pf_index'],
    ['//evil.example', '/evil.example/'],
    ['/\\evil.example', '/evil.example/'],
    ['/%', '/%/'],
    ['/blog/old%20one/', '/posts/new/#top'],
    ['/blog/old%20one', '/posts/new/#top'],
  ])('%s becomes %s', async (uri, target) => {
    expect(await throughFunction(uri)).toBe(target);
  });

  test('a query goes along', async () => {
    const query = { a: { value: '1' }, b: { value: '', multiValue: [{ value: '' }, { value: '2' }] } };
    expect(await throughFunction('/drivers', query)).toBe('/drivers/?a=1&b&b=2');
    expect(await throughFunction('/blog/old%20one/', query)).toBe('/posts/new/?a=1&b&b=2#top');
  });

  test('the bare host leads to a site below a base, and no import stands where there are no old addresses', async () => {
    const changes = { base: '/docs/', redirects: [] };
    expect(await throughFunction('/', {}, changes)).toBe('/docs/');
    expect(await throughFunction('/docs/', {}, changes)).toBe('/docs/index.html');
    expect(filesFor('s3', changes).files['function.js']).not.toContain('import');
  });

  test('the headers policy has each header once, at the place that the interface of CloudFront has for it', () => {
    expect(JSON.parse(filesFor('s3').files['headers-policy.json'] ?? '')).toEqual({
      Name: 'example-org',
      Comment: 'Made by npm run hosts -- s3',
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: "default-src 'none'" },
        StrictTransportSecurity: {
          Override: true,
          AccessControlMaxAgeSec: 63072000,
          IncludeSubdomains: true,
          Preload: false,
        },
        ContentTypeOptions: { Override: true },
        ReferrerPolicy: { Override: true, ReferrerPolicy: 'no-referrer' },
      },
      CustomHeadersConfig: {
        Quantity: 1,
        Items: [{ Header: 'Speculation-Rules', Value: '"/speculation-rules.json"', Override: true }],
      },
    });
  });

  test('the script brings each file up once with its type, hashed ones first and pages last', () => {
    const { 'sync.sh': script = '' } = filesFor('s3').files;
    // Stands in for aws: tells what would be brought up, by the rule that a later pattern outweighs an earlier one.
    const aws = 'aws() { printf "%s\\n" "$*"; }; sleep() { :; }\n';
    const { stdout, status } = spawnSync('sh', ['-c', script.replace('set -eu', `set -eu\n${aws}`)], {
      env: { BUCKET: 'b', DISTRIBUTION: 'd' },
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    const lines = stdout.trimEnd().split('\n');
    expect(lines[0]).toBe(
      's3 sync dist s3://b/ --exclude * --include _astro/*.css --exclude *.br --exclude *.gz --exclude *.zst --exclude _headers --exclude _redirects --content-type text/css; charset=utf-8 --cache-control public, max-age=31536000, immutable',
    );
    const of = (text: string) => lines.findIndex((line) => line.includes(text));
    expect(of('--include _astro/*.css')).toBeLessThan(of('--include _astro/* '));
    expect(of('--include atom.xml')).toBeLessThan(of('--include *.xml'));
    expect(of('--include *.xml')).toBeLessThan(of('--include * '));
    expect(of('--include * ')).toBeLessThan(of('--include *.html'));
    expect(of('--include *.html')).toBeLessThan(of('create-invalidation'));
    expect(lines.at(-1)).toContain('--delete');
  });

  test('what CloudFront would not take is named', () => {
    const everywhere = [['Content-Security-Policy', 'a'.repeat(1784)]] as const;
    const redirects = [{ from: `/${'a'.repeat(600)}/`, to: '/' }];
    expect(filesFor('s3', { everywhere, redirects }).tooMuch).toEqual([
      expect.stringContaining('1784 characters'),
      expect.stringContaining('too long for a key value store'),
    ]);
  });
});

test('the certificate of nginx can be renewed too, when nginx has the port that this needs', () => {
  const tls = { certificate: '/etc/letsencrypt/live/example.org/fullchain.pem', key: '/b.pem' };
  const { steps } = hosts['nginx']?.(answers, { host: 'example.org', folder: '/srv/example.org', tls }, size) ?? {};
  expect(steps?.find((step) => step.includes('certbot'))).toMatch(
    /--pre-hook 'systemctl stop nginx' --post-hook 'systemctl start nginx' -d example\.org$/,
  );
});

test.each(['nginx', 'caddy'])(
  'with a certificate of its own, or behind another server, %s is told of no other one',
  (name) => {
    for (const place of [{ tls: { certificate: '/a.pem', key: '/b.pem' } }, { listen: '8080' }]) {
      const told = hosts[name]?.(answers, { host: 'example.org', folder: '/srv/example.org', ...place }, size);
      expect([told?.steps, told?.remarks].join('\n')).not.toMatch(/certbot|asks for the certificate/);
    }
  },
);

test('nginx listens on the port that stands in the address of the site', () => {
  const place = { host: 'example.org:8443', folder: '/srv/example.org', tls: { certificate: '/a.pem', key: '/b.pem' } };
  const text = hosts['nginx']?.(answers, place, size).files['example.org.conf'] ?? '';
  expect(text).toContain('listen 8443 ssl');
  expect(text).toContain('server_name example.org;');
  expect(text).toContain('return 301 https://example.org:8443$request_uri;');
});

test.each(['nginx', 'caddy'])('for %s no text of ours ends a string early', (name) => {
  const everywhere = [['X-Odd', 'a"b\\c`d']] as const;
  const [text = ''] = Object.values(filesFor(name, { everywhere }).files);
  expect(text).toContain(name === 'nginx' ? 'add_header X-Odd "a\\"b\\\\c`d" always;' : 'X-Odd "a\\"b');
});
