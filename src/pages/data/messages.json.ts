import type { APIRoute } from 'astro';
import { leastOf } from '../../errors/implied.ts';
import { toPublished } from '../../errors/published.ts';
import { href, pathOf } from '../../site/urls.ts';
import { allErrors } from '../_entries.ts';

/** What the search box loads when somebody begins to type: messages and what tells them apart, and no more. */
export const GET: APIRoute = async () => {
  const errors = leastOf((await allErrors()).map(({ id, data }) => ({ ...data, id })));
  return Response.json(toPublished(errors, (id) => href(pathOf.error(id))));
};
