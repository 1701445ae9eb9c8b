import type { ListedError } from './error-finder.ts';

/** Stands for the id in the address of all pages. */
const anyId = '<id>';

type Fields = Omit<ListedError, 'url'>;

/**
 * The known errors as the search box loads them: one list for each field, with null where an error has none, and one
 * address for all. With 94 errors that packs into 24.6 kB, and one object for each error into 25.7 kB.
 */
export interface PublishedErrors {
  /** Address of a page, with `<id>` for the error's id. */
  url: string;
  fields: { [Field in keyof Fields]-?: (Exclude<Fields[Field], undefined> | null)[] };
}

/** `errors` to be published; `urlOf` gives the address of an error's page. */
export function toPublished(errors: readonly Fields[], urlOf: (id: string) => string): PublishedErrors {
  const list = <Field extends keyof Fields>(field: Field) =>
    errors.map((error) => (error[field] ?? null) as Exclude<Fields[Field], undefined> | null);
  return {
    url: urlOf(anyId),
    fields: {
      id: list('id'),
      title: list('title'),
      means: list('means'),
      question: list('question'),
      messages: list('messages'),
      drivers: list('drivers'),
      signs: list('signs'),
      told_by: list('told_by'),
      special_case_of: list('special_case_of'),
      leads_to: list('leads_to'),
    },
  };
}

/** The errors in what was published. */
export function fromPublished({ url, fields }: PublishedErrors): ListedError[] {
  return fields.id.map((id, at) => ({
    id: id ?? '',
    url: url.replace(anyId, id ?? ''),
    title: fields.title[at] ?? '',
    means: fields.means[at] ?? '',
    question: fields.question[at] ?? undefined,
    messages: fields.messages[at] ?? [],
    drivers: fields.drivers[at] ?? [],
    signs: fields.signs[at] ?? undefined,
    told_by: fields.told_by[at] ?? undefined,
    special_case_of: fields.special_case_of[at] ?? undefined,
    leads_to: fields.leads_to[at] ?? undefined,
  }));
}
