import { caching, contentType, hashedFolders, hostFiles, notFoundPage, types, typesByName } from '../site/answers.ts';
import type { Answers } from '../site/answers.ts';
import { movesOf, said } from './host.ts';
import type { HostFiles, HostWriter } from './host.ts';

/** Limits of CloudFront: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
const limits = { policy: 1783, function: 10_240, key: 512, value: 1024 };

/**
 * A bucket of S3 behind CloudFront: the headers policy, the function that finds pages and follows old addresses, the
 * addresses themselves for its key value store, and the script that brings a new build up.
 */
export const s3: HostWriter = (answers, { host }, { ends }): HostFiles => {
  const moves = [...movesOf(answers)];
  const policy = answers.everywhere.find(([name]) => name === 'Content-Security-Policy')?.[1] ?? '';
  const code = viewerRequest(answers, moves.length > 0, ends);
  const name = host.replaceAll(/[^a-z0-9]+/g, '-');
  const tooLong = moves.find(([from, to]) => bytes(from) > limits.key || bytes(to) > limits.value);
  return {
    files: {
      'headers-policy.json': json(headersPolicy(answers, name)),
      'function.js': code,
      ...(moves.length > 0 && { 'redirects.json': json({ data: moves.map(([key, value]) => ({ key, value })) }) }),
      'sync.sh': syncScript(answers, ends),
    },
    steps: [
      'aws cloudfront create-response-headers-policy --response-headers-policy-config file://headers-policy.json',
      `aws cloudfront create-function --name ${name} --function-config Comment=pages,Runtime=cloudfront-js-2.0 --function-code fileb://function.js`,
      ...(moves.length === 0
        ? []
        : [
            `Upload redirects.json to a bucket and make a key value store of it, with the function as its user: aws cloudfront create-key-value-store --name ${name} --import-source SourceType=S3,SourceARN=arn:aws:s3:::BUCKET/redirects.json`,
          ]),
      `In the distribution: a private bucket as its origin, the policy and, on viewer request, the function; "compress objects" on; the error codes 403 and 404 answered with ${answers.base}${notFoundPage} as 404, kept for 60 seconds; HTTP redirected to HTTPS.`,
      'BUCKET=… DISTRIBUTION=… sh sync.sh   # after each build',
    ],
    remarks: [
      'CloudFront compresses by itself, so what lies compressed beside the files is not brought up.',
      'After a build whose inline scripts or styles are others, update the headers policy before the sync; npm run check:host tells.',
    ],
    tooMuch: said(
      [
        policy.length > limits.policy,
        `The security policy has ${policy.length} characters; CloudFront takes ${limits.policy}.`,
      ],
      [bytes(code) > limits.function, `The function has ${bytes(code)} bytes; CloudFront takes ${limits.function}.`],
      [tooLong !== undefined, `An old address is too long for a key value store: ${tooLong?.[0]}`],
    ),
  };
};

/** The `ResponseHeadersPolicyConfig` of CloudFront's API. What it has a place of its own for stands there. */
function headersPolicy({ everywhere }: Answers, name: string): object {
  const of = (header: string) => everywhere.find(([it]) => it === header)?.[1] ?? '';
  const placed = ['Content-Security-Policy', 'Strict-Transport-Security', 'X-Content-Type-Options', 'Referrer-Policy'];
  const custom = everywhere.filter(([header]) => !placed.includes(header));
  const hsts = of('Strict-Transport-Security');
  return {
    Name: name,
    Comment: 'Made by npm run hosts -- s3',
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: of('Content-Security-Policy') },
      StrictTransportSecurity: {
        Override: true,
        AccessControlMaxAgeSec: Number(/max-age=(\d+)/.exec(hsts)?.[1]),
        IncludeSubdomains: hsts.includes('includeSubDomains'),
        Preload: hsts.includes('preload'),
      },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { Override: true, ReferrerPolicy: of('Referrer-Policy') },
    },
    CustomHeadersConfig: {
      Quantity: custom.length,
      Items: custom.map(([Header, Value]) => ({ Header, Value, Override: true })),
    },
  };
}

