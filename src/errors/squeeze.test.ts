import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { squeeze } from './squeeze.ts';

test.each([
  ['other case', 'No SPACE Left', 'nospaceleft'],
  ['nothing but signs', ' \n"[]=|', ''],
  ['carriage returns and tabs', 'no\tspace\r\nleft\r', 'nospaceleft'],
  ['smart quotes', 'driver “aufs” failed, can’t', 'driveraufsfailedcant'],
  ['a wrap in the middle of a word', 'no space le\nft on dev\r\n  ice', 'nospaceleftondevice'],
  ['a quoted answer in a chat', '> no space\n> left', 'nospaceleft'],
  [
    'a line that CI and loggers begin with the time',
    '2026-11-25T19:00:01.123Z 01O no\n[2026-11-25T19:00:01Z] space\n19:00:01 left',
    'nospaceleft',
  ],
  ['a time inside a line', 'at 19:00:01', 'at190001'],
  ['colours', '\u001B[31mno \u001B[1;4;38;5;208mspace\u001B[0m left', 'nospaceleft'],
  ['orders to clear the line or move', '\u001B[2K\u001B[1A\u001B[?25lno space', 'nospace'],
  ['a colour in the middle of a word', 'no spa\u001B[0mce', 'nospace'],
  ['colours that a logger escaped', String.raw`\u001b[31mno\x1b[0m \033[1mspace\e[0m`, 'nospace'],
  ['colours as cat -v and rsyslog spell them', '^[[31mno^[[0m #033[1mspace#033[0m', 'nospace'],
  ['colours that lost their escape character', '[0m[31;1mno space[0m', 'nospace'],
  ['a link for the terminal', '\u001B]8;;https://example.org/x\u0007no space\u001B]8;;\u0007', 'nospace'],
  ['an order without an end', 'no space\u001B[31', 'nospace'],
  ['an order that ends the text', 'no space\u001B[', 'nospace'],
  ['a number in brackets', 'INFO[0718] [12] dockerd[736]: [5m]', 'info071812dockerd7365m'],
  [String.raw`\n and \t inside a message`, String.raw`msg="no\nspace\r\n\tleft"`, 'msgnospaceleft'],
  ['two escaped line breaks at the beginning of a message', String.raw`msg="\n\n\tno space"`, 'msgnospace'],
  ['escapes that were escaped again', String.raw`{\"msg\":\"no\\nspace\"}`, 'msgnospace'],
  ['escaped quotes', String.raw`msg="driver \"aufs\" isn\'t"`, 'msgdriveraufsisnt'],
  ['unicode escapes', String.raw`a \u003e b \u0026 \u001B c`, 'abc'],
  ['letters among unicode escapes', String.raw`Ger\u00e4t \u00c9cran \u004eo \u8bbe`, 'geratecranno'],
  ['escaped slashes', String.raw`\/var\/lib\/docker`, 'varlibdocker'],
  ['line breaks and tabs as rsyslog spells them', 'no space#012#011left, #0123 #12 x', 'nospaceleft012312x'],
  [
    'what the logs of pods say of each line',
    '2026-11-25T19:00:01.1Z stderr P no spa\n2026-11-25T19:00:01.2Z stdout F ce left',
    'nospaceleft',
  ],
  ['what only begins like a unicode escape', String.raw`a \u00zz`, 'au00zz'],
  ['names of systemd units', String.raw`overlay2-ab\x2dinit.mount`, 'overlay2abinitmount'],
  ['a path of Windows', String.raw`open C:\new\test\run: denied`, 'opencnewtestrundenied'],
  ['a quoted path of Windows', String.raw`path="C:\temp\u003\x2d" x`, 'pathctempu003x2dx'],
  ['a path of Windows in JSON', String.raw`{"path":"C:\\new\\test"}`, 'pathcnewtest'],
  ['a long path of Windows', String.raw`\\?\C:\new\test`, 'cnewtest'],
  ['a line break behind a path of Windows', String.raw`open C:\new: denied\nnext`, 'opencnewdeniednext'],
  ['a path of Windows behind a line break', String.raw`failed:\nC:\new`, 'failedcnew'],
  ['a line break far behind a backslash', `${String.raw`x\n`.repeat(100)}\\nno space`, `${'x'.repeat(100)}nospace`],
  ['letters with marks', 'né Ärger ñ', 'neargern'],
  ['letters of other alphabets', '空間 no \u017Fpace \u212A', 'nopace'],
  [
    'quotes and brackets as HTML spells them',
    '&quot;no&quot; &#39;space&#x27; &lt;left&gt; &amp;&nbsp;',
    'nospaceleft',
  ],
  ['the same in a page that shows HTML', '&amp;quot;no&amp;quot; &amp;amp;#39;space&amp;lt; left', 'nospaceleft'],
  [
    'questions of a diagnosis that found no failure',
    '[PASS] DD0028: is the disk full?\n [WARN] DD0029: is it corrupt? exit status 1\r\n[FAIL] DD0017: no space\n[PASS] left',
    'faildd0017nospacepassleft',
  ],
  ['signs as addresses spell them', 'error:%20write%20%2Ftmp%3A%22disk%20full%22%60%5C', 'errorwritetmpdiskfull'],
  ['a share of something', '20%30 of 100%', '2030of100'],
  ['what only begins like them', '&no; &quote; a&b', 'noquoteab'],
  [
    'a zero byte that Go spells, which is the point of its message, also escaped again',
    String.raw`invalid character '\x00', "invalid character '\\x00' looking"`,
    'invalidcharacterx00invalidcharacterx00looking',
  ],
  ['characters of no width, and blanks that do not break', 'no\u200B sp\u200Dace\u00A0left\uFEFF', 'nospaceleft'],
  ['lone surrogates', 'no\uD800 sp\uDC00ace\uD83D', 'nospace'],
])('%s', (_name, text, expected) => {
  expect(squeeze(text).text).toBe(expected);
});

