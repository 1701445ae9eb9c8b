import type { Finding, Visit } from '../visit.node.ts';

const readChars = 10_000; // what such a file begins with; a page that stands in for it may hold anything further down

/** What is for the host or its owner only can't be read. */
export async function checkSecrets({ base, ask }: Visit): Promise<Finding[]> {
  const findings: Finding[] = [];
  const secrets = [
    ['/.git/HEAD', /^ref: |^[0-9a-f]{40}$/m],
    ['/.env', /^[A-Z_]+=/m],
    [`${base}_headers`, /^\/.*\n\s+[\w-]+: /m],
  ] as const;
  for (const [path, mark] of secrets) {
    const { status, text } = await ask(path);
    if (status !== 200 || !mark.test(text.slice(0, readChars))) continue;
    findings.push({
      what: `${path} can be read.`,
      why: path.endsWith('_headers') ? 'It is meant for the host only.' : 'It holds what is nobody else’s business.',
      wish: {
        is: 'anything',
        nginx: `location = ${path} { return 404; }  # and serve dist/ only`,
        caddy: `error ${path} 404  # and serve dist/ only`,
        other: 'Bring up dist/ only.',
      },
    });
  }
  return findings;
}
