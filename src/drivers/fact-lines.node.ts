import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';

/** On which line of a driver's file each fact begins, counted from 1, by key. Empty if the file has no facts. */
export function factLines(text: string): Map<string, number> {
  const lineCounter = new LineCounter();
  const facts = parseDocument(text, { lineCounter }).get('facts');
  if (!isMap(facts)) return new Map();
  return new Map(
    facts.items.flatMap(({ key }): [string, number][] =>
      isScalar(key) && key.range != null ? [[String(key.value), lineCounter.linePos(key.range[0]).line]] : [],
    ),
  );
}
