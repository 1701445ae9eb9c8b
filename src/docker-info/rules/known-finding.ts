import type { Content, Finding, Rule } from '../../content-check/content.ts';
import { suggest } from '../../content-check/nearest.ts';
import { findingParts } from '../finding.ts';

const parts: Readonly<Record<string, readonly string[]>> = findingParts;
const partPattern = /<([a-z]+)>/g;

/** Not checked by any schema yet. */
interface Written {
  id?: unknown;
  kind?: unknown;
  prints?: unknown;
  text?: unknown;
  command?: unknown;
}

/** Holds `content/docker-info.yaml` against the code that fills it in. */
export const knownFinding: Rule = {
  name: 'known-finding',
  description: 'Every finding of content/docker-info.yaml is one that the code makes, and its text names known parts.',
  check: ({ entries }) =>
    entries
      .filter(({ collection, data }) => collection === 'docker-info' && Array.isArray(data.value))
      .flatMap((entry) => {
        // What is no mapping is told by the schema.
        const statements = (entry.data.value as unknown[]).map((one): Written => ({ ...(one as object | null) }));
        return [...statements.flatMap((_, at) => inStatement(entry, statements, at)), ...missing(entry, statements)];
      }),
};

type InfoEntry = Content['entries'][number];

function inStatement({ source, data }: InfoEntry, all: readonly Written[], at: number): Finding[] {
  const { id, kind, prints } = all[at] ?? {};
  const name = String(id);
  const atId = { source, offset: data.valueAt([at, 'id']) };
  if (id !== undefined && all.findIndex((other) => other.id === id) < at)
    return [{ ...atId, message: `The id \`${name}\` is used a second time.`, hint: 'Rename one of the two.' }];
  if (kind === 'finding' && !(name in parts)) {
    const message = `The code makes no finding \`${name}\`.`;
    return [
      { ...atId, message, hint: suggest(name, Object.keys(parts), 'Take an id from src/docker-info/findings.ts.') },
    ];
  }
  const known = kind === 'finding' ? (parts[name] ?? []) : kind === 'release' ? ['version'] : namesIn(prints);
  if (kind === 'line') return [];
  return (['text', 'command'] as const).flatMap((field) =>
    namesIn(all[at]?.[field])
      .filter((part) => !known.includes(part))
      .map((part) => ({
        source,
        offset: data.valueAt([at, field]),
        message: `Nothing fills in \`<${part}>\`.`,
        hint: suggest(part, known, 'Write it without the part.'),
      })),
  );
}

function namesIn(text: unknown): string[] {
  return typeof text === 'string' ? [...text.matchAll(partPattern)].map(([, name]) => name ?? '') : [];
}

function missing({ source }: InfoEntry, all: readonly Written[]): Finding[] {
  const written = new Set(all.filter(({ kind }) => kind === 'finding').map(({ id }) => id));
  return Object.keys(parts)
    .filter((id) => !written.has(id))
    .map((id) => ({
      source,
      offset: 0,
      message: `The finding \`${id}\` has no text.`,
      hint: 'Add it with `kind: finding`, a text, a source and the day on which you read it.',
    }));
}
