import { contentType, typesByName } from '../../site/answers.ts';
import type { Finding, Visit } from '../visit.node.ts';

const expected = {
  'index.md': 'text/markdown; charset=utf-8',
  ...Object.fromEntries(Object.entries(typesByName).map(([name, type]) => [name, contentType(type)])),
};

/** Files whose names don't tell their type come with it, and texts say how they are encoded. */
export async function checkTypes({ base, ask }: Visit): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, type] of Object.entries(expected)) {
    const { status, headers } = await ask(name);
    if (status !== 200) continue;
    const found = headers.get('content-type') ?? 'none';
    const isNeeded = /markdown|speculation/.test(type);
    if (isNeeded ? found.split(';')[0] !== type.split(';')[0] : /octet-stream|text\/html|none/.test(found))
      findings.push({
        what: `${base}${name} has the type ${found}, not ${type}.`,
        why: isNeeded ? 'Browsers save it or leave it alone.' : 'Readers of feeds may refuse it.',
        wish: {
          is: 'anything',
          nginx: `location = ${base}${name} { types {} default_type "${type}"; }`,
          caddy: `header ${base}${name} Content-Type "${type}"`,
          other: `Content-Type: ${type}  for ${base}${name}`,
        },
      });
    if (type.startsWith('text/') && found.startsWith('text/') && !/charset=utf-8/i.test(found))
      findings.push({
        what: `${base}${name} does not say how it is encoded.`,
        why: 'Letters beyond English break.',
        wish: {
          is: 'anything',
          nginx: 'charset utf-8; charset_types text/markdown text/css text/javascript text/plain;',
          caddy: `header ${base}*.md Content-Type "${type}"`,
          other: `Content-Type: ${type}`,
        },
      });
  }
  return findings;
}
