import { test } from 'vitest';
import { expectRemarks, expectWarnings, importRecord, post } from '../../../tests/fixtures/content-tree.ts';

const words = (language: string) =>
  `console-prompt  The \`${language}\` block has no prompt, so readers can't copy what to type. Write \`$ \` before each command, or \`# \` if it is for root. If all of it is output, write \`text\` for the language.`;

test('a block of a terminal in which nothing was typed is named after its fence, in a list too', () =>
  expectRemarks(
    {
      'content/posts/a.md': post(
        '```‸console title="host"\ndocker info\n```\n\n- a\n\n  ~~~ ‸shellsession\n  b\n  ~~~\n',
      ),
    },
    words('console'),
    words('shellsession'),
  ));

test.each(['$ df', '# df', 'me@host:~$ df', '[root@host ~]# df', 'PS> docker info', 'output\n$ df'])(
  '%j shows a prompt',
  (code) => expectRemarks({ 'content/posts/a.md': post(`\`\`\`console\n${code}\n\`\`\`\n`) }),
);

test('other languages and code in a line of text need no prompt', () =>
  expectRemarks({ 'content/posts/a.md': post('`df{:console}`\n\n```sh\ndf\n```\n\n```\ndf\n```\n') }));

test('a script that begins with a prompt is named, and one that begins with a comment or writes a prompt is not', () =>
  expectRemarks(
    {
      'content/posts/a.md': post(
        '```‸bash\n# Look\n\n$ df\n```\n\n```‸powershell\nPS> dir\n```\n\n```sh\n# df\ncat <<EOF\n$ df\nEOF\n```\n',
      ),
    },
    'console-prompt  The `bash` block begins with a prompt, which readers would copy. Write `console` for the language.',
    'console-prompt  The `powershell` block begins with a prompt, which readers would copy. Write `console` for the language.',
  ));

test('an imported article only gets a warning', () =>
  expectWarnings(
    { ...importRecord, 'content/posts/a.md': post('```‸console\ndf\n```\n') },
    '2026-11-25',
    words('console'),
  ));
