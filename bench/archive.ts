/**
 * An invented archive about container storage, to build and search at any size: seeded, so that the same number and seed
 * give the same bytes on every machine. Our own bench and the peers' sites take their articles from here.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isoDay } from '../src/site/dates.ts';

/** An invented article. */
export interface Article {
  /** File name without ending, and the last part of the address. */
  id: string;
  title: string;
  description: string;
  /** Day of publication: `2019-03-07`. */
  date: string;
  tags: string[];
  series?: string;
  /** Plain Markdown with GFM's tables and footnotes; nothing in it that MDX, Vue or a template language would run. */
  body: string;
  /** The line that this article alone has, as somebody would paste it. */
  errorLine: string;
}

/** Where the article with `id` is, as links to it are written. */
export type LinkTo = (id: string) => string;

const ours: LinkTo = (id) => `/posts/${id}/`;

/**
 * `count` articles, oldest first, of 550 to 1,200 words: sections, two to four blocks of code, a table, a list, a
 * footnote, links to earlier articles, and a message of an error. The first articles of a larger archive are those of a
 * smaller one. They come one by one, so that ten thousand need no memory.
 */
export function* inventArticles(count: number, { seed = 1, linkTo = ours } = {}): Generator<Article> {
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const article = inventArticle(number, createDice(seed * 1_000_003 + number), ids, linkTo);
    ids.push(article.id);
    yield article;
  }
}

/** Writes the articles into `folder` as `<id>.md`, each under the front matter that all engines read. */
export async function writeArchive(folder: string, count: number): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const article of inventArticles(count)) {
    await writeFile(join(folder, `${article.id}.md`), fileOf(article));
  }
}

/** The article as a file: front matter in YAML, then its Markdown. */
export function fileOf({ title, description, date, tags, series, body }: Article): string {
  const front = [
    `title: ${JSON.stringify(title)}`,
    `description: ${JSON.stringify(description)}`,
    `date: ${date}`,
    `tags: [${tags.join(', ')}]`,
    ...(series === undefined ? [] : [`series: ${JSON.stringify(series)}`]),
  ];
  return `---\n${front.join('\n')}\n---\n\n${body}`;
}

/** A source of chance that can be repeated. */
export interface Dice {
  /** A whole number from 0 to `below` - 1. */
  roll: (below: number) => number;
  pick: <Item>(items: readonly Item[]) => Item;
  /** Different ones, in the order in which they were drawn. */
  some: <Item>(items: readonly Item[], count: number) => Item[];
}

/** Mulberry32, by Tommy Ettinger, which is in the public domain: enough for words, and the same everywhere. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
  const pick = <Item>(items: readonly Item[]): Item => items[roll(items.length)] as Item;
  return {
    roll,
    pick,
    some: (items, count) => {
      const left = [...items];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(roll(left.length), 1)).flat();
    },
  };
}

const drivers = ['overlay2', 'devicemapper', 'btrfs', 'zfs', 'aufs', 'vfs', 'fuse-overlayfs', 'overlay'];
const engines = ['Docker', 'Podman', 'containerd', 'CRI-O', 'BuildKit'];
const systems = ['Debian', 'Fedora', 'Ubuntu', 'Flatcar', 'RHEL', 'openSUSE', 'Alpine', 'Arch'];
const things = [
  ...['upper directory', 'image store', 'thin pool', 'layer chain', 'build cache', 'work directory', 'journal'],
  ...['snapshot', 'mount table', 'inode table', 'metadata device', 'content store', 'subvolume', 'dataset', 'quota'],
  ...['base image', 'write path', 'page cache', 'lower directory', 'volume', 'lease', 'collector', 'registry'],
];
const jobs = [
  ...['mail server', 'database', 'build farm', 'print queue', 'web shop', 'log collector', 'test runner', 'wiki'],
  ...[
    'message broker',
    'video encoder',
    'backup host',
    'package mirror',
    'time server',
    'metrics store',
    'chat server',
  ],
];
const events = [
  ...['a reboot', 'an upgrade of the kernel', 'a power cut', 'the nightly build', 'a resize of the disk'],
  ...['a move to larger disks', 'a failed pull', 'the first snapshot', 'a prune', 'a change of the driver'],
];
const symptoms = [
  ...['the mount failed', 'writes became slow', 'the pool was full', 'a layer was missing', 'the daemon did not start'],
  ...['the free space went down', 'the same file was there twice', 'a pull stopped half way', 'deletes took minutes'],
];
const measures = ['copy-up', 'first write', 'layer diff', 'image pull', 'container start', 'commit', 'prune', 'export'];
const tagNames = [
  ...['Docker', 'Podman', 'containerd', 'CRI-O', 'BuildKit', 'overlay2', 'devicemapper', 'btrfs', 'zfs', 'aufs', 'vfs'],
  ...['performance', 'quota', 'inodes', 'clean-up', 'migration', 'backup', 'kernel', 'rootless', 'security', 'build'],
  ...['registry', 'snapshots', 'images', 'volumes', 'logging', 'monitoring', 'debugging', 'Kubernetes', 'upgrade'],
  ...systems,
];
const verbs = ['moving', 'measuring', 'repairing', 'shrinking', 'watching', 'tracing', 'replacing', 'reading'];
const topics = [
  ...['What happened', 'How it looks from outside', 'Where the bytes are', 'What the kernel does', 'How to see it'],
  ...['What to change', 'How to go back', 'What it costs', 'What we measured', 'What the logs say', 'What is left'],
];
/** Spread over the words of the whole archive, so that the rare words of a real one are there too. */
const syllables =
  'ba be bo da di do fa fe ga go ka ki ko la le lo ma mi mo na ne no pa po ra re ri sa so ta ti to va vo';

