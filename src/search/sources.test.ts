import { expect, test } from 'vitest';
import { toPublished } from '../errors/published.ts';
import type { MatchAnswer } from '../errors/published.ts';
import type { Colleague } from './desk.ts';
import type { PagesAnswer } from './page-finder.ts';
import type { Answer } from './read-json.ts';
import { createSources } from './sources.ts';

const known = { id: 'no-space', title: 'No space', means: 'Full.', messages: ['no space left on device'], drivers: [] };
const catalogue = toPublished([known], (id) => `/errors/${id}/`);

/** An answer of a host with this in it. */
function answer(content: unknown, ok = true): Answer {
  const made: Answer = {
    ok,
    status: ok ? 200 : 502,
    url: '/x',
    clone: () => made,
    json: () => Promise.resolve(content),
  };
  return made;
}

/** A browser without workers whose host gives these answers, one after the other, and the last one from then on. */
function browserOf(...answers: Answer[]) {
  const get = () => Promise.resolve(answers.length > 1 ? (answers.shift() as Answer) : (answers[0] as Answer));
  return { get, workers: undefined, hasIndex: () => Promise.resolve(true) };
}

test('errors are found in the page itself where the browser has no workers', async () => {
  const { matches } = createSources(browserOf(answer(catalogue)));
  expect(await matches('write x: no space left on device')).toMatchObject([{ error: 'no-space' }]);
});

test.each([
  ['a host that fails', answer(undefined, false)],
  ['the word of a gateway', answer({ message: 'Log in first' })],
])('%s is no list of errors, and the next text asks for the list again', async (_name, first) => {
  const { matches } = createSources(browserOf(first, answer(catalogue)));
  await expect(matches('no space left on device')).rejects.toThrow(/502|no list/);
  expect(await matches('no space left on device')).toMatchObject([{ error: 'no-space' }]);
});

test('a worker that can make nothing of the list ends the search instead of letting the reader wait', async () => {
  const { matches } = createSources({ ...browserOf(answer(catalogue)), ...office() });
  await expect(matches('no space left on device')).rejects.toThrow('could not be read');
});

test('nobody is asked for pages before the errors were looked for', async () => {
  const { asked, ...workers } = office();
  const { pages } = createSources({ ...browserOf(answer(catalogue)), ...workers });
  await expect(pages('overlay2', {})).rejects.toThrow('no index');
  expect(asked).toEqual(['matcher', 'finder']);
});

test('the index is made ready for a text to come, and not before the errors of one that is there', async () => {
  const prepared = async (text: string) => {
    const { asked, ...workers } = office();
    const { prepare, matches } = createSources({ ...browserOf(answer(catalogue)), ...workers });
    prepare();
    await matches(text).catch(Boolean);
    await new Promise((done) => setTimeout(done));
    return asked.includes('finder');
  };
  expect([await prepared(''), await prepared('overlay2')]).toEqual([true, false]);
});

test('without a network and without the index no page is looked for', async () => {
  const { asked, ...workers } = office();
  const browser = { ...browserOf(answer(catalogue)), ...workers, hasIndex: () => Promise.resolve(false) };
  await expect(createSources(browser).pages('overlay2', {})).rejects.toThrow('There is no network.');
  expect(asked).toEqual(['matcher']);
});

/** Workers that can do nothing of what they are asked, and the order in which they were. */
function office() {
  const asked: string[] = [];
  function worker<Said>(name: string, said: Omit<Said, 'number'>): Colleague<Said> {
    let hear: (event: { data: Said }) => void = () => undefined;
    return {
      postMessage: (question) => {
        asked.push(name);
        queueMicrotask(() => hear({ data: { ...said, number: (question as { number: number }).number } as Said }));
      },
      addEventListener: (type: string, listener: (event: { data: Said }) => void) => {
        if (type === 'message') hear = listener;
      },
    };
  }
  const workers = {
    matcher: () => worker<MatchAnswer>('matcher', { errors: undefined }),
    finder: () => worker<PagesAnswer>('finder', { last: { failure: 'no index' } }),
  };
  return { asked, workers };
}
