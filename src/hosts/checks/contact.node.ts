import type { Finding, Visit } from '../visit.node.ts';

/** Who finds a hole is told whom to tell. */
export async function checkContact({ base, today, ask }: Visit): Promise<Finding[]> {
  if (base !== '/') return []; // Another site answers for the host.
  const { status, text } = await ask('/.well-known/security.txt');
  if (status !== 200)
    return [
      {
        what: 'There is no /.well-known/security.txt.',
        why: 'Who finds a hole does not know whom to tell.',
        wish: {
          is: 'anything',
          other: 'Set security in src/site.config.ts, and bring up folders that begin with a dot too.',
        },
      },
    ];
  const [, expires = ''] = /^Expires: (\d{4}-\d\d-\d\d)/m.exec(text) ?? [];
  if (expires > today) return [];
  return [
    {
      what: `security.txt ended on ${expires === '' ? 'no day' : expires}.`,
      why: 'Nobody may rely on it any more.',
      wish: { is: 'anything', other: 'Set security.expires in src/site.config.ts, and build.' },
    },
  ];
}
