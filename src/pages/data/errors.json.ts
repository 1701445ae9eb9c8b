import type { APIRoute } from 'astro';
import { allErrors } from '../_entries.ts';
import { publish } from './_publish.ts';

/** All known errors with their literal messages; the pages at /errors/<id>/ have the ways out. */
export const GET: APIRoute = async () =>
  publish('errors', { errors: Object.fromEntries((await allErrors()).map(({ id, data }) => [id, data])) });
