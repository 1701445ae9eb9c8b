import { caching } from '../../site/answers.ts';
import { anew, maxAge } from '../visit.node.ts';
import type { Finding, Visit } from '../visit.node.ts';

const anHour = 3600; // seconds
const aMonth = 2_592_000; // seconds
const longHeld = 60; // minutes

/** Pages are asked for anew after a release, and what has not changed is not sent again. */
export async function checkCaching(visit: Visit): Promise<Finding[]> {
  return [
    ...ofPages(visit),
    ...(await ofHashedFiles(visit)),
    ...(await ofNamedFiles(visit)),
    ...(await ofKnownPages(visit)),
  ];
}

function ofPages({ base, page }: Visit): Finding[] {
  const findings: Finding[] = [];
  const wish = { is: 'caching', folder: base, value: caching.others } as const;
  const kept = page.headers.get('cache-control') ?? '';
  if (kept === '')
    findings.push({
      what: 'Nothing says how long a page may be kept.',
      why: 'Browsers guess, and show old pages after a release.',
      wish,
    });
  else if (isLong(kept))
    findings.push({
      what: `Pages are kept: ${kept}.`,
      why: 'Readers see old pages after a release, which ask for files that are gone.',
      wish,
    });
  const held = Math.round(Number(page.headers.get('age') ?? 0) / 60);
  if (held > longHeld)
    findings.push({
      what: `A cache on the way has held this page for ${held} minutes.`,
      why: 'Readers see the release before.',
      wish: {
        is: 'anything',
        other: 'Empty that cache after each release, or let it keep pages for a minute.',
      },
    });
  return findings;
}

/** Files whose names change with their content. */
async function ofHashedFiles({ base, page, ask }: Visit): Promise<Finding[]> {
  const asset = /(?:src|href)="([^"]*\/_astro\/[^"]+)"/.exec(page.text)?.[1];
  if (asset === undefined) return [];
  const { status, headers } = await ask(asset);
  if (status !== 200)
    return [
      {
        what: `${asset} answers ${status}.`,
        why: 'The page of this build has no files of this build beside it.',
        wish: anew('Bring up the whole of dist/.'),
      },
    ];
  const kept = headers.get('cache-control') ?? '';
  if (kept.includes('immutable') || maxAge(kept) >= aMonth) return [];
  return [
    {
      what: `${asset}, whose name changes with its content, is kept: ${kept === '' ? 'unsaid' : kept}.`,
      why: 'Every visit asks for it again.',
      wish: { is: 'caching', folder: `${base}_astro/`, value: caching.hashed },
    },
  ];
}

/** Files whose names stay when their content changes, though they end as hashed ones do. */
async function ofNamedFiles({ base, ask }: Visit): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of ['search.css', 'keeper.js', 'pagefind/pagefind-entry.json']) {
    const { status, headers } = await ask(name);
    const kept = headers.get('cache-control') ?? '';
    if (status !== 200 || !isLong(kept)) continue;
    findings.push({
      what: `${base}${name}, whose name stays, is kept: ${kept}.`,
      why: 'After a release readers have the old one beside new pages, and ask for files that are gone.',
      wish: { is: 'caching', folder: `${base}${name}`, value: caching.others },
    });
  }
  return findings;
}

/** Pages that the browser has already. */
async function ofKnownPages({ page, ask }: Visit): Promise<Finding[]> {
  const tag = page.headers.get('etag');
  const day = page.headers.get('last-modified');
  const why = 'A page that has not changed is sent whole again.';
  const wish = anew('Serve the files themselves.');
  if (tag === null && day === null) return [{ what: 'A page has neither ETag nor Last-Modified.', why, wish }];
  const { status } = await ask('', {
    'accept-encoding': 'br, gzip',
    ...(tag !== null ? { 'if-none-match': tag } : { 'if-modified-since': day ?? '' }),
  });
  return status === 304 ? [] : [{ what: `A page that is known already answers ${status}, not 304.`, why, wish }];
}

/** Whether a reader would see for too long what was before a release. */
function isLong(kept: string): boolean {
  return kept.includes('immutable') || maxAge(kept) > anHour;
}
