import type { Content, Place } from '../content-check/content.ts';

/** Hosts that stand for others in examples, and this machine. */
const invented = /(?:^|\.)(?:example|test|invalid|localhost|example\.(?:com|net|org))$/;

/**
 * Every address outside the site to which content leads, as a link or as the value of a field, without what follows
 * `#`, with all its places. Addresses are sorted.
 */
export function outsideSources(
  { links, entries }: Pick<Content, 'links' | 'entries'>,
  origin: string,
): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  const add = (text: string, place: Place): void => {
    const address = outside(text, origin);
    if (address !== undefined) found.set(address, [...(found.get(address) ?? []), place]);
  };
  for (const { url, source, offset } of links) add(url, { source, offset });
  for (const { collection, data, source } of entries) {
    // Threads are what others said, and the list of those that are gone is no source.
    if (collection === 'discussions' || collection === 'gone-sources') continue;
    for (const { text, offset } of data.texts) add(text, { source, offset });
  }
  return new Map([...found].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function outside(text: string, origin: string): string | undefined {
  const address = /^(https?:\/\/[^\s#<>"|]+)(?:#\S*)?$/i.exec(text.trim())?.[1];
  const host = address === undefined ? undefined : /^https?:\/\/(?:[^/@]*@)?([^/:?]+)/i.exec(address)?.[1];
  if (address === undefined || host === undefined || invented.test(host) || !host.includes('.')) return undefined;
  return address === origin || address.startsWith(`${origin}/`) ? undefined : address;
}
