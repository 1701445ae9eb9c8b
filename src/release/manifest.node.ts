import { createHash } from 'node:crypto';
import { chmod, open, readFile, readdir, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** What a release is made of, and all its files: enough to make it again and to tell whether a copy is whole. */
export interface Manifest {
  /** The commit it was built from; undefined if there is no history. */
  commit?: string | undefined;
  /** Whether files differed from that commit. Then nobody can make it again. */
  changed: boolean;
  /** What the build took for now, in seconds since 1970: `SOURCE_DATE_EPOCH` for the next build of the same bytes. */
  sourceDateEpoch: number;
  node: string;
  /** System and processor, as in `linux-x64`: some packages are programs for one of them. */
  platform: string;
  /** SHA-256 of `package-lock.json`, which names each package with its hash. */
  lockfile: string;
  /** Versions of the packages that the project names, by name. */
  packages: Record<string, string>;
  /** Versions of what compressed the files. */
  compressors: Record<string, string>;
  /** All files of the site, sorted by path. */
  files: ManifestFile[];
}

/** One file of a site. */
export interface ManifestFile {
  /** From the folder of the site, with `/`. */
  path: string;
  bytes: number;
  sha256: string;
  /** Whether it belongs to the release before, for pages of it that readers still have open. */
  carried?: true;
}

const manifestFile = 'manifest.json';

/** What compresses here, by version. */
export function compressorsOf({ brotli, zlib, zstd }: Record<string, string | undefined>): Record<string, string> {
  return { brotli: brotli ?? '', zlib: zlib ?? '', zstd: zstd ?? '' };
}

/** SHA-256 in hexadecimal digits. */
export function hashOf(bytes: Buffer | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Paths of all files below `folder`, from there and with `/`, sorted. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted();
}

/**
 * The files of `site` with their hashes, and a mark for those that are among the `carried`. Each is written through to the
 * disk first, so that a loss of power after the switch loses none of them. Everybody may read them, whatever the mask of the
 * person who builds: a web server runs as another user.
 */
export async function sealedFiles(site: string, carried: ReadonlySet<string> = new Set()): Promise<ManifestFile[]> {
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await chmod(site, 0o755);
  const files: ManifestFile[] = [];
  for (const path of await filesBelow(site)) {
    const file = await open(join(site, path), 'r+');
    try {
      await file.chmod(0o644);
      await file.sync();
      const bytes = await file.readFile();
      const mark = carried.has(path) ? { carried: true as const } : {};
      files.push({ path, bytes: bytes.length, sha256: hashOf(bytes), ...mark });
    } finally {
      await file.close();
    }
  }
  return files;
}

/** Writes the manifest of the release in `folder`. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, manifestFile), `${JSON.stringify(manifest, undefined, 1)}\n`, { flush: true });
}

/** The manifest of the release in `folder`; undefined if it has none that can be read. */
export async function readManifest(folder: string): Promise<Manifest | undefined> {
  try {
    return JSON.parse(await readFile(join(folder, manifestFile), 'utf8')) as Manifest;
  } catch {
    return undefined; // Whoever asks says what that means.
  }
}

/** What differs between the site in `site` and the `files` of its manifest, one line a file. */
export async function differences(site: string, files: readonly ManifestFile[]): Promise<string[]> {
  const listed = new Set(files.map(({ path }) => path));
  const found = (await filesBelow(site)).filter((path) => !listed.has(path)).map((path) => `${path} is not its own.`);
  for (const { path, sha256 } of files) {
    const bytes = await readFile(join(site, path)).catch(() => undefined);
    if (bytes === undefined) found.push(`${path} is missing.`);
    else if (hashOf(bytes) !== sha256) found.push(`${path} has other bytes.`);
  }
  return found;
}
