import { z } from 'astro/zod';
import { discussionLink } from '../discussions/schema.ts';
import { asked, day, legacy, oldPath } from '../site/schema.ts';
import * as words from '../site/words.ts';

/** Front matter of a guide in `content/docs/`. */
export const guideSchema = z
  .strictObject({
    /** Heading of the page, the reader's verb first: `Find out which driver you are on`. */
    title: z.string().trim().min(1).max(200),
    /** Text for search engines and lists, at most 160 characters. */
    description: z.string().trim().min(1).max(160),
    /** What people type who look for this page, for the search alone: `free up disk space`. */
    asked: asked.optional(),
    /** Heading under which it stands among the guides: `Change the driver`. Sections follow each other as their first guides. */
    section: z.string().trim().min(1).max(60).default(words.otherSection),
    /** What its reader needs before the first step: `Root on the host`. */
    needs: z.array(z.string().trim().min(1).max(160)).min(1).optional(),
    /** Place in the list of guides, lowest first. Guides of one place are sorted by title. */
    order: z.int().nonnegative().default(100),
    /** Day on which somebody last held the guide against its sources, `YYYY-MM-DD`. Only an imported page lacks it. */
    checked: day.optional(),
    /** Where the page is talked about: a GitHub discussion by number or address, or another place. */
    discussion: discussionLink.optional(),
    /** Old addresses, from which readers are led here: `/about/`. */
    aliases: z.array(oldPath).optional(),
    /** What an import found and this site has no use for; there even if it is empty. */
    legacy: legacy.optional(),
  })
  .refine((guide) => guide.checked !== undefined || guide.legacy !== undefined, {
    path: ['checked'],
    message: '`checked` is missing. Write the day on which you held the guide against its sources: 2026-11-24.',
  });

/** A guide as pages see it. */
export type Guide = z.output<typeof guideSchema>;
