import type { SiteConfig } from '../site.config.ts';
import { isElsewhere } from './urls.ts';

/** What is wrong with a value of `src/site.config.ts`, as full sentences; `key` is its path, such as `author.url`. */
export interface ConfigFault {
  key: string;
  message: string;
  hint: string;
}

const onePath = /^\/(?:[^/?#\s]+\/)*$/;
const schemeAndHost = /^https?:\/\/[^/?#@\s]+$/;
const address = /^(?:https?:\/\/[^/\s]|mailto:[^@\s]+@)\S+$/;

/**
 * Values of `config` that a build would take and make a broken site of: addresses with a slash too few or too many, names
 * that GitHub does not know. What is missing in it is not looked at; types say so.
 */
export function configFaults(config: Partial<SiteConfig>): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const hold = (
    key: string,
    value: string | undefined,
    isSound: (value: string) => boolean,
    what: string,
    hint: string,
  ) => {
    if (value !== undefined && !isSound(value))
      faults.push({ key, message: value === '' ? 'This is empty.' : `\`${value}\` is no ${what}.`, hint });
  };
  const { origin, feedOrigin, base, language, repository, branch, author, discussions, security } = config;
  hold('origin', origin, (it) => schemeAndHost.test(it), 'scheme and host alone', originHint(origin));
  hold('feedOrigin', feedOrigin, (it) => schemeAndHost.test(it), 'scheme and host alone', originHint(feedOrigin));
  const whole = `/${base ?? ''}/`.replaceAll(/\/{2,}/g, '/');
  hold('base', base, (it) => onePath.test(it), 'path with both slashes', `Write \`${whole}\`.`);
  hold('language', language, isLanguage, 'language tag', languageHint(language));
  hold('repository', repository, (it) => /^[\w.-]+\/[\w.-]+$/.test(it), 'repository', repositoryHint(repository));
  hold('branch', branch, (it) => /^[^\s~^:?*[\\]+$/.test(it), 'branch', 'Write its name, such as `main`.');
  for (const [key, value] of [
    ['author.url', author?.url],
    ['discussions.elsewhere.url', discussions?.elsewhere?.url],
    ['security.contact', security?.contact],
  ] as const)
    hold(key, value, (it) => address.test(it), 'address to which a link leads', addressHint(value));
  for (const key of ['navigation', 'footer'] as const)
    for (const { href } of config[key] ?? [])
      hold(key, href, (it) => !isElsewhere(it), 'path of this site', otherSiteHint);
  return faults;
}

const otherSiteHint = 'Write one such as `/docs/about/`, and link from that page to what is elsewhere.';

function originHint(origin = ''): string {
  const [, scheme = 'https:', host = '', path = ''] = /^\s*(?:(https?:)?\/\/)?([^/?#\s]*)([^?#\s]*)/.exec(origin) ?? [];
  const goesOn = path.replaceAll('/', '') === '' ? '' : `; the path \`${path.replace(/\/*$/, '/')}\` is the \`base\``;
  return `Write \`${scheme}//${host === '' ? 'example.org' : host}\`${goesOn}.`;
}

function isLanguage(tag: string): boolean {
  return /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(tag);
}

function languageHint(language = ''): string {
  const dashed = language.trim().replaceAll('_', '-').replace(/\..*$/, '');
  return isLanguage(dashed) ? `Write \`${dashed}\`.` : 'Write a tag such as `en`, `de` or `pt-BR`.';
}

function repositoryHint(repository = ''): string {
  const [, name] = /github\.com[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(repository) ?? [];
  return `Write ${name === undefined ? 'owner and name, such as `owner/name`' : `\`${name}\``}.`;
}

function addressHint(url = ''): string {
  if (/^[^@\s/:]+@[^@\s/]+$/.test(url)) return `Write \`mailto:${url}\`.`;
  return 'Write it whole, such as `https://example.org/` or `mailto:somebody@example.org`.';
}
