import { Liquid } from 'liquidjs';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { slugOf } from '../site/slug.ts';
import type { Settings } from './settings.ts';

const toHtml = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })
  .freeze();

/**
 * Liquid as an old blog's posts may use it, with Jekyll's own filters. It reads no file, knows no value that is not
 * given, and gives the same result on each day and in each zone.
 */
export function liquidFor({ url = '', root, timezone = 'UTC' }: Settings): Liquid {
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    ownPropertyOnly: true,
    parseLimit: 1_000_000,
    renderLimit: 5_000, // milliseconds; only a loop without end takes so long
    memoryLimit: 1_000_000,
    timezoneOffset: timezone,
    templates: {}, // without it, Liquid would read files for its own tags
  });
  const date = engine.filters['date'];
  const inDays = (value: unknown): unknown => {
    if (value === 'now' || value === 'today') throw new Error('The day of the import is not the day of the old page.');
    return value;
  };
  const relative = (path: unknown): string => `${root}/${textOf(path).replace(/^\/+/, '')}`;
  engine.registerFilter('date', function (value: unknown, ...args: unknown[]) {
    const filter = typeof date === 'function' ? date : date?.handler;
    return filter?.call(this, inDays(value), ...args) as unknown;
  });
  engine.registerFilter('relative_url', relative);
  engine.registerFilter('absolute_url', (path: unknown) => url + relative(path));
  engine.registerFilter('markdownify', (text: unknown) => String(toHtml.processSync(textOf(text))).trim());
  engine.registerFilter('slugify', (text: unknown) => slugOf(textOf(text)));
  engine.registerFilter('xml_escape', escapeXml);
  engine.registerFilter('cgi_escape', (text: unknown) => encodeURIComponent(textOf(text)).replaceAll('%20', '+'));
  engine.registerFilter('uri_escape', (text: unknown) => encodeURI(textOf(text)));
  engine.registerFilter('smartify', textOf);
  engine.registerFilter('jsonify', (value: unknown) => JSON.stringify(value));
  engine.registerFilter('number_of_words', (text: unknown) => textOf(text).trim().split(/\s+/).length);
  engine.registerFilter('array_to_sentence_string', (items: unknown) =>
    Array.isArray(items)
      ? new Intl.ListFormat('en-US', { type: 'conjunction' }).format(items.map(textOf))
      : textOf(items),
  );
  return engine;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

function escapeXml(value: unknown): string {
  return textOf(value)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
