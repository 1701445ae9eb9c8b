import { describe, expect, test } from 'vitest';
import { topsOf } from './answer-chains.ts';

/** The tops of remarks, each given with its parent. */
function tops(parents: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(topsOf(Object.keys(parents), (id) => (parents[id] === '' ? undefined : parents[id])));
}

describe('the top of a chain of answers', () => {
  test('is the remark itself if it answers none', () => {
    expect(tops({ a: '', b: '' })).toEqual({ a: 'a', b: 'b' });
  });

  test('is the same for an answer and for an answer to it, in any order', () => {
    expect(tops({ c: 'b', b: 'a', a: '', d: 'b' })).toEqual({ a: 'a', b: 'a', c: 'a', d: 'a' });
  });

  test('of a circle is one of its remarks, so that none of them is lost', () => {
    expect(tops({ tail: 'a', a: 'b', b: 'a', own: 'own' })).toEqual({ tail: 'a', a: 'a', b: 'a', own: 'own' });
  });

  test('is found with one question for each remark, however long the chains are', () => {
    let asked = 0;
    const last = 9_999;
    const all = topsOf([...Array(last + 1).keys()].toReversed(), (number) => {
      asked += 1;
      return number === 0 ? undefined : number - 1;
    });
    expect([all.get(last), all.get(1), asked]).toEqual([0, 0, last + 1]);
  });
});
