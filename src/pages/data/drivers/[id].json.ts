import type { APIRoute, GetStaticPaths } from 'astro';
import type { Driver } from '../../../drivers/schema.ts';
import { driversNamed } from '../../_entries.ts';
import { publish } from '../_publish.ts';

export const getStaticPaths = (async () =>
  (await driversNamed()).map(({ id, data }) => ({ params: { id }, props: { driver: data } }))) satisfies GetStaticPaths;

/** One driver with all its facts. */
export const GET: APIRoute<{ driver: Driver }> = ({ params: { id = '' }, props: { driver } }) =>
  publish('drivers', { drivers: { [id]: driver } });
