/** What the content is made of: the collections with their schemas, and where the pages of their entries are. */
import { z } from 'astro/zod';
import { publishedFile } from './content-check/published.ts';
import type { Collection } from './content-check/read-entries.node.ts';
import { discussionSchema } from './discussions/schema.ts';
import { infoStatementSchema } from './docker-info/schema.ts';
import { guideSchema } from './docs/schema.ts';
import { isSourceOrDate } from './drivers/rules/statements.ts';
import { distributionSchema, driverSchema, engineSchema, factKeySchema } from './drivers/schema.ts';
import { knownErrorSchema } from './errors/schema.ts';
import { postSchema } from './posts/schema.ts';
import { publishedSchema, redirectsSchema } from './site/schema.ts';
import { pathOf } from './site/urls.ts';
import { goneSourcesFile, goneSourcesSchema } from './sources/schema.ts';

const prose = ['md', 'mdx'] as const;

/** All collections with their schemas. */
export const collections: readonly Collection[] = [
  { name: 'posts', path: 'content/posts', endings: prose, schema: postSchema },
  { name: 'docs', path: 'content/docs', endings: prose, schema: guideSchema },
  { name: 'errors', path: 'content/errors', endings: prose, schema: knownErrorSchema },
  { name: 'drivers', path: 'content/drivers', endings: ['yaml'], schema: driverSchema, leftToRules: isSourceOrDate },
  { name: 'engines', path: 'content/engines', endings: ['yaml'], schema: engineSchema, leftToRules: isSourceOrDate },
  {
    name: 'distributions',
    path: 'content/distributions.yaml',
    endings: ['yaml'],
    schema: z.array(distributionSchema),
    leftToRules: isSourceOrDate,
    mayBeEmpty: true,
  },
  { name: 'facts', path: 'content/facts.yaml', endings: ['yaml'], schema: z.array(factKeySchema) },
  {
    name: 'docker-info',
    path: 'content/docker-info.yaml',
    endings: ['yaml'],
    schema: z.array(infoStatementSchema),
    leftToRules: isSourceOrDate,
    mayBeEmpty: true,
  },
  // Only a site that came from another one has old addresses.
  { name: 'redirects', path: 'content/redirects.yaml', endings: ['yaml'], schema: redirectsSchema, mayBeEmpty: true },
  // A site that is not out yet has published nothing.
  { name: 'published', path: publishedFile, endings: ['yaml'], schema: publishedSchema, mayBeEmpty: true },
  // All sources may be there.
  { name: 'gone-sources', path: goneSourcesFile, endings: ['yaml'], schema: goneSourcesSchema, mayBeEmpty: true },
  // A site is complete before anybody has said a word about it.
  { name: 'discussions', path: 'content/discussions', endings: ['json'], schema: discussionSchema, mayBeEmpty: true },
];

/** Where pages of a collection's entries are. */
export const addresses: Record<string, (id: string) => string> = {
  posts: pathOf.post,
  docs: pathOf.guide,
  errors: pathOf.error,
  drivers: pathOf.driver,
};

/** Addresses in prose that name an entry by its id. */
export const linkPlaces = [
  { prefix: pathOf.posts, to: 'posts' },
  { prefix: pathOf.errors, to: 'errors' },
];
