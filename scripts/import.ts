/**
 * `npm run import octopress -- SOURCE [--out content/posts] [--report report.json] [--dry-run] [--force] [--disqus export.xml]`:
 * an old blog becomes articles of this site. Ends with 0 if nothing is left to do, 1 if somebody must look at the report,
 * 2 if nothing could be imported.
 */
import { statSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isWatched } from './progress.ts';
import { importBlog } from '../src/octopress/blog.node.ts';
import { readThreads } from '../src/octopress/disqus.node.ts';
import { isBlogKind } from '../src/octopress/engines.ts';
import { countConstructs, firstOfEachKind, formatLine, printable } from '../src/octopress/report.ts';
import { readPresentSite } from '../src/octopress/present-site.node.ts';
import { SourceTree } from '../src/octopress/source-tree.node.ts';
import { writeFiles } from '../src/octopress/write.node.ts';
import { site } from '../src/site.config.ts';

const usage = `Say what to import:
  npm run import octopress -- ../my-blog
  npm run import jekyll -- ../my-blog --report report.json --dry-run
Options:
  --out content/posts   where the articles go; pages go to docs/ beside it
  --report FILE         the report as JSON
  --disqus FILE         an export of Disqus, whose threads become read-only discussions
  --dry-run             only say what would be written
  --force               also replace files that were changed by hand`;

const placesOfEachKind = 3; // on the screen; nobody reads a hundred thousand lines

const { values, positionals } = readArguments();
const [kind, source] = positionals;
if (!isBlogKind(kind) || source === undefined || positionals.length > 2) fail(usage);
if (!statSync(source, { throwIfNoEntry: false })?.isDirectory())
  fail(`There is no folder ${source}. Name the folder that holds _config.yml.`);

const out = values.out.replaceAll('\\', '/').replace(/\/+$/, '');
const isAway = /^(?:\/|[A-Za-z]:|\.\.)/.test(out);
const root = isAway ? out.replace(/(?:\/[^/]+){2}$/, '') || '/' : '.';
const inside = isAway ? out.slice(root.length).replace(/^\//, '') : out;
if (!/^[^/]+\/[^/]+$/.test(inside)) fail('Name a folder in a folder for the articles, such as --out content/posts.');

const content = inside.split('/')[0] ?? '.';
const threads = values.disqus === undefined ? undefined : readThreads(values.disqus, site.repository);
if (threads?.kind === 'failed') fail(`${values.disqus ?? ''} ${threads.reason}`);
const { files, lines, posts, pages } = importBlog(SourceTree.open(source), {
  kind,
  origin: site.origin,
  out: inside,
  threads,
  present: readPresentSite(root, content),
  progress: showProgress,
});
if (posts + pages === 0) {
  for (const line of lines) console.log(formatLine(line));
  fail(`There is no post in ${source} that could be imported. Name the folder that holds source/_posts or _posts.`);
}
const [dry, force] = [values['dry-run'], values.force];
const outcomes = writeFiles(root, content, files, { dry, force });

const shown = firstOfEachKind(lines, placesOfEachKind);
for (const line of shown.filter(({ person }) => !person)) console.log(formatLine(line));
for (const line of shown.filter(({ person }) => person)) console.log(formatLine(line));
const kept = outcomes.filter(({ state }) => state === 'kept');
for (const { path, reason = '' } of outcomes.filter(({ state }) => state === 'failed'))
  console.log(printable(`! ${path}  not written: ${reason}`));
for (const { path } of kept)
  console.log(printable(`! ${path}  kept: it was changed by hand, or is not of this blog. --force replaces it.`));
for (const { path } of outcomes.filter(({ state }) => state === 'replaced')) {
  console.log(printable(`  ${path}  ${dry ? 'would replace' : 'replaces'} what was changed by hand`));
}
for (const { path } of outcomes.filter(({ state }) => state === 'removed')) {
  console.log(printable(`  ${path}  ${dry ? 'would go' : 'gone'}: the article has another ending now`));
}
if (shown.length < lines.length) {
  const all = values.report === undefined ? '--report FILE writes all' : `${values.report} has all`;
  console.log(`\nThese are the first ${placesOfEachKind} places of each kind; ${all} ${lines.length} of them.`);
}
console.log('\nWhat was found:');
const constructs = countConstructs(lines);
for (const { was, count, person } of constructs.slice(0, 40)) {
  console.log(`${String(count).padStart(7)}  ${was}${person > 0 ? `  (${person} to look at)` : ''}`);
}
if (constructs.length > 40) console.log(`         and ${constructs.length - 40} that are rarer`);
const failed = outcomes.filter(({ state }) => state === 'failed').length;
const open = lines.filter(({ person }) => person).length + kept.length + failed;
const count = (state: string): number => outcomes.filter((outcome) => outcome.state === state).length;
const verb = dry ? 'would be written' : 'written';
console.log(
  `\n${posts} posts and ${pages} pages: ${count('written') + count('replaced')} files ${verb}, ${count('unchanged')} unchanged, ${kept.length} kept${failed > 0 ? `, ${failed} not written` : ''}. ` +
    (open === 0 ? 'Nothing is left to do.' : `${open} places need somebody: those of the lines that begin with !.`),
);
if (values.report !== undefined) {
  try {
    const report = { kind, posts, pages, open, lines, files: outcomes };
    writeFileSync(values.report, `${JSON.stringify(report, undefined, 2)}\n`);
  } catch (error) {
    fail(`The report can not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
if (open > 0) process.exitCode = 1;

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: 'string', default: 'content/posts' },
        report: { type: 'string' },
        disqus: { type: 'string' },
        // npm takes it for its own where no -- stands before it.
        'dry-run': { type: 'boolean', default: process.env['npm_config_dry_run'] === 'true' },
        force: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

/** A bar on a terminal, gone when all is done, and nothing elsewhere. */
function showProgress(done: number, of: number): void {
  const isLast = done === of;
  if (!isWatched || (done % 10 !== 0 && !isLast)) return;
  const count = ` ${done} of ${of}`;
  const columns = process.stderr.columns > 0 ? process.stderr.columns : 80; // some terminals do not say
  const width = Math.min(30, columns - count.length - 3);
  const full = Math.round((done / of) * width);
  const bar = width > 0 ? `[${'#'.repeat(full)}${' '.repeat(width - full)}]` : '';
  process.stderr.write(isLast ? '\r\u001B[K' : `\r${bar}${count}`);
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}
