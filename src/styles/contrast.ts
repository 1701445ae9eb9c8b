/** A colour in OKLCH: lightness 0 to 1, chroma, hue in degrees. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** The two colours of a token, written as `--name: light-dark(oklch(…), oklch(…));`. Throws if it is written otherwise. */
export function tokenColours(css: string, token: string): { light: Oklch; dark: Oklch } {
  const colour = String.raw`oklch\(([\d.]+)% ([\d.]+) ([\d.]+)deg\)`;
  const found = new RegExp(String.raw`${token}: light-dark\(${colour}, ${colour}\);`).exec(css);
  if (found === null) throw new Error(`The stylesheet has no token ${token} of the usual form.`);
  const [l1 = 0, c1 = 0, h1 = 0, l2 = 0, c2 = 0, h2 = 0] = found.slice(1).map(Number);
  return { light: [l1 / 100, c1, h1], dark: [l2 / 100, c2, h2] };
}

/** WCAG's contrast ratio of two colours, from 1 to 21. */
export function contrast(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Linear sRGB, each channel from 0 to 1 if a screen can show the colour; by Ottosson's definition of OKLab. */
export function linearRgb([lightness, chroma, hue]: Oklch): [red: number, green: number, blue: number] {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function luminance(colour: Oklch): number {
  const [red, green, blue] = linearRgb(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
