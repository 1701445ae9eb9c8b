import type { APIRoute } from 'astro';
import { allEngines } from '../_entries.ts';
import { publish } from './_publish.ts';

/** Engines with their releases and timelines. */
export const GET: APIRoute = async () => publish('engines', { engines: await allEngines() });
