const popEmbedding = '\u202C';
const popIsolate = '\u2069';

/**
 * `text` in which every control that turns the direction of writing is ended, so that what follows the text keeps its
 * own: embeddings and overrides by U+202C, isolates by U+2069, the last begun first. Ends without a beginning go, and
 * halves of characters, which strangers can write too, are replaced.
 */
export function closeBidi(text: string): string {
  const open: string[] = [];
  const kept = text.toWellFormed().replace(/[\u202A-\u202E\u2066-\u2069]/g, (control) => {
    if (control === popEmbedding) return open.at(-1) === popEmbedding ? (open.pop() ?? '') : '';
    if (control !== popIsolate) {
      open.push(control >= '\u2066' ? popIsolate : popEmbedding);
      return control;
    }
    const place = open.lastIndexOf(popIsolate);
    return place === -1 ? '' : open.splice(place).toReversed().join('');
  });
  return kept + open.toReversed().join('');
}
