/** The rooms and arrows of the design as a table: which file may import what, and what to do instead. */
import { posix } from 'node:path';

export type Room =
  | 'pure'
  | 'schema'
  | 'node'
  | 'element'
  | 'template'
  | 'script'
  | 'style'
  | 'page'
  | 'root'
  | 'test'
  | 'tool'
  | 'unknown';

/** Topics that every other topic may use; among themselves they follow `arrows`. */
const ground: readonly string[] = ['site', 'markdown', 'content-check'];

/** Which topics a topic may use besides `ground`. A folder that is missing here may not import another topic. */
export const arrows: Readonly<Record<string, readonly string[]>> = {
  site: [],
  markdown: ['site'],
  'content-check': ['site', 'markdown'],
  discussions: [],
  docs: ['discussions'],
  drivers: ['discussions'],
  errors: ['drivers', 'discussions'],
  'docker-info': ['drivers'],
  search: ['errors', 'docker-info', 'offline'],
  posts: ['discussions'],
  octopress: [],
  machines: [],
  hosts: [],
  release: [],
  offline: [],
  sources: [],
};

/** Files that put the topics together, as pages do; no other file in `src` may import them. */
const roots = /^src\/content\.[a-z]+(?:\.node)?\.ts$/;

/** Browser tests and tests of `dist/`: what a reader gets, whatever the source looks like. */
const outsideTests = /^tests\/(?:a11y|built|e2e)\//;

/**
 * What a test from outside needs all the same: whose site this is, the server that a reader would ask, other hosts, a
 * larger index, what a release is checked with, the worker of a site that keeps nothing.
 */
const doors = [
  'src/site.config.ts',
  'src/site/server.node.ts',
  'src/hosts/hosts.node.ts',
  'src/hosts/check.node.ts',
  'src/search/write-index.node.ts',
  'src/release/broken-links.node.ts',
  'src/offline/worker-script.node.ts',
];

/** The room of a file, told by its path from the repository's root. `X.astro/0.ts` is a script inside `X.astro`. */
export function roomOf(file: string): Room {
  if (file.startsWith('tests/') || file.endsWith('.test.ts')) return 'test';
  if (!file.startsWith('src/')) return 'tool';
  if (roots.test(file)) return 'root';
  if (/\.astro\/[^/]+$/.test(file)) return 'script';
  if (file.startsWith('src/pages/')) return 'page';
  if (file.endsWith('.astro')) return 'template';
  if (file.endsWith('.node.ts')) return 'node';
  // A worker runs in the browser too, beside the page instead of in it.
  if (/\.(?:element|worker)\.ts$/.test(file)) return 'element';
  if (file.endsWith('/schema.ts')) return 'schema';
  if (/\/[a-z0-9-]+(?:\.config)?\.ts$/.test(file)) return 'pure';
  return file.endsWith('.css') || file.startsWith('src/styles/fonts/') ? 'style' : 'unknown';
}

/** The topic of a file, such as `drivers`; none for layouts, pages, styles, and files outside a folder of `src`. */
function topicOf(file: string): string | undefined {
  const folder = /^src\/([^/]+)\//.exec(file)?.[1];
  return folder === undefined || ['layouts', 'pages', 'styles'].includes(folder) ? undefined : folder;
}

const vague = /^(?:utils?|helpers?|common|misc|shared|lib|index)$/;

/** Why a file of `src` may not be called what it is, with what to do instead; nothing if the name is fine. */
export function whyMisnamed(file: string): string | undefined {
  const name = posix.basename(file);
  const room = roomOf(file);
  if (/^src\/tsconfig\.[a-z]+\.json$/.test(file)) return undefined;
  if (room !== 'page' && (vague.test(name.replace(/\..*$/, '')) || vague.test(posix.basename(posix.dirname(file))))) {
    return `${file} does not say what it holds. Name it after what its one function gives, such as src/site/urls.ts.`;
  }
  if (room === 'unknown') {
    return `${file} does not say where it runs. End its name in .ts, .node.ts, .element.ts, .worker.ts, .astro or .test.ts; styles and fonts live in src/styles/.`;
  }
  if (room === 'template' && !/^[A-Z][A-Za-z0-9]*\.astro$/.test(name)) {
    return `${file} is a template. Name it in capitals like a component, such as ComparisonTable.astro.`;
  }
  const topic = topicOf(file);
  if (topic !== undefined && usableBy(topic) === undefined) {
    return `src/${topic}/ has no place among the topics yet. Add it to the arrows in walls/rooms.ts, with the topics it may use.`;
  }
  return undefined;
}

/**
 * Why `file` may not import `specifier`, with what to do instead; nothing if it may.
 * `typeOnly` says that the import is gone when the code runs.
 */
