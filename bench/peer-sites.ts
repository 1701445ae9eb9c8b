/**
 * The documentation engines that readers and authors know, each with an ordinary site of the same pages. They are
 * installed in a folder of their own beside the system's temporary files, once, and never in this project.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { site } from '../src/site.config.ts';

/** A page of a site: its address, and Markdown without the heading that its title makes. */
export interface PlainPage {
  /** `/posts/name/` */
  path: string;
  title: string;
  description: string;
  body: string;
}

/** An engine: what it is made of, how a project of it is laid out, and how it is built. */
export interface Engine {
  name: string;
  /** Packages with their exact versions; the first one is the engine. */
  packages: readonly string[];
  /** Files of a project by their path. */
  projectOf: (pages: readonly PlainPage[]) => Map<string, string>;
  /** A program among the installed packages, or a script of the project, and its arguments. */
  command: readonly string[];
  /** Where the built site is, from the project. */
  output: string;
}

const title = 'Container storage';
const description = 'The same pages, by another engine.';
/** Lists of pages, to which the side navigation leads; without them nobody would find a page. */
const sections = [
  { folder: 'posts', label: 'Articles' },
  { folder: 'docs', label: 'Guides' },
  { folder: 'errors', label: 'Errors' },
  { folder: 'drivers', label: 'Drivers' },
];

/**
 * Starlight with a side navigation that leads to the lists and names no single page, since by default it names all of
 * them in each page: this is the lightest it can be, and so is VitePress here.
 */
export const starlight: Engine = {
  name: 'Starlight 0.42.4',
  packages: ['@astrojs/starlight@0.42.4', 'astro@7.3.5'],
  projectOf: (pages) => {
    const sidebar = sectionsOf(pages).map(({ folder, label }) => ({ label, link: `/${folder}/` }));
    return new Map([
      [
        'astro.config.mjs',
        `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({ integrations: [starlight(${JSON.stringify({ title, sidebar })})] });\n`,
      ],
      [
        'src/content.config.ts',
        `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
      ],
      ...[...listsOf(pages), ...pages].map(
        (page) =>
          [`src/content/docs${page.path}index.md`, file(page, page.body, { pagefind: pages.includes(page) })] as const,
      ),
    ]);
  },
  command: ['astro', 'build'],
  output: 'dist',
};

export const vitepress: Engine = {
  name: 'VitePress 1.6.4',
  // Without the plugin the notes of our pages would be lost.
  packages: ['vitepress@1.6.4', 'markdown-it-footnote@4.0.0'],
  projectOf: (pages) => {
    const sidebar = sectionsOf(pages).map(({ folder, label }) => ({ text: label, link: `/${folder}/` }));
    const config = {
      title,
      description,
      ignoreDeadLinks: true,
      themeConfig: { search: { provider: 'local' }, sidebar },
    };
    return new Map([
      [
        '.vitepress/config.mjs',
        `import footnotes from 'markdown-it-footnote';
// Vue reads "{{" in code that stands in a line.
const config = (md) => md.use(footnotes).core.ruler.push('v-pre', ({ tokens }) =>
  tokens.flatMap(({ children }) => children ?? []).filter(({ type }) => type === 'code_inline').forEach((code) => code.attrSet('v-pre', '')));
export default { ...${JSON.stringify(config)}, markdown: { config } };\n`,
      ],
      ...[...listsOf(pages), ...pages].map(
        (page) =>
          [
            `${page.path.slice(1)}index.md`,
            file(page, `# ${page.title}\n\n${page.body}`, { search: pages.includes(page) }),
          ] as const,
      ),
    ]);
  },
  command: ['vitepress', 'build'],
  output: '.vitepress/dist',
};

