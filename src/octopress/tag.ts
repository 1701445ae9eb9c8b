import type { PostContext } from './post-context.ts';
import type { Slot } from './slots.ts';

/** A tag in an old post. */
export interface TagUse {
  name: string;
  args: string;
  /** Offset in the old file. */
  at: number;
  /** The tag, with all that is in it, as it was typed. */
  source: string;
  /** What stands between the tag and its end; undefined if it has none. */
  inner: string | undefined;
}

/** What a tag becomes. */
export type TagResult =
  | { kind: 'slot'; slot: Slot }
  /** Plain text in the middle of the author's, such as an address. */
  | { kind: 'text'; text: string }
  /** Text of the old blog, in the same language as the post. */
  | { kind: 'include'; text: string; values?: Record<string, unknown> }
  /** The text between the tag and its end, between two others; `prefix` stands before each line of it. */
  | { kind: 'around'; before: Slot | undefined; after: Slot | undefined; prefix?: string; hardBreaks?: boolean }
  | { kind: 'nothing' };

/** What one tag becomes; undefined leaves it to the block for what can't be carried over. */
export type TagRule = (tag: TagUse, post: PostContext) => TagResult | undefined;
