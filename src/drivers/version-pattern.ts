const number = String.raw`\d+(?:\.\d+)*`;
const stretch = `(?:>=${number}(?: <${number})?|<${number})`;

/** A release number as its project writes it, without a leading `v`: `1.13.0`, `17.09`, `3.18`. */
export const versionPattern = new RegExp(`^${number}$`);

/** Releases from one to before another, `>=1.13.0 <29.0.0`; either end may be open, and `||` joins several. */
export const rangePattern = new RegExp(`^${stretch}(?: \\|\\| ${stretch})*$`);
