/** The names in braces in a text: `'after' | 'before'` for `between {after} and {before}`. */
type Gap<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Gap<Rest> : never;

/**
 * The runs of a text of words.ts, in its order, with `values` in place of the names in braces: texts, or elements of a
 * page. A name without a value stays as it is written.
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

/** A text of words.ts with `values` in place of the names in braces. */
export function filled<Text extends string>(text: Text, values: Readonly<Record<Gap<Text>, string | number>>): string {
  return pieces(text, values).join('');
}
