import { test } from 'vitest';
import { expectProblems, expectRemarks, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const correct = 'Correct its host or its port, as in `https://example.org:8080/`.';

test.each([
  ['https://docs.docker.com:99999/x', correct],
  ['https://docs.docker%2F.com/', correct],
  ['//docs.docker.com:x/', correct],
  ['https://', correct],
  ['htps://docs.docker.com/', 'Write `https://docs.docker.com/`.'],
  ['http:/docs.docker.com/', 'Write `http://docs.docker.com/`.'],
  ['https:docs.docker.com/a?b', 'Write `https://docs.docker.com/a?b`.'],
  ['https:///docs.docker.com/', 'Write `https://docs.docker.com/`.'],
  ['malto:me@example.org', 'Write `mailto:me@example.org`.'],
])('%j is named where it begins', (url, hint) =>
  expectProblems(
    { 'content/posts/a.md': post(`Read [it](‸${url}).\n`) },
    `outside-address  No browser can open \`${url}\`. ${hint}`,
  ),
);

test.each([
  'HTTPS://Docs.Docker.com:443/%7Ea?b#c',
  '//docs.docker.com/',
  'https://bücher.example/ä',
  'mailto:me@example.org',
  'tel:+49301234',
  'ftp://ftp.example.org/a',
  'magnet:?xt=urn',
  '/drivers/',
  '#main',
])('%j can be opened, or nobody can tell', (url) =>
  expectProblems({ 'content/posts/a.md': post(`Read [it](${url}).\n`) }),
);

test('what an import brought is only worth a look', () =>
  expectRemarks(
    { ...importRecord, 'content/posts/a.md': post('[Old](‸http:///docs.docker.com/)\n') },
    'outside-address  No browser can open `http:///docs.docker.com/`. Write `http://docs.docker.com/`.',
  ));
