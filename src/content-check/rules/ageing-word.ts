import type { Rule } from '../content.ts';

/** What is true on the day on which it is written, and nobody sees when that was. */
const ofTheDay = /\b(?:currently|nowadays|recently|lately|at present|as of now|these days|soon|latest|newest)\b/i;

/** How a driver stands, which is a fact with a source, a day and a release. */
const status = /\b(?:deprecated|experimental|legacy|obsolete|outdated|unsupported|unmaintained)\b/i;

/** Makes a rule that finds words that go out of date in the short texts of each collection, which `fields` names. */
export const ageingWord = (fields: Readonly<Record<string, readonly string[]>>): Rule => ({
  name: 'ageing-word',
  description: 'No description says what will not be true for long, nor the status of a driver without its release.',
  warns: 'imported',
  check: ({ entries }) =>
    entries.flatMap(({ collection, source, data }) =>
      (fields[collection] ?? []).flatMap((field) => {
        const text = ((data.value ?? {}) as Record<string, unknown>)[field];
        if (typeof text !== 'string') return [];
        const found = sentencesOf(text).flatMap((sentence) => wordIn(sentence) ?? []);
        return found.map(({ word, hint }) => {
          const offset = data.valueAt([field]);
          return {
            source,
            // Quotes and line breaks of YAML may stand before the word; then the text's own place has to do.
            offset: Math.max(offset, source.text.indexOf(word, offset)),
            message: `“${word}” is not true for long, and nobody comes back to correct \`${field}\`.`,
            hint,
          };
        });
      }),
    ),
});

/** The sentences of `text` without what is quoted, since a message may say what it likes. */
function sentencesOf(text: string): string[] {
  return text.replace(/`[^`]*`|"[^"]*"|“[^”]*”/g, '').split(/(?<=[.?!:])\s+/);
}

function wordIn(sentence: string): { word: string; hint: string } | undefined {
  const [day] = ofTheDay.exec(sentence) ?? [];
  if (day !== undefined) return { word: day, hint: 'Name the release or the year, or leave the word out.' };
  const [state] = status.exec(sentence) ?? [];
  return state === undefined || /\d/.test(sentence)
    ? undefined
    : { word: state, hint: 'Name the release since which it is so, or leave it to the fact `status`.' };
}
