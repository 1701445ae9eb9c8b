/** What is made of the built pages, after Astro made them. */
import { drawnPictures, picturesIn } from './markdown/drawn-pictures.node.ts';
import { machineViews, previewCards } from './machines/integration.node.ts';
import { machineView } from './machines/markdown-view.node.ts';
import { siteMap } from './machines/site-map.node.ts';
import { offlineKeeper } from './offline/integration.node.ts';
import { searchIndex } from './search/integration.node.ts';
import { readPage } from './search/remarks.node.ts';
import type { EndIntegration } from './site/build-end.node.ts';
import { readBuiltPages } from './site/built-pages.node.ts';
import { inlineHashes, playsMedia, securityHeaders } from './site/headers.node.ts';
import { site } from './site.config.ts';

/**
 * The integrations that make something of the built pages of the project in `root`, in their order: of each page, which a
 * share of a build needs too, and of all of them.
 */
export function ofBuiltPages(root: string): { ofEach: EndIntegration[]; ofAll: EndIntegration[] } {
  // The view comes last, since it uses the page up.
  const { integration, pages } = readBuiltPages(root, {
    inline: inlineHashes,
    media: playsMedia,
    pictures: picturesIn,
    search: readPage,
    view: machineView,
  });
  return {
    ofEach: [
      integration, // before all that want to know what is in a page
      drawnPictures(root, site.base, pages),
      previewCards(root, pages),
    ],
    ofAll: [
      siteMap(pages), // before the views, which let go of the pages
      machineViews(root, pages),
      searchIndex(root, pages),
      offlineKeeper(), // after all that it keeps
      securityHeaders(pages),
    ],
  };
}
