import type { APIRoute } from 'astro';
import { toAdviceData } from '../../docker-info/advice-data.ts';
import { href, pathOf } from '../../site/urls.ts';
import {
  allDistributions,
  allEngines,
  allGuides,
  allInfoStatements,
  driversNamed,
  factKeysNamed,
} from '../_entries.ts';

/** Other owners may not have it. */
const start = 'docker-does-not-start';

/** What is loaded when somebody pastes the output of `docker info`. Its form is the advice's business. */
export const GET: APIRoute = async () =>
  Response.json(
    toAdviceData({
      drivers: await driversNamed(),
      keys: await factKeysNamed(),
      engines: await allEngines(),
      distributions: await allDistributions(),
      statements: await allInfoStatements(),
      pages: {
        drivers: href(pathOf.drivers),
        errors: href(pathOf.errors),
        start: (await allGuides()).some(({ id }) => id === start) ? href(pathOf.guide(start)) : undefined,
      },
    }),
  );
