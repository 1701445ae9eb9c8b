import type { APIRoute } from 'astro';
import { answer } from '../../drivers/comparison.ts';
import { toCsv } from '../../drivers/table-text.ts';
import { driversNamed, factKeysNamed } from '../_entries.ts';

const head = ['driver', 'fact', 'value', 'since', 'until', 'note', 'source', 'checked', 'confidence'];

/** One line for each driver and fact, for spreadsheets. */
export const GET: APIRoute = async () => {
  const drivers = await driversNamed();
  const keys = await factKeysNamed();
  const rows = drivers.flatMap(({ id, data }) =>
    keys.flatMap((key) => {
      const fact = data.facts[key.key];
      if (fact === undefined) return [];
      const { since = '', until = '', note = '', source = '', checked, confidence } = fact;
      return [[id, key.key, answer(fact, key), since, until, note, source, checked, confidence]];
    }),
  );
  return new Response(toCsv([head, ...rows]), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
