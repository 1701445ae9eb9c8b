import type { Finding, Visit } from '../visit.node.ts';

/** Pages are compressed as well as the browser can take it, and caches on the way know it. */
export function checkCompression({ page }: Visit): Finding[] {
  const encoding = page.headers.get('content-encoding');
  if (encoding === null)
    return [
      {
        what: 'Pages are sent as they are.',
        why: 'They take four times as long on a slow line.',
        wish: {
          is: 'anything',
          nginx: 'gzip_static on; gzip on; gzip_types text/css text/javascript application/json image/svg+xml;',
          caddy: 'encode zstd gzip',
          other: 'Switch on compression.',
        },
      },
    ];
  const findings: Finding[] = [];
  if (encoding === 'gzip')
    findings.push({
      what: 'Pages are sent with gzip although brotli was accepted.',
      why: 'They are a sixth larger than they need be.',
      wish: {
        is: 'anything',
        nginx: 'brotli_static on;  # apt-get install libnginx-mod-http-brotli-static; npm run release writes the files',
        caddy: 'file_server { precompressed br zstd gzip }  # npm run release writes the files',
        other: 'Switch on brotli, if the host has it.',
      },
    });
  if (!/accept-encoding/i.test(page.headers.get('vary') ?? ''))
    findings.push({
      what: 'A compressed page has no Vary: Accept-Encoding.',
      why: 'A cache on the way may hand it to a browser that cannot read it.',
      wish: {
        is: 'anything',
        nginx: 'gzip_vary on;',
        caddy: 'header ?Vary Accept-Encoding',
        other: 'Vary: Accept-Encoding',
      },
    });
  return findings;
}
