import type { Parents, Root, RootContent, Text } from 'hast';

/** Elements before and after which a line ends. */
const lines = new Set(
  'address article aside blockquote body br caption col colgroup dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Elements that stand in a line as a word does. */
const seen = new Set('audio canvas embed iframe img input math object video'.split(' '));

/**
 * Makes one blank of each stretch of blanks in `tree`, and none where a line begins or ends, as browsers show it. What is in
 * `pre` stays.
 */
export function collapseBlanks(tree: Root): void {
  let isStart = true; // of a line, or there is a blank already
  let blank: { text: Text; parent: Parents } | undefined; // a text whose blank goes if the line ends after it
  const endLine = (): void => {
    if (blank !== undefined) setText(blank.text, blank.text.value.slice(0, -1), blank.parent);
    [isStart, blank] = [true, undefined];
  };
  const look = (node: RootContent, parent: Parents): void => {
    if (node.type === 'text') {
      const value = node.value.replace(/[\t\n\v\f\r ]+/g, ' ');
      setText(node, isStart && value.startsWith(' ') ? value.slice(1) : value, parent);
      if (node.value === '') return;
      isStart = node.value.endsWith(' ');
      blank = isStart ? { text: node, parent } : undefined;
    } else if (node.type === 'element') {
      const isLine = lines.has(node.tagName);
      if (isLine) endLine();
      if (seen.has(node.tagName)) blank = undefined;
      if (node.tagName !== 'pre') for (const child of [...node.children]) look(child, node);
      if (seen.has(node.tagName)) isStart = false;
      if (isLine) endLine();
    }
  };
  for (const child of [...tree.children]) look(child, tree);
  endLine();
}

/** A text without words is none. */
function setText(text: Text, value: string, parent: Parents): void {
  text.value = value;
  if (value === '') parent.children.splice(parent.children.indexOf(text), 1);
}