function inventArticle(number: number, dice: Dice, earlier: readonly string[], linkTo: LinkTo): Article {
  const { pick, roll, some } = dice;
  const driver = pick(drivers);
  const thing = pick(things);
  const host = nameOf(dice);
  const title = `${capital(pick(verbs))} ${withArticle(thing)} on ${driver}, ${host} ${number + 1}`;
  const id = slugOf(title);
  const hex = Array.from({ length: 12 }, () => roll(16).toString(16)).join('');
  const reason = pick(['no space left on device', 'device or resource busy', 'invalid argument', 'file exists']);
  const errorLine = `Error response from daemon: failed to create ${thing.replace(' ', '-')} for ${host}-${hex}: ${reason}`;
  const words = 550 + roll(650);
  const link = (): string => {
    // Mostly to what is new, now and then to the classics of the archive.
    const near =
      roll(3) > 0 ? earlier.length - 1 - roll(Math.min(60, earlier.length)) : roll(Math.min(200, earlier.length));
    const target = earlier[near];
    return target === undefined
      ? ''
      : ` It is told in [the notes of ${target.split('-').slice(-2).join(' ')}](${linkTo(target)}).`;
  };
  const sentence = createSentences(dice, driver, host);
  const blocks: string[] = [paragraph(sentence, 3 + roll(2))];
  const sections = some(topics, 4 + roll(3));
  const codes = some(codeBlocks, 2 + roll(3)).map((code) => code(dice, driver, host));
  sections.forEach((heading, place) => {
    blocks.push(`## ${heading}`, paragraph(sentence, 3 + roll(3)) + link());
    const code = codes[place];
    if (code !== undefined) blocks.push(code);
    if (place === 0) blocks.push(`The daemon says so in one line:\n\n\`\`\`text\n${errorLine}\n\`\`\``);
    if (place === 1) blocks.push(tableOf(dice));
    if (place === 2)
      blocks.push(
        some(things, 3 + roll(2))
          .map((one) => `- The **${one}**: ${lower(sentence())}`)
          .join('\n'),
      );
    if (place === 3) blocks.push(`### In short\n\n${paragraph(sentence, 2)}[^source]`);
  });
  for (let count = wordsIn(blocks); count < words; count = wordsIn(blocks))
    blocks.push(paragraph(sentence, 4) + link());
  blocks.push(`[^source]: The manual of ${driver}, section ${1 + roll(9)}, and \`man 8 mount\` on ${pick(systems)}.`);
  // A few articles a week over fourteen years, and then from the start again.
  const day = new Date(Date.UTC(2012, 0, 1) + Math.floor((number % 12_000) * 0.42) * 86_400_000);
  return {
    id,
    title,
    description: `Why ${pick(symptoms)} on the ${pick(jobs)} ${host} after ${pick(events)}, and what helped.`,
    date: isoDay(day),
    tags: [...new Set([driver, ...some(tagNames, 2 + roll(3))])],
    ...(roll(12) === 0 && { series: `The ${pick(jobs)} of ${Math.floor(number / 60) + 1}` }),
    body: `${blocks.join('\n\n')}\n`,
    errorLine,
  };
}

