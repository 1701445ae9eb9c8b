import type { APIRoute } from 'astro';
import adviceStyle from '../styles/advice.css?raw';
import searchStyle from '../styles/search.css?raw';

/** The style of the search as a file of its own, for the dialog on pages that have no box. */
export const GET: APIRoute = () => new Response(searchStyle + adviceStyle, { headers: { 'Content-Type': 'text/css' } });
