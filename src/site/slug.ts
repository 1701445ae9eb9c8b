/** The part of an address that stands for a text: `Azure & friends` is `azure-friends`. Empty if no letter or digit is left. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
