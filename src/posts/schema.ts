import { z } from 'astro/zod';
import { discussionLink } from '../discussions/schema.ts';
import { asked, day, legacy, oldPath, webAddress } from '../site/schema.ts';
import { slugOf } from '../site/slug.ts';

/** `2014-07-24`, `2014-07-24 12:30:43` or `2014-07-24T12:30:43+02:00`. */
const dateText = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2})(:\d{2})?(?:\.\d+)?)?\s*(?:Z|([+-]\d{2}):?(\d{2}))?$/;

/**
 * A moment. A date without time is midnight, and a time without zone is UTC,
 * because the result of a build must not depend on the machine's own zone.
 * Octopress writes `2014-07-24 12:30:43 +0000`, which `new Date()` does not promise to read.
 */
const moment = z.unknown().transform((value, context) => {
  const date = value instanceof Date ? value : parseMoment(typeof value === 'string' ? value : '');
  if (date === undefined) {
    const found = value === undefined ? 'The date is missing.' : `${JSON.stringify(value)} is not a date.`;
    context.addIssue({ code: 'custom', message: `${found} Write it as 2014-07-24 or 2014-07-24 12:30:43 +0000.` });
    return z.NEVER;
  }
  return date;
});

function parseMoment(text: string): Date | undefined {
  const [, day, minutes = '00:00', seconds = ':00', zoneHours = '+00', zoneMinutes = '00'] = dateText.exec(text) ?? [];
  const date = new Date(`${day}T${minutes.padStart(5, '0')}${seconds}${zoneHours}:${zoneMinutes}`);
  // The 30th of February is a day in March for Date, and a mistake for us.
  const midnight = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || !midnight.toISOString().startsWith(String(day)) ? undefined : date;
}

/** The address of a tag is a folder, whose name may have 255 bytes. */
const longestTag = 60; // letters

/** Octopress knows `Azure`, `[Azure, Docker]`, a YAML list, and `azure, docker`. Each tag has a page. */
const tagList = z.union([z.array(z.string()), z.string()]).transform((written, context) => {
  const tags = typeof written === 'string' ? written.split(',') : written;
  for (const [place, tag] of tags.entries()) {
    const path = typeof written === 'string' ? [] : [place];
    if (tag.trim() !== '' && slugOf(tag) === '')
      context.addIssue({
        code: 'custom',
        path,
        message: `${JSON.stringify(tag)} has no letter or digit for the address of its page. Name the tag by a word, or remove it.`,
      });
    if (tag.trim().length > longestTag)
      context.addIssue({
        code: 'custom',
        path,
        message: `A tag has ${tag.trim().length} letters, and ${longestTag} are the most. Name it by a word or two.`,
      });
  }
  return tags.map((tag) => tag.trim()).filter((tag) => tag !== '');
});

/**
 * Front matter of an article in `content/posts/`, ours and Octopress's alike.
 * The result has one spelling for each thing: `categories` has become `tags`, `published` has become `draft`.
 */
export const postSchema = z
  .strictObject({
    /** Heading of the page, without Markdown: `Mind the storage driver`. */
    title: z.string().trim().min(1).max(200),
    /** Text for search engines and lists, at most 160 characters. Left out, the article's first words serve. */
    description: z.string().trim().min(1).max(160).optional(),
    /** What people type who look for this page, for the search alone: `free up disk space`. */
    asked: asked.optional(),
    /** When it was published. A moment in the future keeps the article out of the site until then. */
    date: moment,
    /** When its content last changed in a way that readers should know. Not before `date`. */
    updated: moment.optional(),
    /** The day on which it was last held against its sources: `2026-11-24`. */
    checked: day.optional(),
    /** Subjects, as they should read on the page: `[Docker, devicemapper]`. */
    tags: tagList.optional(),
    /** Name of the series that it is a part of, the same in all its parts, which are sorted by date: `Mind the driver`. */
    series: z.string().trim().min(1).max(100).optional(),
    /** True keeps the article out of the site; `npm run dev` shows it, marked. Default false. */
    draft: z.boolean().optional(),
    /** Where the article is talked about: a GitHub discussion by number or address, or another place. */
    discussion: discussionLink.optional(),
    /** Who wrote it, if that is not the site's author: `Guest Writer`. */
    author: z.string().trim().min(1).max(120).optional(),
    /** A page elsewhere that the article is about, as in Octopress's linklog: `https://example.org/article/`. */
    external: webAddress.optional(),
    /** Old addresses, from which readers are led here: `/blog/2014/07/24/mind-the-driver/`. */
    aliases: z.array(oldPath).optional(),
    /** What an import found and this site has no use for. */
    legacy: legacy.optional(),
    /** Octopress: always `post`; ignored. */
    layout: z.string().optional(),
    /** Octopress: whether Disqus was shown; ignored, since comments are linked discussions. */
    comments: z.boolean().optional(),
    /** Octopress: the older name of `tags`, as text or list. */
    categories: tagList.optional(),
    /** Octopress: false is the same as `draft: true`. */
    published: z.boolean().optional(),
  })
  .refine((post) => post.updated === undefined || post.updated >= post.date, {
    path: ['updated'],
    message: 'The update is older than the article. Write a moment after `date`, or leave `updated` out.',
  })
  .transform(({ tags = [], categories = [], draft, published, layout: _layout, comments: _comments, ...post }) => ({
    ...post,
    tags: distinct([...tags, ...categories]),
    draft: draft ?? published === false,
  }));

/** Each tag once, in its first spelling: those with one address are one tag. */
function distinct(tags: readonly string[]): string[] {
  const slugs = tags.map(slugOf);
  return tags.filter((_, place) => slugs.indexOf(slugs[place] ?? '') === place);
}

/** An article as pages see it. */
export type Post = z.output<typeof postSchema>;