/** The code of a function for CloudFront's runtime 2.0, which is a small part of JavaScript. */
function viewerRequest({ base }: Answers, hasMoves: boolean, found: ReadonlySet<string>): string {
  const made = ['pagefind', 'pf_filter', 'pf_fragment', 'pf_index', 'pf_meta'];
  // What an owner puts into public/ may end in anything; a page may have a point in its name, too.
  const own = [...found].filter((end) => /^[a-z]\w*$/i.test(end));
  const ends = [...new Set([...Object.keys(types), ...made, ...own])];
  return `// Made by \`npm run hosts -- s3\`. A bucket knows no folders and no old addresses: this does.
${hasMoves ? "import cf from 'cloudfront';\n\nconst moves = cf.kvs();\n" : ''}
const file = /\\.(?:${ends.join('|')})$/;

async function handler(event) {
  const request = event.request;
  const uri = request.uri.replace(/^[/\\\\]+/, '/');
${hasMoves ? '  const path = decoded(uri);\n  if (await moves.exists(path)) return moved(await moves.get(path), request.querystring);\n' : ''}${base === '/' ? '' : `  if (uri === '/') return moved('${base}', {});\n`}  if (uri.endsWith('/index.html')) return moved(uri.slice(0, -10), request.querystring);
  if (uri.endsWith('/')) request.uri = uri + 'index.html';
  else if (!file.test(uri)) return moved(uri + '/', request.querystring);
  else request.uri = uri;
  return request;
}
${
  hasMoves
    ? `
function decoded(uri) {
  try {
    return decodeURIComponent(uri);
  } catch (error) {
    return uri;
  }
}
`
    : ''
}
function moved(target, querystring) {
  let query = '';
  Object.keys(querystring).forEach((name) => {
    const values = querystring[name].multiValue || [querystring[name]];
    values.forEach((one) => {
      query += (query === '' ? '?' : '&') + name + (one.value === '' ? '' : '=' + one.value);
    });
  });
  const at = target.indexOf('#');
  const location = at < 0 ? target + query : target.slice(0, at) + query + target.slice(at);
  return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: location } } };
}
`;
}

/** Brings up what pages need before the pages, and takes away last what no page needs any more. */
function syncScript({ base }: Answers, ends: ReadonlySet<string>): string {
  const excluded = (names: readonly string[]) => names.map((name) => `--exclude '${name}'`).join(' ');
  const known = Object.entries(types).filter(([end]) => ends.has(end));
  const [pages, others] = [known.filter(([end]) => end === 'html'), known.filter(([end]) => end !== 'html')];
  const named = Object.entries(typesByName).map(([name, type]) => [[name, `*/${name}`], type] as const);
  const hashed = hashedFolders.map((name) => `${name}*`);
  const ofEnd = ([end, type]: readonly [string, string]) => `whole '*.${end}' '${contentType(type)}'`;
  return [
    '#!/bin/sh',
    '# Made by `npm run hosts -- s3`. BUCKET and DISTRIBUTION name where the site is; the first argument is its folder.',
    'set -eu',
    ': "${BUCKET:?}" "${DISTRIBUTION:?}"',
    'site=${1:-dist}',
    `to="s3://$BUCKET${base}"`,
    '',
    '# What CloudFront does by itself, and what is for other hosts.',
    `leave="${excluded(['*.br', '*.gz', '*.zst', ...hostFiles]).replaceAll("'", '')}"`,
    '',
    '# hashed PATTERN TYPE: files whose names change with their content, for good.',
    'hashed() {',
    `  for folder in ${hashedFolders.join(' ')}; do`,
    `    aws s3 sync "$site" "$to" --exclude '*' --include "$folder$1" $leave --content-type "$2" --cache-control '${caching.hashed}'`,
    '  done',
    '}',
    '',
    '# whole PATTERN TYPE [OPTION…]: all others.',
    'whole() {',
    '  pattern=$1 type=$2',
    '  shift 2',
    `  aws s3 sync "$site" "$to" --exclude '*' --include "$pattern" ${excluded(hashed)} $leave "$@" --content-type "$type" --cache-control '${caching.others}'`,
    '}',
    '',
    'set -f # The patterns are for aws, not for the shell.',
    '# What was brought up with its type is left alone by the lines that follow. Pages come last.',
    ...known
      .filter(([end]) =>
        ['css', 'js', 'woff2', 'svg', 'png', 'jpg', 'jpeg', 'avif', 'webp', 'gif', 'wasm'].includes(end),
      )
      .map(([end, type]) => `hashed '*.${end}' '${contentType(type)}'`),
    "hashed '*' application/octet-stream",
    ...named.flatMap(([names, type]) => names.map((name) => `whole '${name}' '${contentType(type)}'`)),
    ...others.map(ofEnd),
    "whole '*' application/octet-stream --exclude '*.html'",
    ...pages.map(ofEnd),
    '',
    `aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths '${base}*'`,
    '',
    '# What no page needs any more goes when nobody has an older page open.',
    'sleep 60',
    'aws s3 sync "$site" "$to" --delete --size-only $leave',
    '',
  ].join('\n');
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function bytes(text: string): number {
  return encodeURIComponent(text).replaceAll(/%../g, '.').length;
}
