import type { APIRoute } from 'astro';
import { driverKindsIn } from '../../errors/driver-kinds.ts';
import { isRemark } from '../../errors/matcher.ts';
import { toPublished } from '../../errors/published.ts';
import { href, pathOf } from '../../site/urls.ts';
import { allErrors } from '../_entries.ts';

/** What the search box loads when somebody begins to type: messages and what tells them apart, and no more. */
export const GET: APIRoute = async () => {
  // By id, as the matcher is tested: of errors that fit equally well the first counts. It also packs better.
  const errors = (await allErrors())
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, data }) => ({
      ...data,
      id,
      drivers: driverKindsIn(data.drivers.join(' ')),
      severity: isRemark(data) ? data.severity : undefined,
    }));
  return Response.json(toPublished(errors, (id) => href(pathOf.error(id))));
};
