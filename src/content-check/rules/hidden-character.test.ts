import { test } from 'vitest';
import { expectProblems, post } from '../../../tests/fixtures/content-tree.ts';

const say = (number: string): string =>
  `hidden-character  Code holds the sign U+${number}, which nobody sees and a shell does not take for a blank. Delete it, or type a blank.`;

test('a sign in code that nobody sees is named, once for each piece of code', () =>
  expectProblems(
    {
      'content/posts/a.md': post(
        'Type `docker‸\u00A0ps`.\n\n```sh\ndocker ps\nrm‸\u200B -r\u00A0x\n```\n\n    ‸\u202Eabc\n\n- ```sh\n  a‸\uFEFF\n  ```\n',
      ),
    },
    say('00A0'),
    say('200B'),
    say('202E'),
    say('FEFF'),
  ));

test('in prose such signs are the writer’s own', () =>
  expectProblems({ 'content/posts/a.md': post('10\u00A0GB, and \u2067עברית\u2069.\n') }));
