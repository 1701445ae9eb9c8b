/** The site's sign as PNG: names below the site's folder, edges in pixels, and whether a phone may cut the corners off. */
export const iconFiles = [
  { file: 'icon-192.png', size: 192, isOpaque: false },
  { file: 'icon-512.png', size: 512, isOpaque: false },
  { file: 'icon-maskable.png', size: 512, isOpaque: true },
  // Found by its name, without a line in the page.
  { file: 'apple-touch-icon.png', size: 180, isOpaque: true },
] as const;
