import { absoluteUrl } from '../../site/urls.ts';

/** Grows by one whenever something that readers of the data may rely on is renamed, removed or changes its meaning. */
const version = 1;

/** `data` as JSON with the address of its schema, the version of its form and its licence. */
export function publish(schema: string, data: object): Response {
  return Response.json({
    $schema: absoluteUrl(`/data/schemas/${schema}.json`),
    version,
    licence: 'CC-BY-4.0',
    ...data,
  });
}
