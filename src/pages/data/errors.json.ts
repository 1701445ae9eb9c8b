import type { APIRoute } from 'astro';
import { href, pathOf } from '../../site/urls.ts';
import { allErrors } from '../_entries.ts';

/** The known messages for the search box, loaded when somebody begins to type. */
export const GET: APIRoute = async () => {
  const errors = await allErrors();
  return Response.json(
    errors.map(({ id, data: { title, messages, means } }) => ({
      id,
      title,
      url: href(pathOf.error(id)),
      messages,
      means,
    })),
  );
};