/** Docusaurus as its own template begins a site, quick compilers and all, with the plugin that most of its sites search by. */
export const docusaurus: Engine = {
  name: 'Docusaurus 3.10.2',
  packages: [
    '@docusaurus/core@3.10.2',
    '@docusaurus/preset-classic@3.10.2',
    '@docusaurus/faster@3.10.2',
    '@easyops-cn/docusaurus-search-local@0.55.3',
  ],
  projectOf: (pages) => {
    const own = sectionsOf(pages);
    const routeBasePath = '/';
    const search = { docsRouteBasePath: routeBasePath, indexBlog: false, hashed: true };
    const config = {
      title,
      tagline: description,
      url: site.origin,
      baseUrl: '/',
      trailingSlash: true,
      future: { v4: true },
      onBrokenLinks: 'ignore',
      onBrokenAnchors: 'ignore',
      // Its Markdown is MDX unless it is told so, in which "<path>" is an error.
      markdown: { format: 'detect' },
      presets: [['classic', { docs: { routeBasePath, sidebarPath: './sidebars.mjs' }, blog: false, pages: false }]],
      themeConfig: { navbar: { title } },
    };
    const sidebar = own.map(({ folder, label }) => ({ type: 'doc', id: `${folder}/index`, label }));
    return new Map([
      // What it writes for itself is CommonJS, so this project must not have the type of the others.
      ['package.json', '{ "private": true }\n'],
      [
        'docusaurus.config.mjs',
        `// The home page and the lists, which stand no deeper, are not to be found.
const search = { ...${JSON.stringify(search)}, ignoreFiles: /^[^/]*$/ };
export default { ...${JSON.stringify(config)}, themes: [['@easyops-cn/docusaurus-search-local', search]] };\n`,
      ],
      ['sidebars.mjs', `export default ${JSON.stringify({ sidebar })};\n`],
      ...[...listsOf(pages), ...pages].map(
        (page) => [`docs${page.path}index.md`, file(page, page.body, { displayed_sidebar: 'sidebar' })] as const,
      ),
    ]);
  },
  command: ['docusaurus', 'build'],
  output: 'build',
};

/**
 * Hugo as the machine has it, with a layout of a few lines and Pagefind for its search, since it has none of its own. It is
 * there for how long building takes: nobody reads or searches a site of it here.
 */
export const hugo: Engine = {
  name: 'Hugo',
  packages: ['pagefind@1.6.0'],
  projectOf: (pages) => {
    const frame = (main: string) =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>{{ .Title }}</title><link rel="stylesheet" href="/style.css"><body><header><a href="/">${title}</a></header>${main}</body></html>\n`;
    return new Map([
      [
        'hugo.toml',
        `baseURL = ${JSON.stringify(site.origin)}\ntitle = ${JSON.stringify(title)}\ndisableKinds = ['taxonomy', 'term']\n[markup.goldmark.renderer]\nunsafe = true\n`,
      ],
      ['static/style.css', 'body { max-width: 44rem; margin: auto; font: 1.1rem/1.5 sans-serif }\n'],
      [
        'layouts/_default/single.html',
        frame('<main data-pagefind-body><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}</main>'),
      ],
      ['layouts/_default/list.html', frame('<main><h1>{{ .Title }}</h1>{{ .Content }}</main>')],
      ['layouts/index.html', frame('<main>{{ .Content }}</main>')],
      [
        'build.mjs',
        `import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
rmSync('public', { recursive: true, force: true });
execFileSync('hugo', ['--quiet'], { stdio: 'inherit' });
execFileSync(process.execPath, ['../node_modules/.bin/pagefind', '--site', 'public'], { stdio: 'inherit' });\n`,
      ],
      ...listsOf(pages).map((page) => [`content${page.path}_index.md`, file(page, page.body, {})] as const),
      ...pages.map((page) => [`content${page.path}index.md`, file(page, page.body, {})] as const),
    ]);
  },
  command: ['build.mjs'],
  output: 'public',
};

/** Where the engines and their projects stay between two measurements; delete it to begin anew. */
const workshop = join(tmpdir(), 'mind-the-driver-peers');

/**
 * Our own pages of the kinds that others have too, as their Markdown views give them: articles, guides, errors, drivers.
 * Throws if the site is not built.
 */
export function readOurPages(): PlainPage[] {
  return globSync(`dist/{${sections.map(({ folder }) => folder).join()}}/*.md`)
    .toSorted()
    .map((name) => {
      const [, front = '', text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(name, 'utf8')) ?? [];
      const data = parse(front) as { title: string; description?: string };
      return {
        path: `/${name.replace(/^dist\//, '').replace(/\.md$/, '')}/`,
        title: data.title,
        description: data.description ?? data.title,
        // Links between pages only: pictures are no part of the Markdown view.
        body: text
          .replace(/^\s*# .*\n/, '')
          .replaceAll(new RegExp(`\\]\\(${site.origin}(/[^)\\s]*/[)#])`, 'g'), ']($1'),
      };
    });
}

