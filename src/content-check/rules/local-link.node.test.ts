import { test } from 'vitest';
import { expectProblems, expectRemarks, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const hint = 'Put it into backticks if it is to be typed, or write the address that readers have.';

test('links to the machine of whoever wrote them are named, however they are written', () =>
  expectProblems(
    {
      'content/posts/a.md': post(
        'Open [the page](‸http://localhost:8080/metrics), ‸http://127.0.0.1/ or <a href="‸https://[::1]:9100/">that</a>.\n\n[Its box][box] is there.\n\n[box]: ‸http://app.localhost/\n',
      ),
    },
    `local-link  \`http://localhost:8080/metrics\` leads to the reader's own machine. ${hint}`,
    `local-link  \`http://127.0.0.1/\` leads to the reader's own machine. ${hint}`,
    `local-link  \`https://[::1]:9100/\` leads to the reader's own machine. ${hint}`,
    `local-link  \`http://app.localhost/\` leads to the reader's own machine. ${hint}`,
  ));

test('files of that machine are named, with and without a scheme', () =>
  expectProblems(
    { 'content/posts/a.md': post('[One](‸file:///etc/docker/daemon.json), <a href="‸C:\\data\\a.txt">two</a>.\n') },
    `local-link  \`file:///etc/docker/daemon.json\` leads to the reader's own machine. ${hint}`,
    `local-link  \`C:\\data\\a.txt\` leads to the reader's own machine. ${hint}`,
  ));

test('of what was copied from the address bar, the page that readers have is told', () =>
  expectProblems(
    { 'content/posts/a.md': post('[Find it](‸http://localhost:4321/docs/find/#ask-it).\n') },
    "local-link  `http://localhost:4321/docs/find/#ask-it` leads to the reader's own machine. Write `/docs/find/#ask-it`.",
  ));

test('addresses in code, and other hosts with such a word in them, are none', () =>
  expectProblems({
    'content/posts/a.md': post(
      'Ask `http://localhost:8080/`, [them](https://localhost.example/) or [us](/drivers/).\n\n```sh\ncurl http://localhost/\n```\n',
    ),
  }));

test('what an import brought is only worth a look', () =>
  expectRemarks(
    { ...importRecord, 'content/posts/a.md': post('[Old](‸http://localhost:4000/)\n') },
    `local-link  \`http://localhost:4000/\` leads to the reader's own machine. ${hint}`,
  ));
