import { z } from 'astro/zod';

/**
 * A calendar day as text, `2026-11-24`. Some YAML parsers make a `Date` of it unless it stands in quotes,
 * and an author should not have to know which one reads the file.
 */
export const day = z.preprocess(
  (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString().slice(0, 10) : value),
  z.iso.date('A day is written as 2026-11-24.'),
);
