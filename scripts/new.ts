/** `npm run new post "Title"`, `npm run new error "Message"`, `npm run new driver docker-next`: a valid file to fill in. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { fail } from './fail.ts';
import { newDriver } from '../src/drivers/new.ts';
import type { FactKey } from '../src/drivers/schema.ts';
import { newError } from '../src/errors/new.ts';
import { newPost } from '../src/posts/new.ts';
import type { NewFile } from '../src/site/new-file.ts';

const usage = `Say what to begin:
  npm run new post "Mind the storage driver"
  npm run new error "no space left on device"
  npm run new driver docker-next`;

const [kind, ...words] = process.argv.slice(2);
const file = await begin(kind, words.join(' ').trim());
if (file === undefined) fail(usage);
try {
  await mkdir(dirname(file.path), { recursive: true }); // who begins anew may have none yet
  await writeFile(file.path, file.text, { flag: 'wx' });
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST') fail(`${file.path} is there already. Open it, or choose another name.`);
  await rm(file.path, { force: true }).catch(() => undefined); // A full disk has room for its name alone.
  fail(`${file.path} can't be written: ${message}.`);
}
console.log(`${file.path} is ready to be filled in. npm run dev shows it as you write.`);

async function begin(kind: string | undefined, name: string): Promise<NewFile | undefined> {
  const today = new Date();
  if (!/[\p{Letter}\p{Number}]/u.test(name)) return undefined;
  if (kind === 'post') return newPost(name, today);
  if (kind === 'error') return newError(name, today);
  if (kind === 'driver') {
    return newDriver(name, parse(await readFile('content/facts.yaml', 'utf8')) as FactKey[], today);
  }
  return undefined;
}
