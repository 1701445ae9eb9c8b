/** What an author said about a block of code. */
export interface CodeOptions {
  language?: string;
  title?: string;
  url?: string;
  linkText?: string;
  /** Number of the first line as shown. */
  start?: number;
  /** Lines to take from a file, counted from 1; `range` and `start` with `end` of `include_code`. */
  range?: { from: number; to: number };
  /** Marked lines by the numbers that are shown. */
  mark: { from: number; to: number }[];
  /** False if the author wanted no numbers; undefined if nothing was said. */
  numbers?: boolean;
}

const named =
  /(?:^|\s)(lang|title|url|link_text|start|end|range|mark|linenos|highlight|caption)(?::|=)\s*(?:"([^"]*)"|'([^']*)'|(\S+))/g;

/**
 * The options of `{% codeblock … %}` and of a fence: named ones wherever they stand, then a title, an address and the
 * text of its link. `languageFirst` says that the first word is the language, as in a fence.
 */
export function readCodeOptions(markup: string, languageFirst: boolean): CodeOptions {
  let rest = markup.trim();
  const options: CodeOptions = { mark: [] };
  if (languageFirst) {
    const [, first = '', after = ''] = /^(\S+)\s*(.*)$/s.exec(rest) ?? [];
    if (first !== '' && !/^(?:title|url|link_text|start|end|range|mark|linenos)[:=]/.test(first)) {
      options.language = first.replace(/^[.{]+|\}$/g, '');
      rest = after;
    }
  }
  let end: number | undefined;
  rest = rest
    .replace(named, (_, name: string, double?: string, single?: string, bare?: string) => {
      const value = double ?? single ?? bare ?? '';
      if (name === 'end') end = Number(value) || undefined;
      else setOption(options, name, value);
      return ' ';
    })
    .trim();
  if (options.start !== undefined && end !== undefined) options.range ??= { from: options.start, to: end };
  const [, before = '', url = '', text = ''] = /^(.*?\S)\s+((?:https?:\/\/|\/)\S+)(?:\s+(.*))?$/s.exec(rest) ?? [];
  if (url !== '') {
    options.title ??= unquote(before);
    options.url ??= url;
    if (text.trim() !== '') options.linkText ??= unquote(text.trim());
  } else if (rest !== '') options.title ??= unquote(rest);
  if (options.title === '') delete options.title;
  if (options.language === undefined && options.title !== undefined) {
    const extension = /\S[\S]*\w+\.(\w+)/.exec(options.title)?.[1];
    if (extension !== undefined && !languageFirst) options.language = extension.toLowerCase();
  }
  return options;
}

function setOption(options: CodeOptions, name: string, value: string): void {
  switch (name) {
    case 'lang':
      options.language = value;
      break;
    case 'title':
    case 'caption':
      options.title = value;
      break;
    case 'url':
      options.url = value;
      break;
    case 'link_text':
      options.linkText = value;
      break;
    case 'start':
      if (/^\d+$/.test(value)) options.start = Number(value);
      break;
    case 'range': {
      const [range] = readLines(value);
      if (range !== undefined) options.range = range;
      break;
    }
    case 'mark':
    case 'highlight':
      options.mark.push(...readLines(value));
      break;
    case 'linenos':
      options.numbers = value !== 'false';
      break;
  }
}

/** `1,3-5` as ranges. */
function readLines(value: string): { from: number; to: number }[] {
  return value.split(',').flatMap((part) => {
    const [, from = '', to = from] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? [];
    return from === '' || Number(to) < Number(from) ? [] : [{ from: Number(from), to: Number(to) }];
  });
}

function unquote(text: string): string {
  return text
    .replace(/^"([^"]*)"$/, '$1')
    .replace(/^'([^']*)'$/, '$1')
    .trim();
}

/** Names of languages as Octopress's and Pygments' users wrote them, and as our highlighter calls them. */
const languageNames: Record<string, string> = {
  as: 'actionscript-3',
  as3: 'actionscript-3',
  'c++': 'cpp',
  'c#': 'csharp',
  conf: 'ini',
  cs: 'csharp',
  'html+erb': 'erb',
  irb: 'ruby',
  m: 'objective-c',
  no: 'text',
  none: 'text',
  nohighlight: 'text',
  objc: 'objective-c',
  'obj-c': 'objective-c',
  'objective-c++': 'objective-cpp',
  pl: 'perl',
  pycon: 'python',
  rhtml: 'erb',
  ru: 'ruby',
  'sh-session': 'console',
  'shell-session': 'console',
  terminal: 'console',
  vimscript: 'viml',
  xhtml: 'html',
};

/** The highlighter's name for a language; undefined if it has none. */
export function languageFor(name: string, isKnown: (name: string) => boolean): string | undefined {
  const lower = name
    .toLowerCase()
    .replace(/^language-/, '')
    .replace(/-raw$/, '');
  const own = languageNames[lower] ?? lower;
  return isKnown(own) && /^[\w.+#-]+$/.test(own) ? own : undefined;
}

/** Code as Octopress shows it: no blank lines at its ends, no blanks at the end of the lines, and no common indent. */
export function trimCode(code: string): string {
  const lines = code.replace(/[ \t]+$/gm, '').replace(/^\n+|\n+$/g, '');
  return lines;
}

/** Code of a fence whose first line is indented: four blanks or a tab are taken from every line that has them. */
export function outdentFence(code: string): string {
  return /^(?: {4}|\t)/.test(code) ? code.replace(/^(?: {4}|\t)/gm, '') : code;
}

/** A fence around `code` with its notes, which no line of the code can close. */
export function fenced(code: string, language: string | undefined, options: CodeOptions): string {
  const notes: string[] = [];
  const { title, url, linkText, start, mark, numbers } = options;
  if (title !== undefined) notes.push(`title=${quoted(title)}`);
  if (url !== undefined) notes.push(`link=${quoted(url)}`);
  if (url !== undefined && linkText !== undefined) notes.push(`link-text=${quoted(linkText)}`);
  const count = code.split('\n').length;
  const marks = mark
    .map(({ from, to }) => ({ from: from - (start ?? 1) + 1, to: to - (start ?? 1) + 1 }))
    .filter(({ from, to }) => from >= 1 && to <= count)
    .map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`));
  if (marks.length > 0) notes.push(`mark={${marks.join(',')}}`);
  if (start !== undefined && numbers !== false) notes.push(`start={${start}}`);
  else if (numbers === true) notes.push('start={1}');
  const info = [language ?? (notes.length > 0 ? 'text' : ''), ...notes].filter((part) => part !== '').join(' ');
  const sign = info.includes('`') ? '~' : '`';
  const longest = Math.max(
    2,
    ...[...code.matchAll(sign === '`' ? /^\s*`+/gm : /^\s*~+/gm)].map(([run]) => run.trim().length),
  );
  const fence = sign.repeat(longest + 1);
  return `${fence}${info}\n${code}${code === '' ? '' : '\n'}${fence}`;
}

/** A note's text in the quotes that it does not hold itself. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (!line.includes('"')) return `"${line}"`;
  return line.includes("'") ? `"${line.replaceAll('"', '”')}"` : `'${line}'`;
}