/** Sentences that differ by what they name, by numbers, and by how they are built. */
function createSentences(dice: Dice, driver: string, host: string): () => string {
  const { pick, roll } = dice;
  const number = (): string => String(pick([2, 3, 4, 7, 12, 30, 64, 128, 250, 512]) + roll(9));
  const forms: (() => string)[] = [
    () =>
      `After ${pick(events)}, ${pick(symptoms)} on ${host}, and the ${pick(things)} held ${number()} GB more than the ${pick(things)}.`,
    () =>
      `With ${driver} the ${pick(things)} is made once and read ${number()} times, while the ${pick(things)} grows with each container.`,
    () =>
      `We compared it with ${pick(drivers)} on ${pick(systems)}, where the ${pick(measures)} took ${number()} ms in place of ${number()}.`,
    () => `Nobody had looked at the ${pick(things)} since ${pick(events)}, so ${pick(symptoms)} without a warning.`,
    () =>
      `The ${pick(jobs)} called ${nameOf(dice)} keeps its ${pick(things)} apart, which is why it saw nothing of this.`,
    () =>
      `\`${pick(commands)}\` shows the ${pick(things)} at once, and ${pick(engines)} ${number()}.${roll(10)} prints the same in its log.`,
    () =>
      `If the ${pick(things)} and the ${pick(things)} lie on one disk, ${pick(symptoms)} as soon as one of them is full.`,
    () =>
      `That ${nameOf(dice)} and ${nameOf(dice)} share ${withArticle(pick(things))} is easy to miss: each has a name of its own for it.`,
    () =>
      `${capital(withArticle(pick(measures)))} of ${number()} MB needs the *whole* ${pick(things)}, not only the part that changed.`,
    () =>
      `What is left of the ${pick(things)} can be deleted after ${pick(events)}, but never while ${pick(engines)} runs.`,
  ];
  return () => pick(forms)();
}

const commands = [
  ...[
    'docker system df -v',
    'df -i /var/lib/docker',
    'findmnt -t overlay',
    'lsblk -f',
    'podman info',
    'dmsetup status',
  ],
  ...['btrfs filesystem usage /', 'zfs list -t snapshot', 'ctr snapshots ls', 'dmesg --level err', 'xfs_info /srv'],
];

const codeBlocks: ((dice: Dice, driver: string, host: string) => string)[] = [
  ({ pick, roll }, driver, host) =>
    fence('console', [
      `$ ${pick(commands)}`,
      `NAME        SIZE   USED  MOUNTED ON`,
      ...Array.from(
        { length: 2 + roll(4) },
        (_, row) => `${host}-${row}   ${10 + roll(90)}G   ${roll(99)}%  /var/lib/${driver}/${roll(1000)}`,
      ),
    ]),
  ({ roll }, driver, host) =>
    fence('sh', [
      '#!/bin/sh',
      `# Counts what ${driver} keeps on ${host}.`,
      'set -eu',
      `root=\${1:-/var/lib/docker/${driver}}`,
      `for layer in "$root"/*; do`,
      `  size=$(du -sk "$layer" | cut -f1)`,
      `  if [ "$size" -gt ${roll(9000)} ]; then echo "$layer: $size kB"; fi`,
      'done',
    ]),
  ({ roll }, driver) =>
    fence('json', [
      '{',
      `  "storage-driver": "${driver}",`,
      `  "storage-opts": ["size=${10 + roll(90)}G"],`,
      `  "log-opts": { "max-size": "${1 + roll(50)}m", "max-file": "${1 + roll(9)}" }`,
      '}',
    ]),
  ({ roll }, _, host) =>
    fence('yaml', [
      'services:',
      `  ${host}:`,
      `    image: registry.example/${host}:${roll(20)}.${roll(10)}`,
      '    volumes:',
      `      - data-${roll(100)}:/srv/data`,
      '    read_only: true',
    ]),
  ({ roll }, driver, host) =>
    fence('go', [
      `// usage returns the bytes below the ${driver} root of ${host}.`,
      'func usage(root string) (int64, error) {',
      '\tvar total int64',
      '\terr := filepath.Walk(root, func(_ string, info fs.FileInfo, err error) error {',
      `\t\tif err == nil && info.Size() > ${roll(5000)} {`,
      '\t\t\ttotal += info.Size()',
      '\t\t}',
      '\t\treturn err',
      '\t})',
      '\treturn total, err',
      '}',
    ]),
  ({ roll }, _, host) =>
    fence('dockerfile', [
      'FROM debian:stable-slim',
      `LABEL host=${host}`,
      `RUN apt-get update && apt-get install -y xfsprogs && rm -rf /var/lib/apt/lists/*`,
      `COPY --chmod=0755 run-${roll(100)}.sh /usr/local/bin/run`,
      'CMD ["run"]',
    ]),
];

function tableOf({ pick, roll, some }: Dice): string {
  const rows = some(drivers, 3 + roll(3)).map(
    (name) => `| ${name} | ${roll(900)} ms | ${roll(500)} MB | ${pick(systems)} |`,
  );
  return [`| Driver | ${capital(pick(measures))} | Memory | Tried on |`, '| --- | --: | --: | --- |', ...rows].join(
    '\n',
  );
}

function fence(language: string, lines: readonly string[]): string {
  return `\`\`\`${language}\n${lines.join('\n')}\n\`\`\``;
}

function paragraph(sentence: () => string, count: number): string {
  return Array.from({ length: count }, () => capital(sentence())).join(' ');
}

/** A name of two or three syllables, such as a host has. */
function nameOf({ pick, roll }: Dice): string {
  const parts = syllables.split(' ');
  return Array.from({ length: 2 + roll(2) }, () => pick(parts)).join('');
}

function wordsIn(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + block.split(/\s+/).length, 0);
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function slugOf(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
