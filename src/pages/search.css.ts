import type { APIRoute } from 'astro';
import adviceStyle from '../styles/advice.css?inline';
import searchStyle from '../styles/search.css?inline';

/** A late sheet with layers makes Chromium take up all faces anew, and the text of the page would move. */
const unlayered = (style: string): string => style.replace(/@layer components\s*\{/g, '@media all{');

/** The style of the search as a file of its own, built as all styles are, for the dialog on pages that have no box. */
export const GET: APIRoute = () =>
  new Response(unlayered(searchStyle + adviceStyle), { headers: { 'Content-Type': 'text/css' } });
