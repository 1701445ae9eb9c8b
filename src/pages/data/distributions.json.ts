import type { APIRoute } from 'astro';
import { allDistributions } from '../_entries.ts';
import { publish } from './_publish.ts';

/** Distributions with their kernels, and the drivers that they can't run. */
export const GET: APIRoute = async () => publish('distributions', { distributions: await allDistributions() });
