/** One `name: value` of an output, and where it stands. */
export interface Field {
  /** As printed, without quotes; empty for an item of a list. */
  name: string;
  value: string;
  /** The names above it in plain form, each with a slash behind: `store/graphstatus/`. Items of lists count as `#0`. */
  within: string;
  /** Line of the paste, from 1. */
  line: number;
}

/** What was read from a paste. */
export interface Fields {
  /**
   * The first field called by one of `names`, the first name first, below `within` if that is given, and with a value
   * that fits: any at all unless `fits` says more.
   */
  find(names: readonly string[], within?: string, fits?: (value: string) => boolean): Field | undefined;
  /** All fields below `within`, in the order of the paste. */
  below(within: string): Field[];
  /** The same paste as if its fields ended above `line`. */
  above(line: number): Fields;
  /** The lines without colours, quotes of mail and chat, and spaces at their ends. */
  lines: readonly string[];
}

/** So much of the text is read, around what tells of an output: the largest have a tenth of it. */
const maxChars = 200_000;
/** Of the words in `may-be-info.ts` those that stand near the driver; to share them would cost a search one more file. */
const telling = /storage.?driver|driver.?status|graph.?driver|snapshotter/i;
const lineEnd = /\r\n?|\n/;

/** Deeper than any engine nests; the rest of a hostile paste is taken as if it stood here. */
const maxDepth = 24;

/**
 * Reads `name: value` lines by their indentation, as Docker, Podman and YAML print them, and JSON, whether whole, cut off
 * at either end or with a prompt before it. Takes time linear in the text, and never throws.
 */
export function readFields(text: string): Fields {
  const from = Math.max(0, text.length > maxChars ? text.search(telling) - maxChars / 2 : 0);
  const skipped = text.slice(0, from).split(lineEnd).length - 1;
  const read = text
    .slice(from, from + maxChars)
    .split(lineEnd)
    .map(cleanLine);
  const lines = [...Array<string>(skipped).fill(''), ...read];
  return toFields(lines, [...fieldsOfJson(lines), ...fieldsOfLines(parted(lines))]);
}

