import { expect, test } from 'vitest';
import { converted, png } from '../../tests/fixtures/old-blog.ts';

test('a picture that is called like one of another kind is shown, and what is none is not', () => {
  const jpeg = Buffer.from('ffd8ffe0', 'hex');
  const files = { 'source/a.png': jpeg, 'source/b.jpg': png, 'source/c.png': 'words', 'source/d.exe': png };
  const { body, report } = converted('![A](/a.png) ![B](/b.jpg) ![C](/c.png) ![D](/d.exe)\n', { files });
  expect(body).toMatch(/^!\[A\]\(\/a\.png\) !\[B\]\(\/b\.jpg\) !\[C\]\(\/picture-elsewhere\.svg\)/);
  expect(report.match(/is no picture/g)).toHaveLength(2);
});
