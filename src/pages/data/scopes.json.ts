import type { APIRoute } from 'astro';
import { scopeOf } from '../../errors/scope.ts';
import { allErrors, driversNamed } from '../_entries.ts';

/** Where each known error can come from: what the search loads when a text says something of its machine. */
export const GET: APIRoute = async () => {
  const drivers = (await driversNamed()).map(({ id, data: { engine, versions, facts } }) => {
    const releaseOf = (key: string) => {
      const value = String(facts[key]?.value);
      return versions === undefined && /^\d/.test(value) ? value : undefined; // a plugin counts its own releases
    };
    return { id, engine, introduced: releaseOf('introduced'), removed: releaseOf('removed') };
  });
  const errors = (await allErrors()).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return Response.json(Object.fromEntries(errors.map(({ id, data }) => [id, scopeOf(data, drivers)])));
};
