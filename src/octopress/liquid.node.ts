import { Context, Liquid } from 'liquidjs';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { slugOf } from '../site/slug.ts';
import type { PostContext } from './post-context.ts';
import type { Settings } from './settings.ts';

const maxResultChars = 500_000; // of one piece; more is a loop without end

/** Values of the site that Jekyll made. Others that are not there had none on the old site either. */
const madeByJekyll = 'categories collections documents html_pages pages posts related_posts static_files tags time';

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

/** The site as Liquid may ask for it: what Jekyll made of it is not empty but unknown, in a condition as well. */
export function knownSite(values: object): object {
  const gap: PropertyDescriptor = {
    get: () => {
      throw new Error('Only the old site knew this.');
    },
  };
  return Object.defineProperties({ ...values }, Object.fromEntries(madeByJekyll.split(' ').map((name) => [name, gap])));
}

/**
 * How a post evaluates Liquid with the values of `scope`: what it assigned, and the values of the file that is being taken
 * in, last from one piece to the next.
 */
export function liquidOf(engine: Liquid, scope: object): Pick<PostContext, 'evaluate' | 'withValue'> {
  const assigned: Record<string, unknown> = {};
  const given: Record<string, unknown>[] = [];
  return {
    evaluate: (liquid) => {
      try {
        // Limits of time and memory are those of a context: a long post must not use up what its last line needs.
        const context = new Context(scope, engine.options, { sync: true });
        Object.assign(context.bottom(), assigned);
        for (const values of given) context.push(values);
        const text = String(engine.parseAndRenderSync(liquid, context));
        Object.assign(assigned, context.bottom());
        return text.length > maxResultChars ? undefined : text;
      } catch {
        return undefined; // A value that only the old site knew, or a loop without end: the caller reports it.
      }
    },
    withValue: (name, value, work) => {
      given.push({ [name]: value });
      try {
        return work();
      } finally {
        given.pop();
      }
    },
  };
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
