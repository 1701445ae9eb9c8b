import { expect, test } from 'vitest';
import { byOrder } from './order.ts';
import { guideSchema } from './schema.ts';

test('guides stand by their place, and by title where they share one', () => {
  const guide = (title: string, order?: number) => ({
    data: guideSchema.parse({
      title,
      description: title,
      checked: '2026-11-24',
      ...(order !== undefined && { order }),
    }),
  });
  const titles = byOrder([guide('B'), guide('C', 5), guide('A')]).map(({ data }) => data.title);
  expect(titles).toEqual(['C', 'A', 'B']);
});
