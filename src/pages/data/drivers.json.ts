import type { APIRoute } from 'astro';
import { driversNamed } from '../_entries.ts';
import { publish } from './_publish.ts';

/** All drivers with all facts; the promise about its form is in the guide on the data. */
export const GET: APIRoute = async () => {
  const drivers = await driversNamed();
  return publish('drivers', { drivers: Object.fromEntries(drivers.map(({ id, data }) => [id, data])) });
};
