import { anew } from '../visit.node.ts';
import type { Finding, Visit } from '../visit.node.ts';

/** The site is asked for by https, and who asks in the clear is led there. */
export async function checkTransport({ home, base, ask }: Visit): Promise<Finding[]> {
  if (home.protocol === 'http:') {
    if (['localhost', '127.0.0.1', '[::1]'].includes(home.hostname)) return [];
    return [
      {
        what: 'The site is asked for in the clear.',
        why: 'Anybody on the way can read and change it.',
        wish: anew('Get a certificate, and give the address with https.'),
      },
    ];
  }
  if (home.port !== '') return [];
  const address = `http://${home.host}${base}`;
  const plain = await ask(address).catch(() => undefined); // a closed port is fine too
  if (plain === undefined || (plain.headers.get('location') ?? '').startsWith('https://')) return [];
  return [
    {
      what: `${address} does not lead to https.`,
      why: 'Who types the name alone stays in the clear.',
      wish: {
        is: 'anything',
        nginx: `server { listen 80; server_name ${home.hostname}; return 301 https://${home.hostname}$request_uri; }`,
        caddy: `${home.hostname} { … }  # without http:// Caddy leads on by itself`,
        other: 'Switch on "HTTPS only".',
      },
    },
  ];
}
