import { expect, test } from 'vitest';
import { byOrder, sectionsOf } from './order.ts';
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

test('sections follow each other as their first guides, and a guide without section is among the others', () => {
  const guide = (title: string, order: number, section?: string) => ({
    data: guideSchema.parse({ title, description: title, checked: '2026-11-24', order, section }),
  });
  const sections = sectionsOf([guide('D', 9), guide('C', 3, 'Late'), guide('B', 5, 'Early'), guide('A', 1, 'Early')]);
  expect(sections.map(({ name, guides }) => [name, guides.map(({ data }) => data.title)])).toEqual([
    ['Early', ['A', 'B']],
    ['Late', ['C']],
    ['Other', ['D']],
  ]);
});
