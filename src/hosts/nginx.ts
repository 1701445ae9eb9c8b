import {
  caching,
  contentType,
  hashedFolders,
  hostFiles,
  isPackable,
  notFoundPage,
  pageHeaders,
  parts,
  types,
  typesByName,
} from '../site/answers.ts';
import { movesOf, nameOf } from './host.ts';
import type { HostFiles, HostWriter, Place } from './host.ts';

/**
 * A file for `/etc/nginx/sites-available/`, from nginx 1.14 on. It serves what lies compressed beside each file;
 * brotli takes a module that nginx does not bring.
 */
export const nginx: HostWriter = (answers, place): HostFiles => {
  const { base } = answers;
  const { host, folder, tls } = place;
  const [serverName, port] = host.split(':');
  const kept = `$caching_${nameOf(host)}`;
  const part = `$part_${nameOf(host)}`;
  const forPages = answers.everywhere.filter(([name]) => pageHeaders.includes(name));
  const ownVariable = (header: string) => `$${nameOf(header)}_${nameOf(host)}`;
  const below = (path: string) => quoted(`${base}${path}`);
  const file = (path: string) => quoted(`${folder}/${path}`);
  const text = Object.values({ ...types, ...typesByName }).filter(isPackable);
  const lines = [
    '# Made by `npm run hosts -- nginx`. Make it anew after each build: the policy names what is inline in the pages.',
    '',
    `map "$status$uri" ${kept} {`,
    `  default ${quoted(caching.others)};`,
    ...hashedFolders.map(
      (name) => `  ${quoted(`~^(?:200|206|304)${literal(base + name)}`)} ${quoted(caching.hashed)};`,
    ),
    '}',
    '',
    `map "$status$uri" ${part} {`,
    '  default "";',
    `  ${quoted(`~(?:${parts.exceptions})`)} "";`,
    `  ${quoted(`~^(?:200|206|304)${literal(base)}(?:${parts.beginnings.map(literal).join('|')})`)} yes;`,
    '}',
    '# nginx leaves a header without a value out: parts of pages come without those that only pages heed.',
    ...forPages.flatMap(([name, value]) => [
      `map ${part} ${ownVariable(name)} {`,
      `  default ${quoted(value)};`,
      '  yes "";',
      '}',
    ]),
    '',
    ...(tls === undefined
      ? []
      : [
          'server {',
          '  listen 80;',
          '  listen [::]:80;',
          `  server_name ${serverName};`,
          '  server_tokens off;',
          `  return 301 https://${host}$request_uri;`,
          '}',
          '',
        ]),
    'server {',
    ...listening(place, port),
    `  server_name ${serverName};`,
    '  server_tokens off;',
    '  absolute_redirect off;',
    '',
    ...answers.everywhere.map(
      ([name, value]) =>
        `  add_header ${name} ${pageHeaders.includes(name) ? ownVariable(name) : quoted(value)} always;`,
    ),
    `  add_header Cache-Control ${kept} always;`,
    '',
    '  types {',
    ...Object.entries(types).map(([end, type]) => `    ${type} ${end};`),
    '  }',
    '  default_type application/octet-stream;',
    '  charset utf-8;',
    `  charset_types ${unique(text.filter((type) => contentType(type) !== type)).join(' ')};`,
    '',
    '  # What lies compressed beside a file is sent as it is; else gzip does it on the way.',
    '  gzip_static on;',
    '  gzip on;',
    '  gzip_vary on;',
    '  gzip_proxied any;',
    `  gzip_types ${unique(text).join(' ')};`,
    '  # brotli_static on; # with its module: apt-get install libnginx-mod-http-brotli-static',
    '',
    '  # A page has one address. A path that begins with two slashes would lead to another host.',
    `  if ($request_uri ~ ${quoted('^(/(?:[^/?\\\\][^?]*/)?)index\\.html(?:\\?|$)')}) {`,
    '    return 301 $1$is_args$args;',
    '  }',
    '',
    ...[...movesOf(answers)].flatMap(([from, to]) => [
      `  location = ${quoted(from)} {`,
      `    return 301 ${quoted(withQuery(to))};`,
      '  }',
    ]),
    `  location ${quoted(base)} {`,
    `    alias ${file('')};`,
    '    index index.html;',
    '  }',
    ...(base === '/'
      ? []
      : [
          '  location = / {',
          `    return 302 ${quoted(base)};`,
          '  }',
          `  location = ${quoted(base.replace(/\/$/, ''))} {`,
          `    return 301 ${quoted(`${base}$is_args$args`)};`,
          '  }',
          '  location / {',
          '    return 404;',
          '  }',
        ]),
    ...Object.entries(typesByName).flatMap(([name, type]) => [
      `  location ~ ${quoted(`^${literal(base)}((?:.*/)?${literal(name)})$`)} {`,
      `    alias ${quoted(`${folder}/$1`)};`,
      '    types {}',
      `    default_type ${type};`,
      '  }',
    ]),
    ...hostFiles.flatMap((name) => [`  location = ${below(name)} {`, '    return 404;', '  }']),
    `  error_page 404 ${below(notFoundPage)};`,
    `  error_page 403 =404 ${below(notFoundPage)};`,
    `  location = ${below(notFoundPage)} {`,
    '    internal;',
    `    alias ${file(notFoundPage)};`,
    '  }',
    '}',
    '',
  ];
  return {
    files: { [`${serverName}.conf`]: lines.join('\n') },
    steps: [
      `sudo cp ${serverName}.conf /etc/nginx/sites-available/ && sudo ln -sf ../sites-available/${serverName}.conf /etc/nginx/sites-enabled/`,
      ...(tls?.certificate.startsWith('/etc/letsencrypt/') !== true
        ? []
        : [
            // Both are kept for each time that the certificate is renewed, when nginx has the port that this needs.
            `sudo certbot certonly --standalone --pre-hook 'systemctl stop nginx' --post-hook 'systemctl start nginx' -d ${serverName}`,
          ]),
      'sudo nginx -t && sudo systemctl reload nginx',
    ],
    remarks: [
      'Brotli is a module of its own: sudo apt-get install libnginx-mod-http-brotli-static, then switch on the line brotli_static.',
      'After a build whose inline scripts or styles are others, write the file anew and reload; npm run check:host tells.',
    ],
  };
};

function listening({ tls, listen }: Place, port = '443'): string[] {
  if (tls === undefined) return [`  listen ${listen ?? '80'};`];
  return [
    `  listen ${port} ssl http2;`,
    `  listen [::]:${port} ssl http2;`,
    `  ssl_certificate ${quoted(tls.certificate)};`,
    `  ssl_certificate_key ${quoted(tls.key)};`,
    '  ssl_protocols TLSv1.2 TLSv1.3;',
  ];
}

/** A target with the query of the request, which stands before a fragment. */
function withQuery(target: string): string {
  const [path = '', ...fragment] = target.split('#');
  return [`${path}$is_args$args`, ...fragment].join('#');
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A text as it stands, in a regular expression. */
function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].filter((type) => type !== 'text/html'); // which nginx counts by itself
}
