import { createHash } from 'node:crypto';
import { glob, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

/** What was made of texts, in this build and in the last one. */
export interface Kept<Value> {
  /** What `make` makes of `text`, which does not run if it was made before. The value, or what it promises, has to be one of JSON. */
  of: (text: string, make: () => Value) => Value;
  /** Writes down what was asked for since `open`, and nothing else, so that nothing old piles up. */
  close: () => Promise<void>;
}

const keptFolder = '.cache/kept';

/** Parts in which values are kept: after one edit only one of them is written anew. */
const parts = Array.from({ length: 16 }, (_, digit) => digit.toString(16));

/**
 * Opens what was kept under `name` in the project at `root`. All of it is forgotten once any of our code or one of the
 * packages has changed: then the same text may make another value.
 */
export async function openKept<Value>(root: string, name: string): Promise<Kept<Value>> {
  const folder = join(root, keptFolder, name);
  const code = await codeDigest(root);
  const before = new Map<string, Map<string, Value>>();
  for (const part of parts) before.set(part, await readPart<Value>(join(folder, `${part}.json`), code));
  const now = new Map(parts.map((part) => [part, new Map<string, Value>()]));
  const changed = new Set<string>();
  return {
    of: (text, make) => {
      const key = createHash('sha256').update(text).digest('hex');
      const part = key.charAt(0);
      const known = now.get(part)?.get(key) ?? before.get(part)?.get(key);
      const value = known ?? detached(make());
      if (known === undefined) changed.add(part);
      now.get(part)?.set(key, value);
      return value;
    },
    close: async () => {
      await mkdir(folder, { recursive: true });
      for (const [part, values] of now) {
        if (!changed.has(part) && values.size === before.get(part)?.size) continue;
        // One value a line: a whole part as one text could be longer than a text may be.
        const lines: string[] = [];
        for (const [key, value] of values) lines.push(JSON.stringify([key, await value]));
        await writeFile(join(folder, `${part}.json`), [JSON.stringify(code), ...lines].join('\n'));
      }
    },
  };
}

/** Keeps in the project at `root` what builds of the same code kept in `folders`, all of it, in place of what was kept there. */
export async function joinKept(root: string, folders: readonly string[]): Promise<void> {
  const code = await codeDigest(root);
  const joined = new Map<string, Set<string>>();
  for (const folder of folders) {
    for await (const file of glob('*/*.json', { cwd: folder })) {
      const [first = '', ...lines] = (await readFile(join(folder, file), 'utf8')).split('\n');
      if (first !== JSON.stringify(code)) continue; // What older code kept, and nobody has asked for since.
      const all = joined.get(file) ?? new Set();
      joined.set(file, all);
      for (const line of lines) all.add(line);
    }
  }
  for (const [file, lines] of joined) {
    const target = join(root, keptFolder, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, [JSON.stringify(code), ...lines].join('\n'));
  }
}

/**
 * A value as a later build reads it: it holds on to nothing of what it was made of, such as the whole text from which V8
 * merely cuts out a word.
 */
function detached<Value>(value: Value): Value {
  return value instanceof Promise ? (value.then(detached) as Value) : (JSON.parse(JSON.stringify(value)) as Value);
}

/** A part that is missing, broken or of other code is an empty one. */
async function readPart<Value>(file: string, code: string): Promise<Map<string, Value>> {
  try {
    const [first = '', ...lines] = (await readFile(file, 'utf8')).split('\n');
    if (JSON.parse(first) !== code) return new Map();
    return new Map(lines.map((line) => JSON.parse(line) as [string, Value]));
  } catch {
    await rm(file, { force: true });
    return new Map();
  }
}

const digests = new Map<string, Promise<string>>();

function codeDigest(root: string): Promise<string> {
  const digest = digests.get(root) ?? digestCode(root);
  digests.set(root, digest);
  return digest;
}

/** A digest of the whole of `src/`, of the versions of all packages, and of the Node.js that runs. */
async function digestCode(root: string): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  const found = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true }).catch(() => []);
  const files = found.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  for (const file of [...files.toSorted(), join(root, 'package-lock.json')]) {
    hash.update(relative(root, file)).update(await readFile(file).catch(() => ''));
  }
  return hash.digest('base64url');
}
