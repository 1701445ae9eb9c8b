import { describe, expect, test } from 'vitest';
import { frameOf, readFrame, readGist, readPicture, readQuote, readVideo } from './tag-markup.node.ts';

describe('the words of a tag', () => {
  test.each([
    ['/a.png', { classes: [], src: '/a.png' }],
    [
      'left half /a.png 300 200 Some words',
      { classes: ['left', 'half'], src: '/a.png', width: '300', height: '200', title: 'Some words', alt: 'Some words' },
    ],
    [`/a.png "A title" "A text"`, { classes: [], src: '/a.png', title: 'A title', alt: 'A text' }],
    ['a.png 50%', { classes: [], src: 'a.png', width: '50%' }],
    ['nothing', undefined],
  ])('img %s', (words, picture) => {
    expect(readPicture(words)).toEqual(picture);
  });

  test.each([
    ['', {}],
    ['A. Writer', { author: 'A. Writer' }],
    ['A. Writer, A book', { author: 'A. Writer', title: 'A book' }],
    ['A. Writer http://x.example/a A page', { author: 'A. Writer', url: 'http://x.example/a', title: 'A page' }],
    ['@writer https://x.example/a', { author: '@writer', url: 'https://x.example/a', title: 'x.example/a' }],
    ['https://x.example/a', { author: 'x.example/a', url: 'https://x.example/a' }],
  ])('blockquote %s', (words, quote) => {
    expect(readQuote(words)).toEqual(quote);
  });

  test('video has files and a picture, and sizes do not count', () => {
    expect(readVideo('http://x.example/a.mp4 /b.webm 640 320 /p.jpg')).toEqual({
      sources: ['http://x.example/a.mp4', '/b.webm'],
      poster: '/p.jpg',
    });
    expect(readVideo('a.mp4')).toBeUndefined();
  });

  test.each([
    ['youtube', 'dQw4w9WgXcQ', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ'],
    ['vimeo', '7', 'https://vimeo.com/7'],
    ['jsfiddle', 'abc/1 result', 'https://jsfiddle.net/abc/1/'],
    ['youtube', '"><script>', undefined],
    ['iframe_embed', 'youtube abc 520x421', 'https://www.youtube.com/watch?v=abc'],
    ['iframe_embed', 'slideshare 12', 'https://www.slideshare.net/slideshow/embed_code/12'],
    ['iframe_embed', 'generic x.example/a', 'http://x.example/a'],
    ['iframe_embed', 'generic "><script>', undefined],
    ['iframe_embed', 'other 7', undefined],
    ['nothing', 'x', undefined],
  ])('%s %s leads to %s', (name, words, url) => {
    expect(readFrame(name, words)?.url).toBe(url);
  });

  test.each([
    ['//player.vimeo.com/video/7?x=1', 'https://vimeo.com/7'],
    ['https://www.youtube-nocookie.com/embed/abc', 'https://www.youtube.com/watch?v=abc'],
    ['https://www.youtube.com/embed/abc?rel=0&start=90', 'https://www.youtube.com/watch?v=abc&t=90'],
    ['https://youtu.be/abc?t=1m30s', 'https://www.youtube.com/watch?v=abc&t=1m30s'],
    ['https://www.youtube.com/watch?v=abc#t=5', 'https://www.youtube.com/watch?v=abc&t=5'],
    ['https://x.example/a', 'https://x.example/a'],
    ['javascript:alert(1)', undefined],
  ])('a frame of %s leads to %s', (address, url) => {
    expect(frameOf(address)?.url).toBe(url);
  });

  test.each([
    ['1234', { id: '1234', url: 'https://gist.github.com/1234' }],
    ['someone/12ab a b.rb', { id: 'someone/12ab', file: 'a', url: 'https://gist.github.com/someone/12ab#file-a' }],
    ['https://gist.github.com/someone/12ab', { id: 'someone/12ab', url: 'https://gist.github.com/someone/12ab' }],
    ['https://gist.github.com/12ab.js', { id: '12ab', url: 'https://gist.github.com/12ab' }],
    ['https://other.example/12ab', undefined],
    ['no-gist', undefined],
  ])('gist %s', (words, found) => {
    expect(readGist(words)).toEqual(found);
  });
});
