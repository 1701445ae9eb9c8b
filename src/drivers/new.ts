import { isoDay } from '../site/dates.ts';
import { yamlString } from '../site/new-file.ts';
import type { NewFile } from '../site/new-file.ts';
import type { FactKey } from './schema.ts';

/**
 * A driver with the id `<engine>-<name>`, in which every fact of `keys` is still unknown.
 * It passes the content check as it stands if the engine has a file. Undefined if the id names no engine.
 */
export function newDriver(id: string, keys: readonly FactKey[], today: Date): NewFile | undefined {
  const [, engine, name] = /^([a-z]+)-([a-z0-9-]+)$/.exec(id) ?? [];
  if (engine === undefined || name === undefined) return undefined;
  const facts = keys.map(
    ({ key, question }) => `  # ${question}
  ${key}:
    value: unknown
    checked: '${isoDay(today)}'
    confidence: unverified
`,
  );
  return {
    path: `content/drivers/${id}.yaml`,
    text: `name: ${yamlString(name)}
engine: ${engine}
title: ${yamlString(`${engine} ${name}`)}
summary: "What it is, in one sentence of at most 200 characters."
family: overlayfs # whose code or filesystem it stands on; src/drivers/schema.ts has all the words
# A known value has the address of its source: source: https://…
facts:
${facts.join('')}`,
  };
}
