import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { linearRgb, tokenColours } from '../styles/contrast.ts';
import type { Oklch } from '../styles/contrast.ts';

/** What pictures are drawn with, so that they look as the site does. */
export interface Look {
  /** Colours of the light theme by token without dashes, such as `#fcfbf9`. */
  colours: Record<'surface' | 'sheet' | 'ink' | 'quiet' | 'edge' | 'accent', string>;
  /** The site's picture as SVG, `public/icon.svg`. */
  icon: string;
  /** Path of the file with the face of the text, and the name by which that is asked for. */
  font: { file: string; name: string };
}

/** The look of the project in `root`. */
export async function readLook(root: string): Promise<Look> {
  const css = await readFile(new URL('../styles/tokens.css', import.meta.url), 'utf8');
  const colour = (token: string): string => hexOf(tokenColours(css, `--${token}`).light);
  return {
    colours: {
      surface: colour('surface'),
      sheet: colour('sheet'),
      ink: colour('ink'),
      quiet: colour('ink-quiet'),
      edge: colour('edge'),
      accent: colour('accent'),
    },
    icon: await readFile(`${root}/public/icon.svg`, 'utf8'),
    font: {
      file: fileURLToPath(new URL('../styles/fonts/text.ttf', import.meta.url)),
      name: 'Atkinson Hyperlegible Next',
    },
  };
}

/** A colour as `#rrggbb`, for programs that know no OKLCH. What a screen can't show is cut off. */
export function hexOf(colour: Oklch): string {
  const bytes = linearRgb(colour).map((linear) => {
    const value = linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
    return Math.round(255 * Math.min(1, Math.max(0, value)));
  });
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
