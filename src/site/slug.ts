/**
 * The part of an address that stands for a text: `Azure & friends` is `azure-friends`, and `C++` is `c-plus-plus`, so
 * that it is not `c`. Empty if no letter or digit is left.
 */
export function slugOf(text: string): string {
  const words = text
    .normalize()
    .toLowerCase()
    .replace(/(?<=[\p{Letter}\p{Number}])(?:\+\++|[+#]+(?![\p{Letter}\p{Number}]))/gu, (signs) =>
      signs.replaceAll('+', '-plus-').replaceAll('#', '-sharp-'),
    )
    .match(/[\p{Letter}\p{Number}][\p{Letter}\p{Number}\p{Mark}]*/gu); // many scripts write vowels as marks
  return words?.join('-') ?? '';
}
