import type { IncomingMessage } from 'node:http';

/** The path that somebody asks `npm run dev` for, with the base, which Vite has taken out of `url`. */
export function askedPath({ originalUrl = '/' }: IncomingMessage & { originalUrl?: string | undefined }): string {
  return new URL(originalUrl, 'http://localhost').pathname;
}
