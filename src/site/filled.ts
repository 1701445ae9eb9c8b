/** The names in braces in a text: `'after' | 'before'` for `between {after} and {before}`. */
export type Gap<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Gap<Rest> : never;

/** A text of words.ts with `values` in place of the names in braces. A name without a value stays as it is written. */
export function filled<Text extends string>(text: Text, values: Readonly<Record<Gap<Text>, string | number>>): string {
  const byName: Readonly<Record<string, string | number>> = values;
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(byName[name] ?? gap));
}
