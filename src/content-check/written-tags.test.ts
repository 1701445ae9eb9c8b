import { expect, test } from 'vitest';
import { unreadTags } from './written-tags.ts';

const told = (...html: string[]) => unreadTags(html.map((piece, at) => ({ html: piece, offset: at * 100 })));

test('an element is closed by its own end, also in a later piece, and what a script or comment holds is no tag', () => {
  expect(told('<div><b>', '</b></div>', '<script>"<nothing>"</script><!-- <b> -->', '<P>A<LI>B<br/>')).toEqual([]);
  expect(told('<div><div>', '</div>')).toEqual([{ kind: 'open tag', offset: 0 }]);
});

test('time grows with the length only, whatever is never closed', () => {
  const start = performance.now();
  told(
    '<a "'.repeat(10_000),
    '<!-'.repeat(10_000),
    '<script '.repeat(4_000),
    '<b>'.repeat(40_000),
    '</i>'.repeat(40_000),
  );
  expect(performance.now() - start).toBeLessThan(5_000);
});
