import { contentType, typesByName } from '../../site/answers.ts';
import type { Finding, Visit } from '../visit.node.ts';

const expected = {
  '': 'text/html; charset=utf-8',
  'search.css': 'text/css; charset=utf-8',
  'pagefind/pagefind.js': 'text/javascript; charset=utf-8',
  'index.md': 'text/markdown; charset=utf-8',
  ...Object.fromEntries(Object.entries(typesByName).map(([name, type]) => [name, contentType(type)])),
};

/** Types that every host knows by the ends of names. */
const ofEnds = /html|css|javascript/;

/** Files come with the types that browsers need, and texts say how they are encoded. */
export async function checkTypes({ base, page, ask }: Visit): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [name, type] of Object.entries(expected)) {
    const { status, headers } = name === '' ? page : await ask(name);
    if (status !== 200) continue;
    const found = headers.get('content-type') ?? 'none';
    const isNeeded = ofEnds.test(type) || /markdown|speculation/.test(type);
    if (isNeeded ? bare(found) !== bare(type) : /octet-stream|text\/html|none/.test(found))
      findings.push({
        what: `${base}${name} has the type ${found}, not ${type}.`,
        why: isNeeded ? 'Browsers save it or leave it alone.' : 'Readers of feeds may refuse it.',
        wish: {
          is: 'anything',
          nginx: ofEnds.test(type)
            ? 'include mime.types; charset utf-8;  # and no types { } or default_type after it'
            : `location = ${base}${name} { types {} default_type "${type}"; }`,
          caddy: `header ${base}${name} Content-Type "${type}"`,
          other: `Content-Type: ${type}  for ${base}${name}`,
        },
      });
    const encoding = /charset="?([\w-]+)/i.exec(found)?.[1]?.toLowerCase();
    // Pages say it themselves, and styles and scripts are taken for what the page is.
    const isUnsaid = encoding === undefined && type.startsWith('text/markdown') && found.startsWith('text/');
    if (isUnsaid || (encoding !== undefined && encoding !== 'utf-8'))
      findings.push({
        what: `${base}${name} ${isUnsaid ? 'does not say how it is encoded' : `is said to be ${encoding}`}.`,
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

/** A type without its parameters; scripts have an older one too. */
function bare(type: string): string {
  return type.replace(/;.*/, '').trim().toLowerCase().replace('application/javascript', 'text/javascript');
}
