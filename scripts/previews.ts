/** `npm run previews`: the addresses at which articles can be read that are not out yet, once they are built with `--previews`. */
import { readArguments } from './arguments.ts';
import { fail } from './fail.ts';
import { readContent } from '../src/content.check.node.ts';
import { isPublished } from '../src/posts/order.ts';
import { previewSecret, previewToken } from '../src/posts/preview.node.ts';
import type { Post } from '../src/posts/schema.ts';
import { absoluteUrl, pathOf } from '../src/site/urls.ts';

readArguments('npm run previews', {});
const found = previewSecret(process.env);
if ('problem' in found) fail(found.problem);
const { content } = await readContent('.');
const now = new Date();
const waiting = content.entries.flatMap(({ collection, id, source, value }) => {
  const post = collection === 'posts' ? (value as Post | undefined) : undefined;
  return post === undefined || isPublished(post, now) ? [] : [{ id, path: source.path, draft: post.draft }];
});
for (const { id, path, draft } of waiting) {
  const url = absoluteUrl(pathOf.preview(previewToken(found.secret, id)));
  console.log(`${path}  ${draft ? 'draft' : 'scheduled'}  ${url}`);
}
console.log(
  waiting.length === 0
    ? 'Every article is out.'
    : 'Who has an address can read the page once it is built with npm run build -- --previews. Another secret withdraws all.',
);
