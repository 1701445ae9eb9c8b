import { htmlElements, successors } from '../site/html-elements.ts';

const looks = new Set(
  (
    'align background bgcolor border bordercolor cellpadding cellspacing char charoff clear color compact face frame ' +
    'frameborder hspace link longdesc marginheight marginwidth noshade nowrap rules scrolling size summary text valign ' +
    'vlink vspace'
  ).split(' '),
);
const sized = new Set('canvas embed iframe img input object source svg video'.split(' '));

/** The name of the element today; undefined if HTML never had one of that name, and nobody has made it. */
export function modernName(name: string): string | undefined {
  return Object.hasOwn(successors, name)
    ? successors[name]
    : htmlElements.has(name) || name.includes('-')
      ? name
      : undefined;
}

/** Whether the attribute only said how the element should look, which HTML leaves to style sheets today. */
export function isLook(element: string, attribute: string): boolean {
  if (element === 'input' || element === 'select') return false;
  return looks.has(attribute) || ((attribute === 'width' || attribute === 'height') && !sized.has(element));
}
