import type { Gap } from './filled.ts';

/**
 * The runs of a text of words.ts, in its order, with `values` in place of the names in braces: elements of a page, for
 * example. A name without a value stays as it is written.
 */
export function pieces<Text extends string, Values extends Readonly<Record<Gap<Text>, unknown>>>(
  text: Text,
  values: Values,
): (string | Values[keyof Values])[] {
  const byName = new Map(Object.entries(values)) as Map<string, Values[keyof Values]>;
  return text
    .split(/\{(\w+)\}/)
    .map((piece, place) => (place % 2 === 0 ? piece : (byName.get(piece) ?? `{${piece}}`)))
    .filter((piece) => piece !== '');
}
