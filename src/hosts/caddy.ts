import {
  caching,
  contentType,
  hashedFolders,
  hostFiles,
  notFoundPage,
  pageHeaders,
  parts,
  types,
  typesByName,
} from '../site/answers.ts';
import { movesOf, nameOf } from './host.ts';
import type { HostFiles, HostWriter, Place } from './host.ts';

/** A Caddyfile, from Caddy 2.6 on. Caddy gets the certificate by itself if none is named. */
export const caddy: HostWriter = (answers, place): HostFiles => {
  const { base } = answers;
  const { host, folder, tls } = place;
  const [ownHeaders, forPages, ownFiles] = ['headers', 'for_pages', 'files'].map((name) => `${name}_${nameOf(host)}`);
  const fields = (ofPages: boolean) =>
    answers.everywhere
      .filter(([name]) => pageHeaders.includes(name) === ofPages)
      .map(([name, value]) => `${name} ${quoted(value)}`);
  const moves = [...movesOf(answers)];
  const hashed = hashedFolders.map((name) => `${base}${name}*`).join(' ');
  const ends = Object.entries(types).map(([end, type]) => [`.${end}`, type] as const);
  const names = Object.entries(typesByName).map(([name, type]) => [`/${name}`, type] as const);
  const lines = [
    '# Made by `npm run hosts -- caddy`. Make it anew after each build: the policy names what is inline in the pages.',
    '',
    `(${ownHeaders}) {`,
    '  header {',
    ...fields(false).map((field) => `    ${field}`),
    '    ?Vary Accept-Encoding',
    '    -Server',
    '  }',
    '}',
    '',
    '# What only pages and workers heed.',
    `(${forPages}) {`,
    ...fields(true).map((field) => `  ${field}`),
    '}',
    '',
    `(${ownFiles}) {`,
    `  root * ${quoted(folder)}`,
    '  file_server {',
    '    precompressed br zstd gzip',
    '  }',
    '}',
    '',
    `${siteAddress(place)} {`,
    ...(tls === undefined ? [] : [`  tls ${quoted(tls.certificate)} ${quoted(tls.key)}`]),
    ...(isBehind(place) ? [`  bind ${partsOf(place.listen).address}`] : []),
    `  import ${ownHeaders}`,
    '  @pages not {',
    `    path ${parts.beginnings.map((beginning) => `${base}${beginning}*`).join(' ')}`,
    `    not path_regexp ${quoted(parts.exceptions)}`,
    '  }',
    '  header @pages {',
    `    import ${forPages}`,
    '  }',
    `  @hashed path ${hashed}`,
    `  @others not path ${hashed}`,
    `  header @hashed Cache-Control ${quoted(caching.hashed)}`,
    `  header @others Cache-Control ${quoted(caching.others)}`,
    '',
    '  map {path} {site_type} {',
    // The first line that fits counts.
    ...[...names, ...ends].map(([end, type]) => `    ${quoted(`~${literal(end)}$`)} ${quoted(contentType(type))}`),
    '    default ""',
    '  }',
    '  @typed expression `{site_type} != ""`',
    '  header @typed Content-Type {site_type}',
    '',
    ...(moves.length === 0
      ? []
      : [
          '  # A query stands before the fragment.',
          '  map {path} {site_moved} {site_place} {',
          ...moves.map(([from, to]) => {
            const [path = '', place] = to.split('#');
            return `    ${quoted(from)} ${quoted(path)} ${place === undefined ? '""' : quoted(`#${place}`)}`;
          }),
          '    default "" ""',
          '  }',
          '  @moved expression `{site_moved} != "" && {query} == ""`',
          '  @asked expression `{site_moved} != "" && {query} != ""`',
          '  redir @moved {site_moved}{site_place} 301',
          '  redir @asked {site_moved}?{query}{site_place} 301',
        ]),
    ...(base === '/' ? [] : [`  redir / ${base} 302`, `  redir ${base.replace(/\/$/, '')} ${base} 301`]),
    '',
    '  # A page has one address. A path that begins with two slashes would lead to another host.',
    ...mapOf('site_index', '^[/\\\\]*((?:[^?]*/)?)index\\.html(\\?.*)?$', '/$1$2'),
    ...mapOf('site_folder', '^[/\\\\]*([^?]*[^/?])(\\?.*)?$', '/$1/$2'),
    '',
    '  # What lies compressed beside a file is sent as it is; else Caddy does it on the way.',
    '  encode zstd gzip',
    `  handle_path ${base}* {`,
    '    @index expression `{site_index} != ""`',
    '    redir @index {site_index} 301',
    '    @bare {',
    '      expression `{site_folder} != ""`',
    '      file {',
    `        root ${quoted(folder)}`,
    '        try_files {path}/index.html',
    '      }',
    '    }',
    '    redir @bare {site_folder} 301',
    '    @writes not method GET HEAD',
    '    error @writes 405',
    '    # No file is called so, and Caddy would call it an error of its own.',
    '    @nothing path_regexp `\\x00|[^/]{256}|^.{1000}`',
    '    error @nothing 404',
    `    @hidden path ${hostFiles.map((name) => `/${name}`).join(' ')}`,
    '    error @hidden 404',
    `    import ${ownFiles}`,
    '  }',
    ...(base === '/' ? [] : ['  error 404']),
    '',
    '  handle_errors {',
    `    import ${ownHeaders}`,
    '    header {',
    `      import ${forPages}`,
    '    }',
    `    header Cache-Control ${quoted(caching.others)}`,
    `    header Content-Type ${quoted(contentType('text/html'))}`,
    `    rewrite * /${notFoundPage}`,
    '    # Of the page for an error, Caddy would send nothing to who has it, or the part that was asked for.',
    ...['If-None-Match', 'If-Modified-Since', 'Range'].map((name) => `    request_header -${name}`),
    `    import ${ownFiles}`,
    '  }',
    '}',
    '',
  ];
  return {
    // As Caddy wants it: indented by tabs.
    files: { Caddyfile: lines.join('\n').replaceAll(/^(?: {2})+/gm, (blank) => '\t'.repeat(blank.length / 2)) },
    steps: ['sudo cp Caddyfile /etc/caddy/Caddyfile', 'sudo systemctl reload caddy'],
    remarks: [
      ...(tls !== undefined || isBehind(place)
        ? []
        : [`Caddy asks for the certificate of ${host} by itself; the ports 80 and 443 have to be open to the world.`]),
      'After a build whose inline scripts or styles are others, write the file anew and reload; npm run check:host tells.',
    ],
  };
};

