import { Ajv2020 } from 'ajv/dist/2020.js';
import type { AnySchemaObject, ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { site as settings } from '../../src/site.config.ts';
import { BuiltSite } from '../built-site.ts';

/** What stands on top of every published file. */
interface Published {
  $schema: string;
  version: number;
  licence: string;
}

interface Fact {
  value: unknown;
  since?: string;
  note?: string;
  source?: string;
  checked: string;
  confidence: string;
}

interface Driver {
  title: string;
  facts: Record<string, Fact>;
}

type Drivers = Published & { drivers: Record<string, Driver> };

const site = new BuiltSite();

function read(file: string): unknown {
  return JSON.parse(site.text(file));
}

/** The check that the schema at `address` asks for. */
function checkOf(address: string): ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  addFormats(ajv);
  return ajv.compile(read(new URL(address).pathname.slice(1)) as AnySchemaObject);
}

/** What `data` has that the schema which it names does not allow. */
function complaints(data: object & Pick<Published, '$schema'>): string[] {
  const check = checkOf(data.$schema);
  check(data);
  return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

const published = ['drivers', 'facts', 'engines', 'distributions'] as const;
const all = read('data/drivers.json') as Drivers;
const ids = Object.keys(all.drivers);

describe.each(published)('/data/%s.json', (name) => {
  const data = read(`data/${name}.json`) as Published & Record<string, unknown>;

  test('names its schema, its version and its licence', () => {
    expect(data.$schema).toBe(`${settings.origin}/data/schemas/${name}.json`);
    expect(data).toMatchObject({ version: 1, licence: 'CC-BY-4.0' });
    expect((read(`data/schemas/${name}.json`) as { $id: string }).$id).toBe(data.$schema);
  });

  test('fits its schema', () => {
    expect(complaints(data)).toEqual([]);
  });

  test('fits it no more with another version, without its licence or with a key too many', () => {
    const unlicensed: Partial<Published> & Pick<Published, '$schema'> = { ...data };
    delete unlicensed.licence;
    expect(complaints(Object.assign({}, data, { version: 2 }))).toEqual([expect.stringContaining('/version ')]);
    expect(complaints(unlicensed)).toEqual([expect.stringContaining("'licence'")]);
    expect(complaints(Object.assign({}, data, { surprise: true }))).toEqual([expect.stringContaining('additional')]);
  });
});

test.each([
  ['a day that is none', { checked: 'yesterday' }],
  ['a word for its confidence that nobody knows', { confidence: 'sure' }],
  ['a source that is no address', { source: 'the manual' }],
  ['a release that is none', { since: 'early' }],
  ['no value', { value: undefined }],
])('a fact with %s does not fit the schema', (_, wrong) => {
  const data = structuredClone(all);
  const driver = data.drivers[ids[0] ?? ''];
  if (driver === undefined) throw new Error('There is no driver.');
  driver.facts['status'] = { ...driver.facts['status'], ...wrong } as Fact;
  // JSON has no undefined.
  expect(complaints(JSON.parse(JSON.stringify(data)) as Published).join()).toContain('/facts/status');
});

test('every driver has a page and a file of its own, which equals its part of the whole', () => {
  expect(ids.length).toBeGreaterThanOrEqual(29);
  expect(site.files().filter((file) => file.startsWith('data/drivers/'))).toEqual(
    ids.map((id) => `data/drivers/${id}.json`).toSorted(),
  );
  for (const id of ids) {
    const own = read(`data/drivers/${id}.json`) as Drivers;
    expect(own).toEqual({ ...all, drivers: { [id]: all.drivers[id] } });
    expect(complaints(own), id).toEqual([]);
    expect(site.files()).toContain(`drivers/${id}/index.html`);
  }
});

test('ids are made of engine and name, and every fact key has its question', () => {
  const { facts } = read('data/facts.json') as { facts: { key: string }[] };
  const keys = new Set(facts.map(({ key }) => key));
  for (const [id, { facts: own }] of Object.entries(all.drivers)) {
    expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)+$/);
    expect(Object.keys(own).filter((key) => !keys.has(key))).toEqual([]);
  }
});

/** Rows of a CSV text as RFC 4180 has it. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    if (end === '' && plain === '' && quoted === undefined) break;
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

test('CSV is read back cell by cell, with commas, quotes and line breaks', () => {
  expect(parseCsv('a,"b, ""c""\r\nd",\r\n,e,f\r\n')).toEqual([
    ['a', 'b, "c"\r\nd', ''],
    ['', 'e', 'f'],
  ]);
});

test('the CSV has the same facts as the JSON', () => {
  const [head, ...rows] = parseCsv(site.text('data/drivers.csv'));
  expect(head).toEqual(['driver', 'fact', 'value', 'since', 'until', 'note', 'source', 'checked', 'confidence']);
  // A spreadsheet takes no cell for a formula: what begins like one has an apostrophe in front.
  const plain = (text = '') => text.replace(/^'(?=[=+@-])/, '');
  const told = rows.map(([driver, fact, , since, , note, source, checked, confidence]) =>
    [driver, fact, since, plain(note), source, checked, confidence].join(' | '),
  );
  const known = Object.entries(all.drivers).flatMap(([id, { facts }]) =>
    Object.entries(facts).map(([key, { since = '', note = '', source = '', checked, confidence }]) =>
      [id, key, since, note, source, checked, confidence].join(' | '),
    ),
  );
  expect(told.toSorted()).toEqual(known.toSorted());
  const answer = (driver: string, fact: string) => rows.find(([id, key]) => id === driver && key === fact)?.[2];
  expect(answer('docker-devicemapper', 'removed')).toBe('25.0.0');
  expect(answer('docker-overlay2', 'lazy_pull')).toBe('no');
  expect(answer('docker-overlay2', 'max_layers')).toBe('125 layers');
});

test('the guide on the data names every published file and schema that there is', () => {
  const guide = site.text('docs/use-the-data/index.html');
  for (const name of published) expect(guide).toContain(`href="/data/${name}.json"`);
  expect(guide).toContain('href="/data/drivers.csv"');
});
