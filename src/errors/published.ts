import type { FoundError, ListedError } from './error-finder.ts';

/** Stands for the id in the address of all pages. */
const anyId = '<id>';

type Fields = Omit<ListedError, 'url'>;

/** In the order in which they are published: the one that packs best. */
const names = [
  'question',
  'means',
  'messages',
  'title',
  'told_by',
  'id',
  'special_case_of',
  'signs',
  'severity',
  'leads_to',
  'drivers',
] as const satisfies readonly (keyof Fields)[];

/** What the matcher reads, which compares letters without their case. */
const compared: ReadonlySet<string> = new Set(['messages', 'signs', 'told_by']);

/**
 * The known errors as the search box loads them: one text for each field, with an empty line between errors and a line
 * for each item of a list, and one address for all. With 107 errors that packs into 27.8 kB; as lists of JSON it was 7 % more.
 */
export interface PublishedErrors {
  /** Address of a page, with `<id>` for the error's id. */
  url: string;
  fields: Record<(typeof names)[number], string>;
}

/** A text to look through; the answer has the same number. */
export interface MatchRequest {
  number: number;
  text: string;
  catalogue: PublishedErrors;
}

/** What was found, or nothing if the catalogue could not be read. */
export interface MatchAnswer {
  number: number;
  errors: FoundError[] | undefined;
}

/** What messages often have. Each of these is published as one letter that no message has. */
const often = [
  ...['path', 'error', 'id', 'text', 'name', 'number', 'digest', 'device', 'key', 'driver', 'dataset', 'size'].map(
    (part) => `<${part}>`,
  ),
  'no space left on device',
  'no such file or directory',
  'failed to',
  'overlay',
];
const letterOf = (place: number): string => String.fromCharCode(0x180 + place);

/** JSON would have to escape quotes and ends of lines, so they change places with signs that are hardly ever used. */
const signs: Readonly<Record<string, string>> = { '"': '@', '@': '"', '\n': '~', '~': '\n' };
const swapped = (text: string): string => text.replace(/["@\n~]/g, (sign) => signs[sign] ?? sign);

const pack = (text: string): string => often.reduce((left, words, at) => left.replaceAll(words, letterOf(at)), text);
const unpack = (text: string): string => often.reduce((left, words, at) => left.replaceAll(letterOf(at), words), text);

/** `errors` to be published; `urlOf` gives the address of an error's page. */
export function toPublished(errors: readonly Fields[], urlOf: (id: string) => string): PublishedErrors {
  const text = (name: (typeof names)[number]) => {
    const all = errors
      .map((error) => distinct([error[name] ?? []].flat().map((value) => value.replace(/\s+/g, ' '))).join('\n'))
      .join('\n\n');
    return swapped(compared.has(name) ? pack(all) : all);
  };
  return {
    url: urlOf(anyId),
    fields: Object.fromEntries(names.map((name) => [name, text(name)])) as PublishedErrors['fields'],
  };
}

/** Those that differ in more than their capitals. */
function distinct(values: readonly string[]): string[] {
  const small = values.map((value) => value.toLowerCase());
  return values.filter((_, place) => small.indexOf(small[place] ?? '') === place);
}

/** The errors in what was published. */
export function fromPublished({ url, fields }: PublishedErrors): ListedError[] {
  const values = Object.fromEntries(
    names.map((name) => {
      const all = swapped(fields[name]);
      return [name, (compared.has(name) ? unpack(all) : all).split('\n\n')];
    }),
  ) as unknown as Record<(typeof names)[number], string[]>;
  return (fields.id === '' ? [] : values.id).map((id, at) => {
    const one = (name: (typeof names)[number]) => values[name][at] ?? '';
    const list = (name: (typeof names)[number]) =>
      one(name)
        .split('\n')
        .filter((item) => item !== '');
    const some = (name: (typeof names)[number]) => (one(name) === '' ? undefined : list(name));
    return {
      id,
      url: url.replace(anyId, id),
      title: one('title'),
      means: one('means'),
      question: one('question') || undefined,
      messages: list('messages'),
      drivers: list('drivers'),
      signs: some('signs'),
      told_by: some('told_by'),
      special_case_of: one('special_case_of') || undefined,
      leads_to: some('leads_to'),
      severity: one('severity') || undefined,
    };
  });
}
