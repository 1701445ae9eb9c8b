import type { APIRoute } from 'astro';
import { factKeysNamed } from '../_entries.ts';
import { publish } from './_publish.ts';

/** What drivers are asked, in the order of the table's rows. */
export const GET: APIRoute = async () => publish('facts', { facts: await factKeysNamed() });
