import type { APIRoute } from 'astro';
import { historyOf } from '../../drivers/history.ts';
import { allReleases, driversNamed, factKeysNamed } from '../_entries.ts';

/** What the comparison loads to show a past day. Its form is the table's business and may change with it. */
export const GET: APIRoute = async () =>
  Response.json(historyOf(await driversNamed(), await factKeysNamed(), await allReleases()));
