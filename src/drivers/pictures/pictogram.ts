/** The words of the fact `kind` in `content/facts.yaml`: how a driver turns layers into one filesystem. */
export type Kind =
  | 'union-filesystem'
  | 'block-thin-provisioning'
  | 'cow-filesystem'
  | 'plain-copy'
  | 'image-filesystem'
  | 'lazy-pull'
  | 'windows-layers';

/** One stroke of a pictogram, on a grid of 24 by 24. */
export interface Stroke {
  /** The path, in the language of SVG. */
  d: string;
  /** `line` has the colour of the text; `accent` has the hue of the kind, and its closed shapes are tinted. */
  role: 'line' | 'accent';
  /** What is not there yet is dashed. */
  dashed?: boolean;
}

/** A pictogram: its hue, the name of a token, and its strokes from back to front. */
export interface Pictogram {
  hue: '--kind-stack' | '--kind-block' | '--kind-snapshot' | '--kind-copy' | '--kind-lazy';
  strokes: readonly Stroke[];
}

/**
 * The pictogram of each kind.
 * The three kinds that lay sheets over each other share a hue: of equal lightness, five stay apart for every eye.
 */
export const pictograms: Readonly<Record<Kind, Pictogram>> = {
  'union-filesystem': {
    hue: '--kind-stack',
    strokes: [
      { role: 'line', d: 'M3 16.75 12 21.25l9-4.5' },
      { role: 'line', d: 'M3 12 12 16.5l9-4.5' },
      { role: 'accent', d: 'M12 2.75l9 4.5-9 4.5-9-4.5Z' },
    ],
  },
  'block-thin-provisioning': {
    hue: '--kind-block',
    strokes: [
      { role: 'line', dashed: true, d: square(17, 10) + square(10, 17) + square(17, 17) },
      {
        role: 'accent',
        d: square(10, 10) + square(3, 17) + square(3, 3) + square(10, 3) + square(17, 3) + square(3, 10),
      },
    ],
  },
  'cow-filesystem': {
    hue: '--kind-snapshot',
    strokes: [
      { role: 'line', d: 'M12 8.75v7M4.5 15.75V12h15v3.75' },
      { role: 'line', d: circle(4.5, 18, 2.25) + circle(12, 18, 2.25) + circle(19.5, 18, 2.25) },
      { role: 'accent', d: circle(12, 5.5, 3.25) },
    ],
  },
  'plain-copy': {
    hue: '--kind-copy',
    strokes: [
      { role: 'line', d: 'M2.75 4.5h7.5v15h-7.5Z' },
      { role: 'line', d: 'M5.25 9h2.5M5.25 12h2.5M5.25 15h2.5' },
      { role: 'accent', d: 'M13.75 4.5h7.5v15h-7.5Z' },
      { role: 'accent', d: 'M16.25 9h2.5M16.25 12h2.5M16.25 15h2.5' },
    ],
  },
  'image-filesystem': {
    hue: '--kind-stack',
    strokes: [
      { role: 'line', d: 'M3 16.75l7 3.5' },
      { role: 'line', d: 'M3 12l7.5 3.75' },
      { role: 'line', d: 'M12 2.75l9 4.5-9 4.5-9-4.5Z' },
      { role: 'accent', d: 'M13.25 16h8v5.25h-8Z' },
      { role: 'accent', d: 'M15 16v-1.25a2.25 2.25 0 0 1 4.5 0V16' },
    ],
  },
  'lazy-pull': {
    hue: '--kind-lazy',
    strokes: [
      { role: 'line', dashed: true, d: 'M4 13v8h16v-8' },
      { role: 'line', d: 'M4 11V2.75h16V11' },
      { role: 'accent', d: 'M8 6.75h8M8 10.75h8M8 14.75h3.5' },
    ],
  },
  'windows-layers': {
    hue: '--kind-stack',
    strokes: [
      { role: 'line', d: 'M2.75 3.25h18.5v17.5H2.75ZM2.75 7.25h18.5' },
      { role: 'line', d: 'M6.5 15 12 17.75 17.5 15' },
      { role: 'accent', d: 'M12 9.5l5.5 2.75L12 15l-5.5-2.75Z' },
    ],
  },
};

/** Whether a word is a kind that has a pictogram. */
export function isKind(word: string): word is Kind {
  return Object.hasOwn(pictograms, word);
}

function square(x: number, y: number): string {
  return `M${x} ${y}h4v4h-4Z`;
}

function circle(x: number, y: number, radius: number): string {
  const across = 2 * radius;
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${across} 0a${radius} ${radius} 0 1 0 ${-across} 0Z`;
}
