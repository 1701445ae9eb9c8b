import { existsSync } from 'node:fs';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { discussionSchema } from './discussions/schema.ts';
import { infoStatementSchema } from './docker-info/schema.ts';
import { guideSchema } from './docs/schema.ts';
import { distributionSchema, driverSchema, engineSchema, factKeySchema } from './drivers/schema.ts';
import { driversMentioned } from './drivers/neighbours.ts';
import { knownErrorSchema } from './errors/schema.ts';
import { leanLoader } from './markdown/lean-loader.node.ts';
import { linksIn, notedLinks } from './markdown/links-in.node.ts';
import { readingMinutes } from './posts/reading-time.ts';
import { postSchema } from './posts/schema.ts';
import { redirectsSchema } from './site/schema.ts';
import { pathOf } from './site/urls.ts';

/** Files of prose in a folder of content, whose pages are where `pathTo` says. */
function prose(base: string, pathTo: (id: string) => string): Loader {
  return leanLoader(glob({ base, pattern: '*.{md,mdx}' }), (text, id, frontmatter) => ({
    links: linksIn(text, pathTo(id), notedLinks(frontmatter)),
    drivers: driversMentioned(text),
    minutes: readingMinutes(text),
  }));
}

/** `facts.yaml` is a list, and its order is the order of the rows; the loader sorts by id, so the place is kept. */
function factKeys(yaml: string): Record<string, unknown>[] {
  return (parse(yaml) as { key: string }[]).map((fact, place) => ({ id: fact.key, place, fact }));
}

/** Of `docker-info.yaml` too: its lines stand in the order in which they are printed. */
function statements(yaml: string): Record<string, unknown>[] {
  return (parse(yaml) as { id: string }[]).map((statement, place) => ({ id: statement.id, place, statement }));
}

export const collections = {
  posts: defineCollection({ loader: prose('content/posts', pathOf.post), schema: postSchema }),
  docs: defineCollection({ loader: prose('content/docs', pathOf.guide), schema: guideSchema }),
  drivers: defineCollection({ loader: glob({ base: 'content/drivers', pattern: '*.yaml' }), schema: driverSchema }),
  facts: defineCollection({
    loader: file('content/facts.yaml', { parser: factKeys }),
    schema: z.object({ place: z.int(), fact: factKeySchema }),
  }),
  engines: defineCollection({ loader: glob({ base: 'content/engines', pattern: '*.yaml' }), schema: engineSchema }),
  distributions: defineCollection({
    loader: file('content/distributions.yaml'),
    schema: distributionSchema,
  }),
  'docker-info': defineCollection({
    loader: file('content/docker-info.yaml', { parser: statements }),
    schema: z.object({ place: z.int(), statement: infoStatementSchema }),
  }),
  errors: defineCollection({ loader: prose('content/errors', pathOf.error), schema: knownErrorSchema }),
  discussions: defineCollection({
    loader: glob({ base: 'content/discussions', pattern: '*.json' }),
    schema: discussionSchema,
  }),
  redirects: defineCollection({
    // Most sites have no such file, and Astro warns of a collection without entries.
    loader: existsSync('content/redirects.yaml')
      ? glob({ base: 'content', pattern: 'redirects.yaml' })
      : () => ({ none: {} }),
    schema: redirectsSchema,
  }),
};
