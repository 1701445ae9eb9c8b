import { z } from 'astro/zod';
import { isoDay } from './dates.ts';
import { unescaped } from './old-path.ts';

/**
 * A calendar day as text, `2026-11-24`. Some YAML parsers make a `Date` of it unless it stands in quotes,
 * and an author should not have to know which one reads the file.
 */
export const day = z.preprocess(
  (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? isoDay(value) : value),
  z.iso.date('A day is written as 2026-11-24.'),
);

/** A page of the web, `https://example.org/page`. Browsers take blanks in it, and lead nowhere. */
export const webAddress = z
  .url({ protocol: /^https?$/ })
  .refine((address) => !/\s/.test(address), 'A blank stands in this address. Write the address alone.');

/**
 * What people call the subject who do not know its name here, for our own search alone: `free up disk space`. A few words
 * a line, and no word that the title has.
 */
export const asked = z.array(z.string().trim().min(1).max(120)).min(1).max(8);

const pathWithoutHost = /^(?!.*\/\.{1,2}(?:\/|$))\/(?!\/)[^?#\\:]+$/;

/** A path of an old site, from which readers are led on: `/blog/2014/07/24/a-title/`, without query and base. */
export const oldPath = z
  .string()
  .regex(pathWithoutHost, 'An old address is a path such as /blog/2014/07/24/a-title/, without host, query and `#`.')
  .refine(
    (path) => unescaped(path) !== undefined,
    'A percent sign in an old address begins the escape of a letter, as in /caf%C3%A9/; no file can have the others.',
  )
  .refine(
    (path) => pathWithoutHost.test(unescaped(path) ?? path),
    'An old address is a path below this site. Write it without `..`, also where its points are escaped.',
  );

/** Old addresses that belong to no entry, each with the path to which it leads: `/blog/categories/docker/: /tags/docker/`. */
export const redirectsSchema = z.record(
  oldPath,
  z.string().regex(/^\/(?!\/)\S*$/, 'Write a path of this site, such as /tags/docker/.'),
);

/** All addresses that were ever published, each with the anchors that readers may have kept. */
export const publishedSchema = z.record(
  z.string().startsWith('/', 'An address is a path of this site, such as /posts/a-title/.'),
  z.array(z.string()),
);

/** Keys of an old site's front matter as they were found, for whoever may need them; values of every kind. */
export const legacy = z.record(z.string(), z.unknown());
