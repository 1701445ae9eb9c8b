import type { APIRoute, GetStaticPaths } from 'astro';
import { z } from 'astro/zod';
import { distributionSchema, driverSchema, engineSchema, factKeySchema } from '../../../drivers/schema.ts';
import { knownErrorSchema } from '../../../errors/schema.ts';
import { absoluteUrl } from '../../../site/urls.ts';

const published = {
  drivers: z.object({ drivers: z.record(z.string(), driverSchema) }),
  facts: z.object({ facts: z.array(factKeySchema) }),
  engines: z.object({ engines: z.record(z.string(), engineSchema) }),
  errors: z.object({ errors: z.record(z.string(), knownErrorSchema) }),
  distributions: z.object({ distributions: z.array(distributionSchema) }),
};

export const getStaticPaths = (() =>
  Object.entries(published).map(([name, data]) => ({ params: { name }, props: { data } }))) satisfies GetStaticPaths;

/** The JSON Schema of a published file, made from the schema that the content is held to. */
export const GET: APIRoute<{ data: z.ZodObject }> = ({ params: { name = '' }, props: { data } }) => {
  const envelope = z.object({ $schema: z.url(), version: z.literal(1), licence: z.literal('CC-BY-4.0') });
  const schema = z.toJSONSchema(envelope.extend(data.shape).strict(), { io: 'input' });
  return Response.json({ ...schema, $id: absoluteUrl(`/data/schemas/${name}.json`) });
};