function toFields(lines: readonly string[], all: readonly Field[]): Fields {
  const byName = new Map<string, Field[]>();
  for (const field of all) {
    // What daemon.json asks for; what runs is called otherwise.
    if (field.name === 'storage-driver') continue;
    const plain = plainName(field.name);
    const list = byName.get(plain);
    if (list === undefined) byName.set(plain, [field]);
    else list.push(field);
  }
  return {
    lines,
    find(names, within = '', fits = (value) => value !== '') {
      for (const name of names) {
        const found = byName
          .get(plainName(name))
          ?.find((field) => fits(field.value) && `/${field.within}`.includes(`/${within}`));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    below: (within) => all.filter((field) => `/${field.within}`.includes(`/${within}`)),
    above: (line) =>
      toFields(
        lines,
        all.filter((field) => field.line < line),
      ),
  };
}

/** `Backing Filesystem`, `BackingFilesystem` and `backing_filesystem` are one name. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

// The codes by which terminals colour text, and characters that take no room: both come along when people copy.
// eslint-disable-next-line no-control-regex -- ESC is what is looked for.
const invisible = /\u001b\[[0-9;]*[A-Za-z]|[\u200b-\u200d\u2060\ufeff]/g;

/** What a service that runs jobs puts before each line of its logs, and the names of job and step that its client adds. */
const logged = /^(?:[^\t]*\t[^\t]*\t)? *\d{4}-\d\d-\d\dT[\d:.]+Z ?/;

/** `[step] `, as scripts mark what they run. */
const marked = /^ *\[[^[\]"]{1,40}\] (?=.)/;

/** An answer is often noted below its command as a comment. */
const commented = /^ *# (?= *(?:[A-Z{}"[\]]|[a-z]\w*:))/;

function cleanLine(line: string): string {
  return line
    .slice(0, maxChars)
    .replace(invisible, '')
    .replace(logged, '')
    .replace(/[\t\u00a0\u2007\u202f]/g, ' ')
    .replace(/^ {0,3}(?:> ?)+(?=[^>]|$)/, '')
    .replace(marked, '')
    .replace(commented, '')
    .replaceAll(String.raw`\_`, '_')
    .trimEnd();
}

/** What Docker's lines begin with, as patterns, as far as they are read here or end what is. */
const lineNames = [
  'Server|Containers|Running|Stopped|Images|(?:Server|Kernel|Library|Build) Version|(?:Storage|Logging|Execution) Driver',
  'driver-type|Backing Filesystem|Supports d_type|Using metacopy|Native Overlay Diff|userxattr|Root Dir|Dirs',
  'Dirperm1 Supported|Pool Name|Pool Blocksize|Base Device Size|Udev Sync Supported|Thin Pool Minimum Free Space',
  '(?:Data|Metadata) (?:file|loop file|Space Used|Space Total|Space Available)|Deferred Removal Enabled|Zpool',
  'Zpool Health|Parent Dataset|Space Used By Parent|Space Available|Parent Quota|Compression|Plugins|Log|Storage|Swarm',
  'Security Options|Operating System|OSVersion|OSType|Architecture|CPUs|Total Memory|Name|ID|Docker Root Dir',
  'Debug Mode|Debug Mode \\(server\\)|Labels|Insecure Registries|Live Restore Enabled|WARNING',
];
const lineBegin = new RegExp(` (${lineNames.join('|')}):(?= )`, 'g');

/** So many of them make an output; in a sentence people name two or three. */
const fewestLines = 6;

/** Some chats join all lines of an output: they are parted where they began. Those of plugins stay below these. */
function parted(lines: readonly string[]): readonly string[] {
  const [line = '', ...more] = lines.filter((one) => one !== '');
  if (more.length > 0) return lines;
  const parts = line
    .replace(lineBegin, '\n$1:')
    .replace(/\n(?=(?:Log|Storage):)/g, '\n ')
    .split('\n');
  return parts.length < fewestLines ? lines : parts;
}

function fieldsOfLines(lines: readonly string[]): Field[] {
  const found: Field[] = [];
  const above: { indent: number; name: string }[] = [];
  const items = new Map<string, number>();
  const path = () => above.map(({ name }) => `${name}/`).join('');
  const leave = (indent: number) => {
    while (above.length > 0 && (above.at(-1)?.indent ?? 0) >= indent) above.pop();
  };
  lines.forEach((printed, at) => {
    const whole = unwrap(printed);
    let text = whole.trimStart();
    let indent = whole.length - text.length;
    const line = at + 1;
    const item = /^- +(?=\S)/.exec(text);
    if (item !== null) {
      // YAML may write the items of a list as far to the left as its name.
      while ((above.at(-1)?.indent ?? -1) > indent || isItem(above.at(-1), indent)) above.pop();
      const place = items.get(path()) ?? 0;
      items.set(path(), place + 1);
      if (above.length < maxDepth) above.push({ indent: indent + 0.5, name: `#${place}` });
      text = text.slice(item[0].length);
      indent += item[0].length;
    } else if (text !== '') leave(indent);
    const [, name, rest] = /^([A-Za-z][^:]{0,79}?) *:(?: +(.*))?$/.exec(text) ?? [];
    if (name !== undefined) {
      found.push({ name, value: unquote((rest ?? '').replace(remark, '')), within: path(), line });
      if (above.length < maxDepth) above.push({ indent, name: plainName(name) });
    } else if (item !== null) found.push({ name: '', value: unquote(text), within: path(), line });
    else
      found.push(
        ...pairsOfTemplate(text, line),
        ...pairsOfAnswer(text, lines[at - 1] ?? '', line),
        ...pairsOfMap(text, line),
      );
    found.push(...pairsOfStruct(whole, line));
  });
  return found;
}

/** Ansible prints each line in quotes and with a comma; people set the line in bold that they mean. */
function unwrap(line: string): string {
  const [, quoted = ''] = /^ *"([^"]+)",?$/.exec(line) ?? [];
  return quoted.includes(':') ? quoted : line.replace(/^( *)\*\*|\*\*$/g, '$1');
}

/** What people write behind a value when they explain an output. */
const remark = / (?:#|←) ?[^ ].*$| {2}(?:<|\/\/).*$/;

function isItem(above: { indent: number; name: string } | undefined, indent: number): boolean {
  return above !== undefined && above.name.startsWith('#') && above.indent === indent + 0.5;
}

function unquote(text: string): string {
  return text.replace(/^["']|["'],?$/g, '').trim();
}

/** `overlay2 [[Backing Filesystem extfs] [Supports d_type true]]`, as Go prints the driver and its status. */
function pairsOfTemplate(text: string, line: number): Field[] {
  const [, driver] = /^([a-z][\w-]{0,40}) \[\[(?=\S)/.exec(text) ?? [];
  if (driver === undefined) return [];
  return [{ name: 'Storage Driver', value: driver, within: '', line }, ...pairsOfStatus(text, line)];
}

/** `overlay2`, `"overlay2"` or `overlay2 /var/lib/docker` below a command that asks for the driver, and its folder. */
function pairsOfAnswer(text: string, above: string, line: number): Field[] {
  if (!/\binfo\b[^{]*\{\{ *(?:json +)?\.Driver *\}\}/.test(above)) return [];
  const [, driver, folder] = /^"?([a-z][\w-]{0,40})"?(?: (\/\S*))?$/.exec(text) ?? [];
  if (driver === undefined) return [];
  const root = { name: 'Docker Root Dir', value: folder ?? '', within: '', line };
  return [{ ...root, name: 'Storage Driver', value: driver }, root];
}

/** The pairs of `[[Backing Filesystem extfs] [Supports d_type true]]`. */
function pairsOfStatus(text: string, line: number): Field[] {
  const end = text.indexOf(']]');
  const status = text.slice(text.indexOf('[[') + 2, end < 0 ? undefined : end);
  return status.split('] [').flatMap((pair) => {
    const cut = pair.lastIndexOf(' ');
    return cut < 0 ? [] : [{ name: pair.slice(0, cut), value: pair.slice(cut + 1), within: 'driverstatus/', line }];
  });
}

/**
 * `{ID:… Driver:overlay2 DriverStatus:[[Backing Filesystem extfs]] … OperatingSystem:Ubuntu 21.04 OSType:linux}`, as
 * minikube logs what Docker answered, and as RKE does, with texts in quotes.
 */
function pairsOfStruct(text: string, line: number): Field[] {
  const at = text.indexOf(' DriverStatus:[');
  if (at < 0) return [];
  const names =
    'Driver|ServerVersion|KernelVersion|OperatingSystem|OSType|DockerRootDir|Containers|ContainersStopped|Images';
  const values = text.matchAll(new RegExp(`[ {](${names}):(?:"([^"]*)"|(.{0,80}?))(?=,? [A-Z]\\w*:|[}\\]]|$)`, 'g'));
  const status = text.slice(at);
  const quoted = status.matchAll(/\[2\]string\{"([^"]*)", "([^"]*)"\}/g);
  return [
    ...[...values].map(([, name = '', word, plain]) => ({
      name: name === 'Driver' ? 'Storage Driver' : name,
      value: word ?? plain ?? '',
      within: '',
      line,
    })),
    ...(status.startsWith(' DriverStatus:[[') ? pairsOfStatus(status, line) : []),
    ...[...quoted].map(([, name = '', value = '']) => ({ name, value, within: 'driverstatus/', line })),
  ];
}

/** `map[GraphDriverName:btrfs GraphStatus:map[Library Version:102]]`, as Go prints the store of Podman and Buildah. */
function pairsOfMap(text: string, line: number): Field[] {
  if (!text.includes('map[')) return [];
  const pairs = text.matchAll(/[[ ]([A-Z]\w{0,30}(?: \w{1,30}){0,2}):([^\s[\]:]+)(?=[\s\]])/g);
  return [...pairs].map(([, name = '', value = '']) => ({ name, value, within: '', line }));
}

interface Open {
  /** The name that the object or list stands for. */
  name: string;
  isList: boolean;
  /** Items so far, and those of them that are plain values. */
  count: number;
  values: string[];
}

/**
 * JSON needs no valid end and no valid start, and may stand behind words or a prompt: what is there is read. A list of
 * two texts is a name with its value.
 */
function fieldsOfJson(lines: readonly string[]): Field[] {
  const begins = lines.findIndex((line) => /^\s*(?:[[{]\s*(?:$|["[{])|"[^"]*"\s*:)/.test(line));
  const first = begins < 0 ? lines.findIndex((line) => line.includes('{"')) : begins;
  if (first < 0) return [];
  const found: Field[] = [];
  const open: Open[] = [];
  let key: string | undefined;
  const path = () => open.map(({ name }) => (name === '' ? '' : `${name}/`)).join('');
  const name = (): string => {
    const list = open.at(-1);
    const own = key === undefined ? (list?.isList === true ? `#${list.count}` : '') : plainName(key);
    if (list?.isList === true) list.count++;
    key = undefined;
    return own;
  };
  for (const [at, printed] of lines.slice(first).entries()) {
    const line = first + at + 1;
    const text = at === 0 && begins < 0 ? printed.slice(printed.indexOf('{"')) : printed;
    const token = /"((?:[^"\\]|\\.)*)"?|[[{]|[\]}]|:|[^\s"[\]{}:,]+/g;
    for (let match = token.exec(text); match !== null; match = token.exec(text)) {
      const [whole, quoted] = match;
      if (whole === '{' || whole === '[') {
        const own = name();
        if (open.length < maxDepth) open.push({ name: own, isList: whole === '[', count: 0, values: [] });
      } else if (whole === '}' || whole === ']') {
        const closed = open.pop();
        const [pairName, pairValue, ...more] = closed?.values ?? [];
        if (closed?.isList === true && pairValue !== undefined && more.length === 0 && closed.name.startsWith('#'))
          found.push({ name: pairName ?? '', value: pairValue, within: path(), line });
        key = undefined;
      } else if (whole !== ':') {
        const value = quoted === undefined ? whole : unescapeJson(quoted);
        if (key === undefined && quoted !== undefined && /^\s*:/.test(text.slice(token.lastIndex, token.lastIndex + 9)))
          key = value;
        else {
          found.push({ name: key ?? '', value, within: path(), line });
          open.at(-1)?.values.push(value);
          key = undefined;
        }
      }
    }
  }
  return found;
}

function unescapeJson(text: string): string {
  if (!text.includes('\\')) return text;
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '', t: ' ', b: '', f: '' };
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, hex: string | undefined, letter: string | undefined) =>
    hex === undefined ? (letters[letter ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** What stands behind the first line with one of `names`. */
export function valueOf(fields: Fields, ...names: string[]): string | undefined {
  return fields.find(names)?.value;
}
