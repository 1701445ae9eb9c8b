/** Elements of today's HTML, without those that the importer carries over in another way, such as scripts and frames. */
const known = new Set(
  (
    'a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code col ' +
    'colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3 ' +
    'h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta ' +
    'meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search ' +
    'section select slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th ' +
    'thead time title tr track u ul var video wbr'
  ).split(' '),
);

/** What stands today for elements that HTML no longer has. */
const successors: Readonly<Record<string, string>> = {
  acronym: 'abbr',
  big: 'span',
  blink: 'span',
  center: 'div',
  dir: 'ul',
  font: 'span',
  marquee: 'span',
  nobr: 'span',
  strike: 's',
  tt: 'code',
};

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
  return Object.hasOwn(successors, name) ? successors[name] : known.has(name) || name.includes('-') ? name : undefined;
}

/** Whether the attribute only said how the element should look, which HTML leaves to style sheets today. */
export function isLook(element: string, attribute: string): boolean {
  if (element === 'input' || element === 'select') return false;
  return looks.has(attribute) || ((attribute === 'width' || attribute === 'height') && !sized.has(element));
}
