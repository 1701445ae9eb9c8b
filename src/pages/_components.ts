/** What articles and guides in MDX may use without importing it. */
import Figure from '../posts/Figure.astro';
import Pulled from '../posts/Pulled.astro';
import Quote from '../posts/Quote.astro';
import Still from '../posts/Still.astro';
import Compare from './_Compare.astro';

export const components = { Compare, Figure, Pulled, Quote, Still };