/** Behind another server it answers whatever name readers asked for: to any but its own Caddy would say 200 and nothing else. */
function siteAddress(place: Place): string {
  return isBehind(place) ? `http://:${partsOf(place.listen).port}` : place.host;
}

function isBehind(place: Place): place is Place & { listen: string } {
  return place.tls === undefined && place.listen !== undefined;
}

/** Address and port of `127.0.0.1:8080`; a port alone is one of this machine. */
function partsOf(listen: string): { address: string; port: string } {
  const [, address = '', port = listen] = /^(.*):(\d+)$/.exec(listen) ?? [];
  return { address: address === '' ? '127.0.0.1' : address, port };
}

/** A variable with `value` where the address as it was asked fits `pattern`, and empty elsewhere. */
function mapOf(name: string, pattern: string, value: string): string[] {
  return [
    `  map {http.request.orig_uri} {${name}} {`,
    `    ${quoted(`~${pattern}`)} ${quoted(value)}`,
    '    default ""',
    '  }',
  ];
}

/** A text as it stands, in a regular expression. */
function literal(text: string): string {
  return text.replaceAll('.', '\\.');
}

/** A word of a Caddyfile; between backticks nothing needs an escape. */
function quoted(text: string): string {
  return text.includes('`') ? `"${text.replaceAll('"', '\\"')}"` : `\`${text}\``;
}
