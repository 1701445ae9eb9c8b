/** Hosts that read `_headers` and `_redirects` in the site itself, or nothing at all. */
import { notFoundPage } from '../site/answers.ts';
import { said } from './host.ts';
import type { HostFiles, HostWriter } from './host.ts';

/**
 * Without its own way to say headers, GitHub Pages gets the policy in the pages: `policy-in-pages.node.ts`. A repository's
 * own domain is asked for at its root, and what stands under a name takes the domain from the owner's repository:
 * https://docs.github.com/en/pages/configuring-a-custom-domain-for-your-github-pages-site/about-custom-domains-and-github-pages
 * The file CNAME counts for those who publish a branch only.
 */
export const githubPages: HostWriter = ({ base, redirects }, { host }, size): HostFiles => ({
  files: {},
  inSite: { '.nojekyll': '', ...(hasOwnDomain(host) && base === '/' ? { CNAME: `${host}\n` } : {}) },
  steps: [
    'Settings → Pages → Source: GitHub Actions. .github/workflows/site.yml builds, tests and publishes each push to the main branch.',
    ...said(
      [hasOwnDomain(host) && base === '/', `Settings → Pages → Custom domain: ${host}`],
      [
        hasOwnDomain(host) && isOneName(base),
        `In the repository OWNER.github.io, which has a site too, Settings → Pages → Custom domain: ${host}. Here leave it empty: a repository with a domain of its own is published at its root, and nothing is under ${base}.`,
      ],
      [isOneName(base), `A repository called ${base.slice(1, -1)} is published under ${base} by itself.`],
    ),
  ],
  remarks: [
    'GitHub Pages lets nobody set headers. The policy and the referrer policy stand in each page instead; HSTS comes with "Enforce HTTPS"; nobody can forbid frames, and everything is kept for ten minutes.',
    ...said([redirects.length > 0, `${redirects.length} old addresses lead on by a page, not by a 301.`]),
  ],
  tooMuch: said(
    [/\/.+\/.+\//.test(base), `GitHub Pages publishes a repository under /NAME/, and nothing under ${base}.`],
    [size.bytes > 1e9, `The site has ${megabytes(size.bytes)}; GitHub Pages publishes up to 1 GB.`],
    [size.largest.bytes > 100e6, `${size.largest.path} has ${megabytes(size.largest.bytes)}; GitHub takes 100 MB.`],
  ),
});

/** Netlify serves a file rather than follow a redirect from its address, unless the redirect has an exclamation mark. */
export const netlify: HostWriter = ({ base, redirects }): HostFiles => ({
  files: {
    'netlify.toml': [
      '# Made by `npm run hosts -- netlify`. It stands at the root of the repository.',
      '[build]',
      `  command = "npm run build && npm run hosts -- netlify${laidOut(base, '.cache/hosts/netlify/site')}"`,
      `  publish = "${base === '/' ? 'dist' : '.cache/hosts/netlify/site'}"`,
      '',
    ].join('\n'),
  },
  inSite: {
    _redirects: redirects.map(({ from, to }) => `${encodeURI(from)} ${encodeURI(to)} 301!\n`).join(''),
  },
  steps: ['Commit netlify.toml, and connect the repository.'],
  remarks: ['Pages are asked for anew each time, which is how Netlify does it by itself. It compresses by itself too.'],
  tooMuch: said([
    redirects.length > 10_000,
    `There are ${redirects.length} redirects; above 10,000 Netlify advises against it.`,
  ]),
});

/** Limits of Cloudflare Pages, as published: https://developers.cloudflare.com/pages/platform/limits/ */
const cloudflareLimits = {
  files: 20_000,
  bytes: 25 * 1024 ** 2,
  rules: 100,
  line: 2000,
  redirects: 2000,
  redirect: 1000,
};

/** Cloudflare Pages leaves out what is above its limits and says so in the log of the build only. */
export const cloudflare: HostWriter = ({ base, redirects }, { host }, { files, largest, headers }): HostFiles => {
  const limits = cloudflareLimits;
  const lines = headers.split('\n');
  const rules = lines.filter((line) => line.startsWith('/')).length;
  const longest = Math.max(...lines.map((line) => line.trim().length));
  const long = redirects.filter(({ from, to }) => encodeURI(`${from} ${to} 301`).length > limits.redirect);
  return {
    files: {
      'wrangler.toml': [
        '# Made by `npm run hosts -- cloudflare`. It stands at the root of the repository.',
        `name = "${host.replaceAll(/[^a-z0-9]+/g, '-')}"`,
        `pages_build_output_dir = "${base === '/' ? 'dist' : '.cache/hosts/cloudflare/site'}"`,
        `compatibility_date = "2026-01-01"`,
        '',
      ].join('\n'),
    },
    steps: [
      `Commit wrangler.toml, connect the repository, and set the build command to: npm run build${laidOut(base, '.cache/hosts/cloudflare/site')}`,
    ],
    remarks: [
      'Pages are asked for anew each time, which is how Cloudflare does it by itself. It compresses by itself too.',
    ],
    tooMuch: said(
      [
        files > limits.files,
        `The site has ${files} files; Cloudflare Pages takes ${limits.files} without a paid plan.`,
      ],
      [largest.bytes > limits.bytes, `${largest.path} has ${megabytes(largest.bytes)}; Cloudflare Pages takes 25 MiB.`],
      [rules > limits.rules, `_headers has ${rules} rules; Cloudflare Pages reads ${limits.rules}.`],
      [longest > limits.line, `_headers has a line of ${longest} characters; Cloudflare Pages reads ${limits.line}.`],
      [
        redirects.length > limits.redirects,
        `There are ${redirects.length} redirects; Cloudflare Pages follows ${limits.redirects}. The others lead on by a page.`,
      ],
      [long.length > 0, `Redirects longer than ${limits.redirect} characters are not followed: ${long[0]?.from}`],
    ),
  };
};

/**
 * What a build command goes on with for a host that publishes a folder, if the site is not at the root of the host: the
 * folder holds it there. The files for the host, and the page for addresses that are not there, are looked for at its top.
 */
function laidOut(base: string, folder: string): string {
  if (base === '/') return '';
  const inside = `${folder}${base.replace(/\/$/, '')}`;
  return ` && rm -rf ${folder} && mkdir -p ${inside} && cp -r dist/. ${inside} && mv ${inside}/_[hr]* ${folder} && cp ${inside}/${notFoundPage} ${folder}`;
}

function hasOwnDomain(host: string): boolean {
  return !host.endsWith('.github.io');
}

/** Whether a base is a name and its slashes, as that of a repository is. */
function isOneName(base: string): boolean {
  return /^\/[^/]+\/$/.test(base);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}
