/** Scripts that are written from right to left and used today, by their ISO 15924 codes. */
const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** The direction in which `language`, a BCP 47 tag, is written; `undefined` for left to right, which needs no word in HTML. */
export function directionOf(language: string): 'rtl' | undefined {
  const { script = '' } = new Intl.Locale(language).maximize();
  return rightToLeft.has(script) ? 'rtl' : undefined;
}
