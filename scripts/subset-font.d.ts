/** The part of subset-font that `fonts.ts` uses; the package brings no types. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options: { targetFormat: 'woff2' | 'truetype'; variationAxes: Record<string, { min: number; max: number }> },
  ): Promise<Uint8Array>;
}
