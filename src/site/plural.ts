import { site } from '../site.config.ts';

/** Forms of a phrase by the names of `Intl.PluralRules`, with `#` for the number: `one: # page | other: # pages`. */
export type Forms = `${string}other: ${string}`;

/** The form of a phrase that fits `count` in `language`, the site's, with the number in it: `1 page`, `3 pages`. */
export function plural(count: number, forms: Forms, language = site.language): string {
  const rule = `${new Intl.PluralRules(language).select(count)}: `;
  const all = forms.split(' | ');
  const form = all.find((one) => one.startsWith(rule)) ?? all.at(-1) ?? '';
  return form.slice(form.indexOf(': ') + 2).replaceAll('#', String(count));
}
