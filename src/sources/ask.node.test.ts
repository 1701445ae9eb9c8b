import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { askAll, copiesOf } from './ask.node.ts';
import type { Manners } from './ask.node.ts';
import type { Answer } from './gone-list.ts';

let asked: string[] = [];
let waits: number[] = [];
let limited = 0;
const server = createServer((request, response) => {
  const { method = '', url = '' } = request;
  asked.push(`${method} ${url}`);
  if (url === '/there') return response.end();
  if (url === '/no-head') return response.writeHead(method === 'HEAD' ? 404 : 200).end('here');
  if (url === '/gone') return response.writeHead(410).end();
  if (url === '/moved') return response.writeHead(301, { location: '/there' }).end();
  if (url === '/elsewhere') return response.writeHead(302, { location: '/there' }).end();
  if (url === '/slash') return response.writeHead(301, { location: '/slash/' }).end();
  if (url === '/slash/') return response.end();
  if (url === '/removed') return response.writeHead(301, { location: '/' }).end();
  if (url === '/') return response.end('home');
  if (url === '/circle') return response.writeHead(302, { location: '/circle' }).end();
  if (url === '/refused') return response.writeHead(403).end();
  if (url === '/busy')
    return response.writeHead(429, limited++ < 2 ? { 'retry-after': '7' } : { 'retry-after': '9999' }).end();
  if (url === '/soon') return (limited++ < 1 ? response.writeHead(503, { 'retry-after': '3' }) : response).end();
  if (url.startsWith('/led-on')) return response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
  if (url.startsWith('/hung')) return request.socket.destroy();
  if (url === '/late') return;
  if (url.startsWith('/archive')) {
    const closest = { available: true, url: 'http://web.archive.org/web/2024/https://a.test/' };
    return response.end(JSON.stringify({ archived_snapshots: url.includes('known') ? { closest } : {} }));
  }
  return response.writeHead(404).end();
});
let origin = '';

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const manners: Manners = {
  pace: 2000,
  patience: 300,
  hosts: 2,
  longestWait: 60_000,
  name: 'a test',
  wait: async (milliseconds) => void waits.push(milliseconds),
};

/** What came of asking for paths of the server. */
async function ask(...paths: string[]): Promise<Answer[]> {
  asked = [];
  waits = [];
  limited = 0;
  return [
    ...(
      await askAll(
        paths.map((path) => origin + path),
        manners,
      )
    ).values(),
  ];
}

test.each([
  ['/there', { kind: 'there' }],
  ['/no-head', { kind: 'there' }],
  ['/gone', { kind: 'gone', answer: '410' }],
  ['/never', { kind: 'gone', answer: '404' }],
  ['/elsewhere', { kind: 'there' }],
  ['/slash', { kind: 'there' }],
  ['/removed', { kind: 'gone', answer: 'leads to the home page' }],
  ['/circle', { kind: 'silent', answer: 'leads round in circles' }],
  ['/refused', { kind: 'silent', answer: '403' }],
  ['/hung', { kind: 'silent', answer: expect.any(String), isMute: true }],
  ['/late', { kind: 'silent', answer: 'no answer in time', isMute: true }],
])('%s is %j', async (path, answer) => {
  expect(await ask(path)).toEqual([answer]);
});

test('what has moved for good says where to', async () => {
  expect(await ask('/moved')).toEqual([{ kind: 'moved', to: `${origin}/there` }]);
});

test('a host that is down is no fault of its pages', async () => {
  const answers = await askAll(['http://127.0.0.1:1/'], manners);
  expect([...answers.values()]).toMatchObject([{ kind: 'silent' }]);
});

test('what is no address that can be asked for is left alone', async () => {
  const answers = await askAll(['https://a.test:99999/', `${origin}/there`], manners);
  expect([...answers.values()]).toEqual([{ kind: 'unasked' }, { kind: 'there' }]);
});

test('one host is asked one question after the other, with a pause between them, and only for heads', async () => {
  await ask('/there', '/', '/slash/');
  expect(asked).toEqual(['HEAD /there', 'HEAD /', 'HEAD /slash/']);
  expect(waits).toEqual([2000, 2000]);
});

test('a host that asks us to wait is given the time', async () => {
  expect(await ask('/soon')).toEqual([{ kind: 'there' }]);
  expect(waits).toEqual([3000]);
});

test('a host that wants to be left alone is, with all its addresses', async () => {
  expect(await ask('/busy', '/there', '/gone')).toEqual([
    { kind: 'unasked' },
    { kind: 'unasked' },
    { kind: 'unasked' },
  ]);
  expect(waits).toEqual([7000, 7000]);
  expect(asked).not.toContain('HEAD /there');
});

test('a host that says nothing to three in a row is asked no more, and what it said is said of the others', async () => {
  const answers = await ask('/hung', '/there', '/hung?1', '/hung?2', '/hung?3', '/hung?4', '/hung?5', '/hung?6');
  expect(answers.map(({ kind }) => kind)).toEqual(['silent', 'there', ...Array<string>(6).fill('silent')]);
  expect(new Set(asked.map((line) => line.split(' ')[1]))).toEqual(
    new Set(['/hung', '/there', '/hung?1', '/hung?2', '/hung?3']),
  );
});

test('a host that leads on to others that say nothing is asked on', async () => {
  const answers = await ask('/led-on?1', '/led-on?2', '/led-on?3', '/there');
  expect(answers.map(({ kind }) => kind)).toEqual(['silent', 'silent', 'silent', 'there']);
});

test('a round that is ended keeps what was answered, and leaves the rest for another day', async () => {
  const ending = new AbortController();
  const paths = ['/there', '/late', '/gone'].map((path) => origin + path);
  const wait = async (): Promise<void> => void setTimeout(() => ending.abort(), 50);
  const answers = await askAll(paths, { ...manners, patience: 60_000, wait, signal: ending.signal });
  expect([...answers.values()]).toEqual([{ kind: 'there' }, { kind: 'unasked' }, { kind: 'unasked' }]);
});

test('the Web Archive is asked for copies, and none is no fault', async () => {
  waits = [];
  const copies = await copiesOf(
    ['https://known.test/', 'https://other.test/'],
    '2024-01-01',
    manners,
    `${origin}/archive`,
  );
  expect([...copies]).toEqual([['https://known.test/', 'https://web.archive.org/web/2024/https://a.test/']]);
  expect(waits).toEqual([2000]);
});

test('the Web Archive is asked no more when it did not answer three times', async () => {
  asked = [];
  const addresses = ['a', 'b', 'c', 'd', 'e'].map((name) => `https://${name}.test/`);
  expect([...(await copiesOf(addresses, '2024-01-01', manners, `${origin}/there`))]).toEqual([]);
  expect(asked).toHaveLength(3);
});
