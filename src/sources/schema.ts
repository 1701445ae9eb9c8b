import { z } from 'astro/zod';

/** The file in which `npm run check:sources` keeps what did not answer. */
export const goneSourcesFile = 'content/gone-sources.yaml';

const day = z.iso.date();

/** An address outside the site, to which content leads, that did not answer as it should. */
const goneSource = z.strictObject({
  /** The address, without what follows `#`. */
  source: z.url({ protocol: /^https?$/ }),
  /** What came instead: `404`, or `no such host`. */
  answer: z.string().min(1),
  /** `gone` is an answer that says so; `silent` may pass, as when a host is down. */
  state: z.enum(['gone', 'silent']),
  /** The first day on which it was so. */
  since: day,
  /** A copy of it in the Web Archive, or the address under which there may be one. */
  archived: z.url({ protocol: /^https$/ }),
});

/** The whole list. */
export const goneSourcesSchema = z.array(goneSource);

/** An entry of the list. */
export type GoneSource = z.output<typeof goneSource>;
