import { expect, test } from 'vitest';
import { Desk } from './desk.ts';

interface Answer {
  number: number;
  said: string;
}

/** A desk, with the workers that it began, by what they were asked and what was listened for. */
function office() {
  const heard: unknown[] = [];
  const workers: Record<string, (event: { data: Answer }) => void>[] = [];
  const desk = new Desk<{ text: string }, Answer>(() => {
    const ears: (typeof workers)[number] = {};
    workers.push(ears);
    return {
      postMessage: (question) => void heard.push(question),
      addEventListener: (type: string, hear: (event: { data: Answer }) => void) => void (ears[type] = hear),
    };
  });
  const say = (number: number, said: string) => workers.at(-1)?.['message']?.({ data: { number, said } });
  const die = () => workers.at(-1)?.['error']?.({ data: { number: 0, said: '' } });
  return { desk, workers, heard, say, die };
}

test('a worker that was prepared is the one that is asked', async () => {
  const { desk, workers, heard, say } = office();
  desk.prepare();
  desk.prepare();
  expect([workers.length, heard.length]).toEqual([1, 0]);
  const asked = desk.ask({ text: 'a' });
  say(1, 'of a');
  expect([await asked, workers.length]).toEqual([{ number: 1, said: 'of a' }, 1]);
});

test('answers reach who asked, in whatever order they come, from one worker', async () => {
  const { desk, workers, heard, say } = office();
  const [first, second] = [desk.ask({ text: 'a' }), desk.ask({ text: 'b' })];
  say(2, 'of b');
  say(1, 'of a');
  expect([(await first)?.said, (await second)?.said]).toEqual(['of a', 'of b']);
  expect(heard).toEqual([
    { number: 1, text: 'a' },
    { number: 2, text: 'b' },
  ]);
  expect(workers).toHaveLength(1);
});

test('an answer that is not the last is heard, and the next one awaited', async () => {
  const { desk, say } = office();
  const heard: string[] = [];
  const asked = desk.ask({ text: 'a' }, ({ said }) => heard.push(said) > 1);
  say(1, 'the best');
  say(1, 'all');
  say(1, 'too late');
  expect((await asked)?.said).toBe('all');
  expect(heard).toEqual(['the best', 'all']);
});

test('a worker that dies leaves nobody waiting, and the next question begins another', async () => {
  const { desk, workers, say, die } = office();
  const asked = [desk.ask({ text: 'a' }), desk.ask({ text: 'b' })];
  die();
  expect(await Promise.all(asked)).toEqual([undefined, undefined]);
  const again = desk.ask({ text: 'c' });
  say(3, 'of c');
  expect((await again)?.said).toBe('of c');
  expect(workers).toHaveLength(2);
});
