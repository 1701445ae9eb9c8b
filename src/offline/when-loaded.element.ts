/* eslint-disable walls/element-name -- It is no element: every reader of every page pays for each byte of this. */

/** Address of the worker that keeps pages, or nothing; `integration.node.ts` puts it in. */
declare const keeperAddress: string;

// After all that the page itself needs, so that nothing waits for it.
if (keeperAddress !== '') onload = () => import('./start-keeper.element.ts').catch(Boolean);
