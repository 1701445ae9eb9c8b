import { expect, test } from 'vitest';
import { converted, png } from '../../tests/fixtures/old-blog.ts';

test('a picture that is called like one of another kind is shown, and what is none is not', () => {
  const jpeg = Buffer.from('ffd8ffe0', 'hex');
  const files = { 'source/a.png': jpeg, 'source/b.jpg': png, 'source/c.png': 'words', 'source/d.exe': png };
  const { body, report } = converted('![A](/a.png) ![B](/b.jpg) ![C](/c.png) ![D](/d.exe)\n', { files });
  expect(body).toMatch(/^!\[A\]\(\/a\.png\) !\[B\]\(\/b\.jpg\) !\[C\]\(\/picture-elsewhere\.svg\)/);
  expect(report.match(/is no picture/g)).toHaveLength(2);
});

test('a pointer of Git LFS is neither shown nor published, and the report says how to get the file', () => {
  const lfs = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
  const { body, report } = converted('![A](/a.png) [B](/b.pdf)\n', {
    files: { 'source/a.png': lfs, 'source/b.pdf': lfs },
  });
  expect(body).toBe('![A](/picture-elsewhere.svg) [B](http://old.example/b.pdf)\n');
  expect(report.match(/^! .* is only a pointer of Git LFS: run `git lfs pull`/gm)).toHaveLength(2);
});
