import type { APIRoute } from 'astro';
import { href, pathOf } from '../../site/urls.ts';
import { allErrors } from '../_entries.ts';

/** What the search box loads when somebody begins to type: messages and what tells them apart, and no more. */
export const GET: APIRoute = async () =>
  Response.json(
    (await allErrors()).map(
      ({ id, data: { title, messages, means, question, drivers, signs, told_by, special_case_of, leads_to } }) => ({
        id,
        title,
        url: href(pathOf.error(id)),
        messages,
        means,
        question,
        drivers,
        signs,
        told_by,
        special_case_of,
        leads_to,
      }),
    ),
  );
