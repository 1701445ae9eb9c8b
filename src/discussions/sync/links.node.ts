import { createLocator } from '../../content-check/run-rules.ts';
import { findFrontMatter } from '../../content-check/front-matter.ts';
import { listFiles } from '../../content-check/files.node.ts';
import { readSource } from '../../content-check/source.node.ts';
import { readYaml } from '../../content-check/yaml.node.ts';
import { linkedTalk } from '../link.ts';
import { discussionLink } from '../schema.ts';

/** A page's link to a discussion of our repository, and where it is written. Lines and columns count from 1. */
export interface Link {
  number: number;
  file: string;
  line: number;
  column: number;
}

/** All links to discussions of `repository` in the content below `root`, by file. What can't be read has none. */
export async function readLinks(root: string, repository: string): Promise<Link[]> {
  const files = (await listFiles(root, 'content')).filter((path) => /\.(?:mdx?|yaml)$/.test(path));
  const locate = createLocator();
  const links: Link[] = [];
  for (const path of files) {
    const { source } = readSource(root, path);
    if (source === undefined) continue;
    const isData = path.endsWith('.yaml');
    const front = isData ? { kind: 'found' as const, start: 0, end: source.text.length } : findFrontMatter(source.text);
    if (front.kind === 'broken' || !/^discussion\b/m.test(source.text.slice(front.start, front.end))) continue;
    const { data } = readYaml(source.text, front.start, front.end);
    const link = discussionLink.safeParse((data.value as { discussion?: unknown } | undefined)?.discussion).data;
    const talk = link === undefined ? undefined : linkedTalk(link, repository);
    if (talk?.kind !== 'thread') continue;
    links.push({ number: talk.number, ...locate({ source, offset: data.valueAt(['discussion']) }) });
  }
  return links;
}
