import type { Root } from 'hast';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { site } from '../site.config.ts';
import { speculationRules } from './answers.ts';
import type { Header } from './answers.ts';
import type { EndIntegration } from './build-end.node.ts';
import { eachElement } from './built-pages.node.ts';
import { isoDay } from './dates.ts';
import { headersFile } from './headers-file.ts';
import { whyExpiring } from './security-contact.ts';

/** What browsers would let a page ask for, and no page of ours ever does: neither it nor what it frames. */
const unusedFeatures = ['camera', 'display-capture', 'geolocation', 'microphone', 'midi', 'payment', 'usb'];

/** The sources, such as `'sha256-…'`, that let the inline scripts and styles of one page run under a strict policy. */
export function inlineHashes(page: Root): { scripts: string[]; styles: string[] } {
  const scripts: string[] = [];
  const styles: string[] = [];
  eachElement(page, ({ tagName, properties, children }) => {
    const [text] = children;
    if (text?.type !== 'text') return;
    if (tagName === 'style') styles.push(sourceOf(text.value));
    // Data blocks, such as JSON-LD, are not run and need no permission.
    if (tagName === 'script' && (properties['type'] ?? 'module') === 'module') scripts.push(sourceOf(text.value));
  });
  return { scripts, styles };
}

/** Whether a page plays films or sounds. */
export function playsMedia(page: Root): boolean {
  let found = false;
  eachElement(page, ({ tagName }) => {
    found ||= tagName === 'video' || tagName === 'audio';
  });
  return found;
}

/** Sources by what stands inline, most of which stands in every page. */
const sources = new Map<string, string>();

function sourceOf(inline: string): string {
  const source = sources.get(inline) ?? `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;
  sources.set(inline, source);
  return source;
}

/** The headers of every answer, with a policy that runs nothing inline but what has one of the hashes, and frames nothing unasked. */
export function headersFor({
  scripts,
  styles,
  media = false,
  frames = [],
  base = '/',
}: {
  scripts: Iterable<string>;
  styles: Iterable<string>;
  /** Whether films and sounds of the site itself may play. */
  media?: boolean;
  /** Origins whose pages may stand in a frame. */
  frames?: readonly string[];
  /** Path under which the site is served, with both slashes. */
  base?: string;
}): Header[] {
  const policy = [
    "default-src 'none'",
    // WebAssembly is Pagefind's search; nothing else is compiled in the browser.
    `script-src ${["'self'", "'wasm-unsafe-eval'", ...new Set(scripts)].join(' ')}`,
    `style-src ${["'self'", ...new Set(styles)].join(' ')}`,
    "img-src 'self'",
    ...(media ? ["media-src 'self'"] : []),
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    ...(frames.length > 0 ? [`frame-src ${frames.join(' ')}`] : []),
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    // No text becomes HTML or script, and only our own files become workers: src/site/own-scripts.ts.
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ];
  return [
    ['Content-Security-Policy', policy.join('; ')],
    ['Strict-Transport-Security', 'max-age=63072000; includeSubDomains'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', unusedFeatures.map((feature) => `${feature}=()`).join(', ')],
    ['Speculation-Rules', `"${base}${speculationRules}"`],
  ];
}

/** Writes `_headers` beside the built `pages`, with the hashes of all that is inline in them, and with what plays in them. */
export function securityHeaders(
  pages: ReadonlyMap<string, { inline: ReturnType<typeof inlineHashes>; media: boolean }>,
): EndIntegration {
  return {
    name: 'security-headers',
    hooks: {
      'astro:build:start': ({ logger }) => {
        const today = isoDay(new Date());
        const why = site.security === undefined ? undefined : whyExpiring(site.security, today);
        if (why !== undefined) logger.warn(why);
      },
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const scripts = new Set<string>();
        const styles = new Set<string>();
        for (const { inline } of pages.values()) {
          inline.scripts.forEach((hash) => scripts.add(hash));
          inline.styles.forEach((hash) => styles.add(hash));
        }
        const sorted = { scripts: [...scripts].toSorted(), styles: [...styles].toSorted() };
        const media = [...pages.values()].some((page) => page.media);
        const frames = site.discussions.live === true ? ['https://giscus.app'] : [];
        const everywhere = headersFor({ ...sorted, media, frames, base: site.base });
        await writeFile(join(root, '_headers'), headersFile({ base: site.base, everywhere }));
      },
    },
  };
}
