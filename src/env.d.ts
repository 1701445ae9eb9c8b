/** Lets the type-aware lint rules read `.ts` pages that import a component; `astro check` knows its real props. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
