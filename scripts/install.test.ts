import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

test.each(Object.keys(scripts).filter((name) => scripts[name] !== 'node scripts/install.mjs'))(
  'npm run %s may be the first command on a fresh clone: it installs what is missing',
  (name) => {
    expect(scripts[`pre${name}`]).toBe('node scripts/install.mjs');
  },
);
