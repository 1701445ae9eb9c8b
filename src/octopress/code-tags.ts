import { fenced, languageFor, outdentFence, readCodeOptions, trimCode } from './code-options.ts';
import type { CodeOptions } from './code-options.ts';
import { leftOver } from './left-over.ts';
import { attributes, escapeHtml } from './markup.ts';
import type { PostContext } from './post-context.ts';
import type { Slot } from './slots.ts';
import type { TagResult, TagUse } from './tag.ts';

/** What a fence becomes. */
export function fenceSlot(tag: TagUse, info: string, post: PostContext): Slot {
  const options = readCodeOptions(info, true);
  const code = outdentFence(withoutRaw(tag.inner ?? ''));
  if (options.language?.endsWith('-raw') === true) {
    const language = options.language.slice(0, -4);
    const shown = `\`\`\` ${`${language} ${info.replace(/^\S+\s*/, '')}`.trim()}\n${code}\`\`\``;
    post.note(tag.at, 'fence that shows a fence', 'code');
    return code4(shown, 'text', { mark: [] });
  }
  return codeResult(tag, trimEnds(code), options, post);
}

/** Code between a tag and its end, whose options Octopress read. */
export function plainCode(tag: TagUse, post: PostContext): TagResult {
  return codeSlot(tag, trimCode(withoutRaw(tag.inner ?? '')), readCodeOptions(tag.args, false), post);
}

/** Code with its options, told to the report. */
export function codeSlot(tag: TagUse, code: string, options: CodeOptions, post: PostContext): TagResult {
  return { kind: 'slot', slot: codeResult(tag, code, options, post) };
}

function codeResult(tag: TagUse, code: string, options: CodeOptions, post: PostContext): Slot {
  let { language } = options;
  const was = tag.name === 'fence' ? 'fence' : `{% ${tag.name} %}`;
  let known = language === undefined ? undefined : languageFor(language, post.isKnownLanguage);
  if (language !== undefined && known === undefined && tag.name === 'fence' && language.includes('.')) {
    options.title = [language, options.title].filter((part) => part !== undefined).join(' ');
    language = /\.(\w+)$/.exec(language)?.[1];
    known = language === undefined ? undefined : languageFor(language, post.isKnownLanguage);
  }
  const said = [
    known ?? 'plain',
    options.title === undefined ? '' : 'title',
    options.url === undefined ? '' : 'link',
    options.start === undefined ? '' : `numbers from ${options.start}`,
    options.mark.length === 0 ? '' : 'marks (those of lines that it has)',
    options.numbers === false ? 'no numbers' : '',
    language !== undefined && known === undefined ? `no colours for ${language}` : '',
  ].filter((part) => part !== '');
  post.note(tag.at, was, `code: ${said.join(', ')}`);
  const { url } = options;
  if (url !== undefined) {
    const target = post.link(url);
    if (target.kind === 'new') options.url = target.url;
    if (target.kind === 'gone') {
      if (target.url === undefined) delete options.url;
      else options.url = target.url;
      post.note(
        tag.at,
        `link of the code to ${url}`,
        target.url ?? 'nothing, because the page does not come along',
        true,
      );
    }
  }
  return code4(code, known, options);
}

function code4(code: string, language: string | undefined, options: CodeOptions): Slot {
  const block = fenced(code, language, options);
  const colours = attributes({ class: language && `language-${language}` });
  return {
    block: { md: block, mdx: block },
    html: `${titleAbove(options)}<pre><code${colours}>${escapeHtml(code).replaceAll('\n', '&#10;')}</code></pre>`,
  };
}

/** What stands over code in HTML, which has no notes. */
function titleAbove({ title, url, linkText = url }: CodeOptions): string {
  const link = url === undefined ? '' : ` <a${attributes({ href: url })}>${escapeHtml(linkText ?? '')}</a>`;
  return title === undefined && link === '' ? '' : `<p>${escapeHtml(title ?? '')}${link}</p>`;
}

function trimEnds(code: string): string {
  return code.replace(/\n$/, '');
}

/** Octopress ran Liquid over code as well, so that its authors put `raw` around it. */
export function withoutRaw(code: string): string {
  return code
    .replace(/^[ \t]*\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*(?:\n|$)/gm, '')
    .replace(/\{%-?\s*(?:end)?raw\s*-?%\}/g, '');
}

/** Code from a file of the old blog, with a link to the file. */
export function includeCode(tag: TagUse, post: PostContext): TagResult | undefined {
  const options = readCodeOptions(tag.args.replace(/\b(?:https?:\/)?\/\S+/g, ' '), false);
  const words = tag.args.split(/\s+/).filter((word) => !/^(?:lang|start|end|range|mark|linenos|title)[:=]/.test(word));
  const folder = post.settings.codeFolder;
  const inFolder = (word: string) => ({ word, file: post.readText(`${folder}/${word}`) });
  const [first = '', last = first] = [words[0], words.at(-1)];
  const candidates = [...new Set([last, first])].map(inFolder);
  const { word, file } = candidates.find(({ file: { kind } }) => kind === 'found') ?? inFolder(last);
  const title = words
    .filter((other) => other !== word)
    .join(' ')
    .replace(/^"(.*)"$/, '$1');
  if (file.kind === 'none' || !file.path.includes(`${folder}/`)) {
    const reason = file.kind === 'none' ? file.reason : `lies outside ${folder}`;
    post.note(tag.at, '{% include_code %}', `marked block: ${word} ${reason}`, true);
    return { kind: 'slot', slot: leftOver(tag.source, `the file ${word} ${reason}`) };
  }
  const url = post.offerFile(file.path);
  const name = word.split('/').at(-1) ?? word;
  const { start: _start, range, title: _title, language: _language, url: _url, ...rest } = options;
  const lines = file.text.replace(/\n$/, '').split('\n');
  const code = range === undefined ? lines : lines.slice(range.from - 1, range.to);
  const language = /\blang:(\S+)/.exec(tag.args)?.[1] ?? /\.(\w+)$/.exec(name)?.[1];
  return codeSlot(
    tag,
    trimCode(code.join('\n')),
    {
      ...rest,
      ...(language !== undefined && { language }),
      ...(range !== undefined && { start: range.from }),
      title: title === '' ? name : `${title} (${name})`,
      ...(url !== undefined && { url, linkText: 'download' }),
    },
    post,
  );
}
