import { z } from 'astro/zod';
import { discussionLink } from '../discussions/schema.ts';
import { day } from '../site/schema.ts';

/** Front matter of a guide in `content/docs/`. */
export const guideSchema = z.strictObject({
  /** Heading of the page, the reader's verb first: `Find out which driver you are on`. */
  title: z.string().trim().min(1).max(120),
  /** Text for search engines and lists, at most 160 characters. */
  description: z.string().trim().min(1).max(160),
  /** Place in the list of guides, lowest first. Guides of one place are sorted by title. */
  order: z.int().nonnegative().default(100),
  /** Day on which somebody last held the guide against its sources, `YYYY-MM-DD`. */
  checked: day,
  /** Where the page is talked about: a GitHub discussion by number or address, or another place. */
  discussion: discussionLink.optional(),
});

/** A guide as pages see it. */
export type Guide = z.output<typeof guideSchema>;