/** Writes the project of an engine anew, with its packages beside it. Returns its folder. Throws where npm can't reach them. */
export function prepare(engine: Engine, pages: readonly PlainPage[], name: string): string {
  const home = homeOf(engine);
  if (!engine.packages.every((wanted) => existsSync(join(home, 'node_modules', wanted.replace(/@[^@]*$/, ''))))) {
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--save-exact'];
    execFileSync('npm', ['install', ...options, ...engine.packages], {
      cwd: home,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }
  const project = join(home, name);
  rmSync(project, { recursive: true, force: true });
  // Astro bundles what a project says that it depends on.
  const manifest = readFileSync(join(home, 'package.json'), 'utf8');
  for (const [path, text] of [['package.json', manifest] as const, ...engine.projectOf(pages)]) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  return project;
}

/** The command that builds a project of the engine: a program of Node.js, and its arguments. */
export function commandOf({ command: [program = '', ...rest] }: Engine, project: string): readonly string[] {
  return [join(project, program.endsWith('.mjs') ? '.' : '../node_modules/.bin', program), ...rest];
}

/** Builds the pages with the engine, unless it has built just these before. Returns the folder of the built site. */
export function buildSite(engine: Engine, pages: readonly PlainPage[]): string {
  const stamp = join(homeOf(engine), 'pages.sha256');
  const made = createHash('sha256')
    .update(JSON.stringify([...engine.projectOf(pages)]))
    .digest('hex');
  const output = join(homeOf(engine), 'pages', engine.output);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return output;
  const project = prepare(engine, pages, 'pages');
  execFileSync(process.execPath, [...commandOf(engine, project)], {
    cwd: project,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_UPDATE_NOTIFIER: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  writeFileSync(stamp, made);
  return output;
}

function homeOf({ name }: Engine): string {
  return join(workshop, name.toLowerCase().replace(/[^a-z0-9.]+/g, '-'));
}

function sectionsOf(pages: readonly PlainPage[]): typeof sections {
  return sections.filter(({ folder }) => pages.some(({ path }) => path.startsWith(`/${folder}/`)));
}

/** The home page and a list of each section. */
function listsOf(pages: readonly PlainPage[]): PlainPage[] {
  const own = sectionsOf(pages);
  const list = (links: readonly { path: string; title: string }[]) =>
    links.map((link) => `- [${link.title.replace(/[[\]<>`*_{}]/g, '\\$&')}](${link.path})`).join('\n');
  return [
    {
      path: '/',
      title,
      description,
      body: list(own.map(({ folder, label }) => ({ path: `/${folder}/`, title: label }))),
    },
    ...own.map(({ folder, label }) => ({
      path: `/${folder}/`,
      title: label,
      description: `${label}.`,
      body: list(pages.filter(({ path }) => path.startsWith(`/${folder}/`))),
    })),
  ];
}

function file(page: PlainPage, body: string, data: object): string {
  const front = { title: page.title, description: page.description, ...data };
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}