export function whyForbidden(file: string, specifier: string, typeOnly: boolean): string | undefined {
  if (!/^\.{1,2}\//.test(specifier)) return whyPackageForbidden(file, specifier, typeOnly);
  const path = specifier.replace(/\?.*$/, '');
  if (!/\.[a-z0-9]+$/.test(path) || /\.(?:js|jsx)$/.test(path)) {
    return `The import '${specifier}' does not end as the file does. Write the whole name, such as '${path.replace(/\.jsx?$/, '')}.ts': Node runs these files as they are.`;
  }
  const target = posix.join(posix.dirname(roomOf(file) === 'script' ? posix.dirname(file) : file), path);
  return (
    whyFloorForbidden(file, target) ??
    whyTopicForbidden(topicOf(file), topicOf(target)) ??
    whyRoomForbidden(file, target, typeOnly)
  );
}

/** All topics that a topic may use; nothing if the topic is not in the table. */
export function usableBy(topic: string): readonly string[] | undefined {
  const own = arrows[topic];
  return own === undefined || ground.includes(topic) ? own : [...own, ...ground];
}

/** Pages stand above layouts, layouts above topics, and the built site is tested from outside. */
function whyFloorForbidden(file: string, target: string): string | undefined {
  const fromPage = file.startsWith('src/pages/');
  if (target.startsWith('src/pages/') && !fromPage) {
    return `'${target}' is a page, and nothing imports a page. Move what you need into the topic it is about, and import it from both.`;
  }
  if (target.startsWith('src/layouts/') && !fromPage && !file.startsWith('src/layouts/')) {
    return `'${target}' is a layout, and only pages import layouts. Let the page put the two together with a slot, or move the part down into src/site/.`;
  }
  if (roots.test(target) && file.startsWith('src/') && !['root', 'test'].includes(roomOf(file))) {
    return `'${target}' puts the topics together, so no topic imports it. Take what you need as an argument.`;
  }
  if (outsideTests.test(file) && target.startsWith('src/') && !doors.includes(target)) {
    return 'Tests of the built site read dist/ or the browser, never src. Ask for what a reader gets, or test the function beside its code.';
  }
  return undefined;
}

function whyTopicForbidden(from: string | undefined, to: string | undefined): string | undefined {
  if (from === undefined || to === undefined || from === to) return undefined;
  const allowed = usableBy(from);
  if (allowed === undefined) {
    return `src/${from}/ has no place among the topics yet. Add it to the arrows in walls/rooms.ts, with the topics it may use.`;
  }
  if (allowed.includes(to)) return undefined;
  const list = allowed.length === 0 ? 'no other topic' : `only ${allowed.join(', ')}`;
  return `src/${from}/ may not use src/${to}/: it uses ${list}. Take what you need as an argument, or move what both share down into a topic that both may use.`;
}

function whyRoomForbidden(file: string, target: string, typeOnly: boolean): string | undefined {
  const to = roomOf(target);
  const toValueOfSchema = to === 'schema' && !typeOnly;
  switch (roomOf(file)) {
    case 'pure':
      if (toValueOfSchema) {
        return `A pure file takes only types from a schema, so that zod stays out of the browser. Write 'import type', or take the parsed value as an argument.`;
      }
      if (to !== 'pure' && to !== 'schema') {
        return `A pure file imports pure files only, and '${target}' is none. Take its result as an argument, move its types into a pure file, or end this file's name in '.node.ts' or '.element.ts'.`;
      }
      return undefined;
    case 'schema':
      if (to !== 'pure' && to !== 'schema') {
        return `A schema imports schemas and pure files only, and '${target}' is neither. Move what it needs into a pure file.`;
      }
      return undefined;
    case 'element':
      if (toValueOfSchema) {
        return `An element takes only types from a schema: zod would cost the reader 95 kB. Write 'import type', and let the page hand in data that is checked already.`;
      }
      if (to !== 'pure' && to !== 'schema' && to !== 'element') {
        return `An element runs in the browser and imports pure files and elements only, and '${target}' is neither. Hand the data in through attributes or markup, or move what both need into a pure file.`;
      }
      return undefined;
    case 'node':
      if (to === 'template' || to === 'element' || to === 'script') {
        return `'${target}' does not run on the build machine. Move what both need into a pure file.`;
      }
      return undefined;
    case 'template':
      if (to === 'node') {
        return `A template takes props and gives HTML, so it imports no '.node.ts'. Call '${target}' in the page and hand the result in as a prop; move its types into a pure file.`;
      }
      return elementInFrontmatter(to, target);
    case 'page':
      return elementInFrontmatter(to, target);
    case 'script':
      if (to !== 'element') {
        return `A <script> imports one element and holds no code. Move the code into an element whose name ends in '.element.ts'.`;
      }
      return undefined;
    default:
      return undefined;
  }
}

function elementInFrontmatter(to: Room, target: string): string | undefined {
  if (to !== 'element') return undefined;
  return `'${target}' runs in the browser. Import it inside a <script>, not in the frontmatter.`;
}

function whyPackageForbidden(file: string, specifier: string, typeOnly: boolean): string | undefined {
  if (/^(?:\/|~|@\/|src\/)/.test(specifier)) {
    return `The import '${specifier}' is not relative. Write the path from this file, such as '../site/urls.ts': Node runs these files as they are.`;
  }
  switch (roomOf(file)) {
    case 'pure':
      return `A pure file uses the language only, not '${specifier}'. Take its result as an argument, or end this file's name in '.node.ts'.`;
    case 'schema':
      if (specifier === 'astro/zod') return undefined;
      return `A schema uses 'astro/zod' and pure files only, not '${specifier}'. Move what needs it into a file whose name ends in '.node.ts'.`;
    case 'element':
      return `An element uses the DOM and pure files only, not '${specifier}'. Use what the browser has, or do the work at build and hand the result in through attributes or markup.`;
    case 'script':
      return `A <script> imports one element, not '${specifier}'. Move the code into an element whose name ends in '.element.ts'.`;
    case 'node':
      if (specifier.startsWith('astro:')) {
        return `'${specifier}' exists only inside Astro's build, not where Node runs this file. Let the page read it and hand it in as an argument.`;
      }
      return undefined;
    case 'template':
      if (specifier === 'astro:assets' || (typeOnly && /^astro(?:\/|$)/.test(specifier))) return undefined;
      return `A template takes props and gives HTML, so it does not import '${specifier}'. Let the page read it and hand it in as a prop.`;
    default:
      return undefined;
  }
}
