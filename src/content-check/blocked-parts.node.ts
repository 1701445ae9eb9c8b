import type { BlockedPart, Target } from './content.ts';
import type { Tag } from './html.node.ts';

/** Films and sounds, and the tags inside them that name a file. */
const playing = /^(?:audio|source|track|video)$/;

function isElsewhere(address: string): boolean {
  return /^(?:https?:)?\/\//i.test(address);
}

/** The files of this site that a tag plays or runs. */
export function ownFiles({ name, attributes }: Tag): Target[] {
  if (!playing.test(name) && name !== 'script') return [];
  const named = [attributes.get('src'), attributes.get('poster')];
  return named.flatMap((file) =>
    file === undefined || isElsewhere(file.value) ? [] : { url: file.value, offset: file.offset },
  );
}

/** What has no effect in a tag of HTML: see `headersFor` in site/headers.node.ts. Components are our own. */
export function blockedIn({ name, offset, attributes, names }: Tag): BlockedPart[] {
  if (/^[A-Z]/.test(name)) return [];
  const found: BlockedPart[] = [];
  const src = attributes.get('src')?.value ?? '';
  if (/^(?:embed|frame|iframe|object)$/.test(name)) found.push({ kind: 'element', name, offset });
  if (name === 'script' && isElsewhere(src)) found.push({ kind: 'script', name, offset });
  if (playing.test(name) && isElsewhere(src)) found.push({ kind: 'media', name, offset });
  for (const key of names) {
    if (key === 'style') found.push({ kind: 'style', name: key, offset });
    if (/^on[a-z]/i.test(key)) found.push({ kind: 'handler', name: key.toLowerCase(), offset });
  }
  return found;
}

/** Whether the code of a script stands between its tags. Data, such as JSON-LD, is no code. */
export function isInlineScript({ name, attributes, computed }: Tag): boolean {
  if (name !== 'script' || attributes.has('src') || computed('src')) return false;
  const type = attributes.get('type')?.value ?? '';
  return /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i.test(type);
}
