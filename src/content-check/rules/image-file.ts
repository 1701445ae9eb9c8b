import { pictureEnding } from '../../markdown/picture-versions.ts';
import { isElsewhere } from '../../site/urls.ts';
import type { Body, Rule, Target } from '../content.ts';
import { nearest } from '../nearest.ts';
import { resolveFile } from '../resolve-link.ts';

/** What some browser does not show as a picture, whatever its file holds. */
const shown = /\.(?:avif|bmp|gif|ico|jpe?g|png|svg|webp)$/i;

/** Finds images whose file is missing, or which another site would have to serve, also in the `src` of `components`. */
export const imageFile = (components: readonly string[]): Rule => ({
  name: 'image-file',
  description: 'Every image is a file in public/, or lies beside the file that shows it.',
  check: ({ entries, files }) =>
    entries.flatMap(({ source, body }) =>
      [...(body?.images ?? []), ...pictureOf(components, body)].flatMap(({ url, offset }) => {
        if (url === undefined) return [];
        if (url === '')
          return [{ source, offset, message: 'The image names no file.', hint: 'Write its path: `/name.png`.' }];
        if (isElsewhere(url)) {
          return [
            {
              source,
              offset,
              message: `\`${url.slice(0, 80)}\` is not a file of this site, and pages load nothing from elsewhere.`,
              hint: 'Save the image in public/ and write its path there.',
            },
          ];
        }
        const path = url.startsWith('/') ? `public/${resolveFile(url, '')}` : resolveFile(url, source.path);
        if (files.has(path)) {
          if (shown.test(path)) return [];
          const hint = 'Save it as PNG, JPEG, WebP, AVIF, GIF or SVG, or link to it.';
          return [{ source, offset, message: `Browsers do not show \`${url}\` as a picture.`, hint }];
        }
        const images = [...files]
          .filter((file) => pictureEnding.test(file))
          .map((file) => asWritten(file, url, source.path));
        const near = nearest(url, images);
        return [
          {
            source,
            offset,
            message: `There is no file ${path}.`,
            hint: near === undefined ? 'Add it, or correct the path.' : `Write \`${near}\`.`,
          },
        ];
      }),
    ),
});

/** The addresses of pictures that components show. */
function pictureOf(components: readonly string[], body: Body | undefined): Target[] {
  return (body?.attributes ?? [])
    .filter(({ component, name }) => name === 'src' && components.includes(component))
    .map(({ value, offset }) => ({ url: value, offset }));
}

/** How the file at `path` is written where `url` now stands. */
function asWritten(path: string, url: string, from: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  if (path.startsWith('public/')) return path.slice('public'.length);
  if (path.startsWith(folder)) return (url.startsWith('./') ? './' : '') + path.slice(folder.length);
  return '../'.repeat(folder.split('/').length - 1) + path;
}