test('a backslash at the end is no escape', () => {
  expect(squeeze('no space\\').text).toBe('nospace');
});

test('what is translated stands there in English, and leads back to its beginning and end', () => {
  const text = 'rm „x“: 设备或资源忙, y';
  const start = text.indexOf('设');
  const { text: letters, places } = squeeze(text, [{ start, end: start + 6, english: 'Device busy' }]);
  expect(letters).toBe('rmxdevicebusyy');
  const at = letters.indexOf('devicebusy');
  expect([places[at], places[at + 9]]).toEqual([start, start + 5]);
  expect(places).toHaveLength(letters.length);
});

test('what is translated inside of an escape is left out', () => {
  expect(squeeze(String.raw`a\new`, [{ start: 2, end: 5, english: 'file exists' }]).text).toBe('aew');
});

describe('places', () => {
  test.each([
    ['colours', '\u001B[31mNo\u001B[0m Space'],
    ['escapes', String.raw`msg="no\nspace \"left\" \u003c x"`],
    ['characters of two units', '😀 no 😀 space'],
    ['lone surrogates', '\uD800no\uDC00space'],
  ])('lead back to each letter behind %s', (_name, text) => {
    const { text: letters, places } = squeeze(text);
    const plain = (place: number) => text.charAt(place).normalize('NFD').toLowerCase().charAt(0);
    expect(Array.from(places, plain).join('')).toBe(letters);
  });

  test('say where a word stood', () => {
    const text = '\u001B[31m“No” \u001B[0mspa\r\nce';
    const { text: letters, places } = squeeze(text);
    const start = letters.indexOf('space');
    expect(text.slice(places[start], (places[start + 4] ?? 0) + 1)).toBe('spa\r\nce');
  });

  test('rise, and lead back to each letter, in any text', () => {
    const piece = fc.constantFrom(
      '\u001B[',
      '\u001B]',
      '[3m',
      '\\',
      'n',
      'u003e',
      'C:\\',
      ' ',
      '"',
      '\uD800',
      'A',
      '0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
        const text = pieces.join('');
        const { text: letters, places } = squeeze(text);
        expect(places).toHaveLength(letters.length);
        const plain = (place: number) => text.charAt(place).normalize('NFD').toLowerCase().charAt(0);
        expect(Array.from(places, plain).join('')).toBe(letters);
        expect(Array.from(places)).toEqual(Array.from(places).toSorted((a, b) => a - b));
        expect(letters).toMatch(/^[a-z\d]*$/);
      }),
    );
  });
});
