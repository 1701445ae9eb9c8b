import type { SecurityContact } from './site/security-contact.ts';

/**
 * All that a new owner changes to make this site theirs.
 * The words of articles live in `content/`; everything else that names the site reads it here.
 */
export interface SiteConfig {
  /** Name in the header, the title of every page and the feed. */
  name: string;
  /** One sentence for search engines and the feed, at most 160 characters. */
  description: string;
  /** Scheme and host of the published site, without a path, such as `https://example.org`. */
  origin: string;
  /** Path under which the site is served: `/`, or `/docs/` with both slashes. */
  base: string;
  /**
   * Scheme and host by which entries of the feeds are known, if the site was published elsewhere before: its first
   * `origin`. Readers' programs would otherwise show every article as new after a move. Default: `origin`.
   */
  feedOrigin?: string;
  /** Language of the interface and of articles that name no other, as a BCP 47 tag. */
  language: string;
  /** Who is named in the feed and in the footer. */
  author: { name: string; url: string };
  /** GitHub repository `owner/name` that holds the content and its discussions. */
  repository: string;
  /** Branch of the repository on which readers find the text of a page, to propose a change of it: `main`. */
  branch: string;
  discussions: {
    /**
     * Name of the category of GitHub Discussions in which new discussions about pages are opened. Empty if the
     * repository has no discussions: then no page asks to open one.
     */
    category: string;
    /** Where readers write who have no GitHub account, on every page: `{ label: 'the list', url: 'mailto:…' }`. */
    elsewhere?: { label: string; url: string };
    /**
     * Whether readers can load a thread as it is now from giscus.app, which then sees their address. Only with true may
     * our pages hold a frame of it at all. The giscus app has to be installed in the repository. Default false.
     */
    live?: boolean;
  };
  /** Whom to tell about a hole in the site, in `/.well-known/security.txt`; without it there is no such file. */
  security?: SecurityContact;
  /**
   * Whether browsers keep the pages that a reader opened, the known errors and the search for what a terminal printed, so
   * that they work without network. With false, browsers that kept pages before let them go at their next visit.
   */
  offline: boolean;
  /** Header links in order: `href` is a path of this site that begins with `/`, without the base. */
  navigation: readonly { label: string; href: string }[];
  /** Footer links in order, as in the header. */
  footer: readonly { label: string; href: string }[];
}

export const site: SiteConfig = {
  name: 'Mind the Driver',
  description: 'What container storage drivers do, how they fail, and how to get out.',
  origin: 'https://mind-the-driver.example',
  base: '/',
  language: 'en',
  author: { name: 'The Mind the Driver authors', url: 'https://github.com/mind-the-driver' },
  repository: 'mind-the-driver/mind-the-driver',
  branch: 'main',
  discussions: { category: 'General' },
  security: {
    contact: 'https://github.com/mind-the-driver/mind-the-driver/security/advisories/new',
    expires: '2027-10-31',
  },
  offline: true,
  navigation: [
    { label: 'Articles', href: '/posts/' },
    { label: 'Guides', href: '/docs/' },
    { label: 'Drivers', href: '/drivers/' },
    { label: 'Errors', href: '/errors/' },
  ],
  footer: [
    { label: 'About', href: '/docs/about/' },
    { label: 'Correct us', href: '/docs/correct-us/' },
    { label: 'Licence', href: '/docs/licence/' },
    { label: 'Privacy', href: '/docs/privacy/' },
  ],
};
