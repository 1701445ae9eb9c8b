/* eslint-disable walls/element-name -- It is no element: it runs once, when a page has loaded. */
import { allowScripts } from '../site/own-scripts.ts';
import type { TrustedTypes } from '../site/own-scripts.ts';

/** Address of the worker that keeps pages; `integration.node.ts` puts it in. */
declare const keeperAddress: string;

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const { serviceWorker } = navigator as Partial<Navigator>; // none without a secure connection

allowScripts(trustedTypes, import.meta.url.replace(/[^/]*$/, ''));
serviceWorker
  ?.register(location.origin + keeperAddress) // A page that was made ready waits here until a reader opens it.
  .then(() => {
    const [{ activationStart = 0 } = {}] = performance.getEntriesByType('navigation') as { activationStart?: number }[];
    if (activationStart > 0) serviceWorker.controller?.postMessage(location.href);
  })
  .catch(Boolean); // Where storage is switched off nothing is kept.
