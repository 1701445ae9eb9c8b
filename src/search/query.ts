import { driverKindsIn } from '../errors/driver-kinds.ts';

/** A full page of a journal. What stands behind it is not searched, and the page says so. */
export const maxPasteLetters = 100_000;

/** Above this a text is read as a paste, not as words that somebody chose. */
const maxTypedWords = 12;

/**
 * Words that stand on every page, and those with which a question is asked or a thread begun: they tell nothing apart, a
 * page that has more of them would come first, and each costs a part of the index. `where` is none: of few pages people
 * ask where something is.
 */
export const sayingNothing: ReadonlySet<string> = new Set(
  (
    'a an and are as at be by for from in is it no not of on or that the this to was with ' +
    "am can did do does how i i'm i've my should vs what when which who why you your " +
    'ability about add adding after again all allow allows almost already also although always any anymore anything anyway ' +
    'apparently because been before being both bug but completely could currently different during e.g each ' +
    'either enough even ever every exactly feature get gets getting good got guide had has have having help i.e ' +
    "if implement instead into it's its just know like lot lots make makes making may maybe me might more must " +
    'need needs now one other others our own per please possible problem problems properly proposal question ' +
    'rather really regular report request say says seem seems sense show shows since so solved some someone ' +
    'something sometimes still such support supported supports than thanks their them then there these they thing ' +
    'things though through too tried try trying understanding until use used uses using very want wants way we ' +
    'well were whether while whole will would yet'
  ).split(' '),
);

/** What tells nothing beside the name of a driver: `how does the overlay2 storage driver work` asks for overlay2. */
export const besideDriver = new Set(['storage', 'driver', 'drivers', 'snapshotter', 'snapshotters', 'work', 'works']);

/** What begins half the words there are, such as `x` of `chmod +x`: longer words are found with it. */
const oneLetter = /^[a-z]$/i;

/** `don't`, and as it is typed in a hurry. */
const negated = /^(?:are|ca|could|did|do|does|had|has|have|is|should|was|were|wo|would)n['’]?t$/i;

/** What people write short or in another way, and the word that pages have. */
const inFull = new Map(
  Object.entries({
    decrease: 'reduce',
    enormous: 'huge',
    excessive: 'huge',
    hdd: 'disk',
    img: 'image',
    imgs: 'images',
    insane: 'huge',
    io: 'I/O',
    k8s: 'Kubernetes',
    mac: 'macOS',
    massive: 'huge',
    osx: 'macOS',
    perms: 'permissions',
    unneeded: 'unused',
    vols: 'volumes',
  }),
);

/** What somebody typed: words that a page should have, and phrases that it must have as they stand. */
export interface Query {
  words: string[];
  phrases: string[];
}

/** Above this even a question is read as a paste. */
const maxAskedWords = 30;

/** What programs print and people do not type: pairs and brackets, addresses, times, ids, deep paths, words without an end. */
const printed = /[=\\{}<>|[\]]|::|:\/\/|\d:\d|\.go\b|[\da-f]{8}|\w\/\w+\/\w+\/\w|\S{41}/i;

/** How a message begins: `Error: `, `docker: Error response from daemon: `. */
const headed = /^\W*(?:err(?:or)?|fatal|panic|warn(?:ing)?|failed|unable|cannot|docker|podman)\b[^:]{0,40}:/i;

/** What the title of a thread begins with: `[Bug report] `. */
const label = /^\[[a-z ]+\]/i;

/** Whether a text was pasted from a terminal: several lines, or more words than people type who do not ask a question. */
export function isPaste(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.includes('\n')) return true;
  const words = trimmed.split(/\s+/);
  return words.length > maxTypedWords && !readsAsQuestion(trimmed, words);
}

/** Whether one long line is what a person wrote and no program. */
function readsAsQuestion(line: string, words: readonly string[]): boolean {
  const colons = words.filter((word) => word.endsWith(':')).length;
  return words.length <= maxAskedWords && colons <= 1 && !printed.test(line.replace(label, '')) && !headed.test(line);
}

/** One thing in another of its kind, such as `Docker in Docker`, which says something else than `Docker`. */
const nested = /(?<![\p{L}\p{N}])([\p{L}\p{N}]+) (?:in|on) \1(?![\p{L}\p{N}])/giu;

/**
 * The words and phrases of a typed text, each once. A phrase stands in quotes, straight or curly, anywhere in the text;
 * a quote that nobody closed is no quote, and a long question only cites. What has neither letter nor digit is left out,
 * and so are words such as `the` and single letters, unless there are no others.
 */
export function parseQuery(text: string): Query {
  const phrases: string[] = [];
  const isLong = text.trim().split(/\s+/).length > maxTypedWords;
  const rest = isLong
    ? text
    : text.replace(/["“”„]([^"“”„]+)["“”]/g, (_, phrase: string) => {
        phrases.push(phrase.trim().split(/\s+/).join(' '));
        return ' ';
      });
  const words = distinct([
    ...Array.from(rest.matchAll(nested), ([words]) => words),
    ...rest
      .replace(nested, ' ')
      .replace(/["“”„]/g, ' ')
      .split(/\s+/)
      .map(bare)
      .map((word) => inFull.get(word.toLowerCase()) ?? word),
  ]);
  const isDriver = driverKindsIn(rest).length > 0;
  const telling = words.filter((word) => tells(word) && !(isDriver && besideDriver.has(word.toLowerCase())));
  return { words: telling.length + phrases.length > 0 ? telling : words, phrases: distinct(phrases) };
}

/** The parts of a word that tell something, such as `copy` and `write` of `copy-on-write`. */
export function partsOf(word: string): string[] {
  return distinct(word.split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length > 1 && tells(part));
}

/** Whether a word tells pages apart. */
export function tells(word: string): boolean {
  return !sayingNothing.has(word.toLowerCase()) && !negated.test(word) && !oneLetter.test(word);
}

/** A word without the marks around it; a dash or slash at its beginning is a part of it: `--storage-opt`, `/dev/mapper`. */
function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}/-]+|(?<![^\p{L}\p{N}/])[^\p{L}\p{N}/]+$/gu, '');
}

function distinct(texts: readonly string[]): string[] {
  const known = new Map(texts.filter((text) => /[\p{L}\p{N}]/u.test(text)).map((text) => [text.toLowerCase(), text]));
  return [...known.values()];
}

/** At most `limit` letters of what was looked for, to say it back to the reader on one line. */
export function shortened(text: string, limit = 60): string {
  const line = text
    .trim()
    .slice(0, 4 * limit)
    .split(/\s+/)
    .join(' ');
  if (line.length <= limit) return line;
  // Half of a letter that JavaScript counts as two would show as a question mark.
  const cut = line.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.trimEnd()}…`;
}
