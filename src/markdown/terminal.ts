/** One line of a terminal block. */
export type TerminalLine =
  | {
      kind: 'command';
      /** With its trailing blank, as printed: `$ `, `root@node:~# `. Empty on a continuation line that shows none. */
      prompt: string;
      /** What was typed. */
      text: string;
      /** True if the line belongs to the command that began above it. */
      continues: boolean;
    }
  | { kind: 'output'; text: string };

/**
 * Prompts, most specific first. A `# ` at the start of a line is root's prompt: in a terminal block a comment would be
 * typed after one. Two forms are narrow on purpose, and hold in the root and home folders only: `/ # ` (BusyBox), because
 * `/dev/sda1 # data` is output, and `host:~ # `, because `nfs:/export # data` is.
 */
const promptForms = [
  /^[\w.-]+@[\w.-]+:[^\s$#]* ?[$#](?: |$)/, // user@host:~$, and pi@host:~ $ of Raspberry Pi OS
  /^[\w.-]+@[\w.-]+:[~/][^\s>]*>(?: |$)/, // user@host:~> of SUSE
  /^[\w.-]+@[\w.-]+ [~/][^\s$#>]* ?[$#>](?: |$)/, // core@host ~ $ of Flatcar, me@host ~> of fish
  /^[\w.-]+@[\w.-]+ [^\s%]+ %(?: |$)/, // me@host folder % of a Mac
  /^[\w.-]+(?::(?:~[^\s$#]*|\/)| ~) ?[$#](?: |$)/, // host:~ # of SUSE, host:~# of Alpine, host ~ # of Flatcar
  /^\[[\w.-]+@[\w.-]+[ :][^\]]*\][$#](?: |$)/, // [user@host ~]#, and [user@host:~]$ of NixOS
  /^(?:ba)?sh-\d[\d.]*[$#](?: |$)/, // sh-4.4#, as in a bare container
  /^PS(?: [^>]*)?>(?: |$)/, // PS C:\>
  /^[A-Z]:\\(?:[^<>:"|?*]*[^<>:"|?*\s=-])?> ?/, // C:\Users\me>dir, and no arrow
  /^[~/] [$#](?: |$)/, // BusyBox
  /^\$(?: |$)/,
  /^# /,
];
const environmentForm = /^\([\w.-]+\) (?=\S)/; // a Python environment's name before the prompt
const continuationPrompt = /^>{1,2}(?: |$)/;

/** The lines of a `console` block, each a command line or output, in order. Never throws. */
export function parseTerminal(source: string): TerminalLine[] {
  const lines = source.split('\n');
  const findEnd = heredocEnds(lines);
  const parsed: TerminalLine[] = [];
  let command: ShellState | undefined;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const prompt = command?.mustContinue === true ? '' : promptOf(line);
    if (prompt !== '') {
      command = scanShell(line.slice(prompt.length), dialectOf(prompt));
      parsed.push({ kind: 'command', prompt, text: line.slice(prompt.length), continues: false });
      const last = closingLine(lines, index, command);
      if (last !== undefined) {
        for (const text of lines.slice(index + 1, last + 1)) {
          command = scanShell(text, command.dialect, command);
          parsed.push({ kind: 'command', prompt: '', text, continues: true });
        }
        index = last;
      }
    } else {
      const second = !command?.mayContinue ? '' : (continuationPrompt.exec(line)?.[0] ?? '');
      if (command === undefined || !(command.mustContinue || second !== '')) {
        command = undefined;
        parsed.push({ kind: 'output', text: line });
        continue;
      }
      const text = line.slice(second.length);
      command = scanShell(text, command.dialect, command);
      parsed.push({ kind: 'command', prompt: second, text, continues: true });
    }
    for (const heredoc of command.heredocs) {
      const end = findEnd(heredoc, index);
      if (end === undefined) continue;
      const shown = lines[end.index]?.startsWith('> ') === true && end.prompted ? '> ' : '';
      while (index < end.index) {
        index += 1;
        const body = lines[index] ?? '';
        const bodyPrompt = body.startsWith(shown) ? shown : body === shown.trimEnd() ? body : ''; // editors cut blanks off
        parsed.push({ kind: 'command', prompt: bodyPrompt, text: body.slice(bodyPrompt.length), continues: true });
      }
    }
  }
  return parsed;
}

/** Whose grammar a command follows: a shell's, PowerShell's, or that of Windows' old command prompt. */
type Dialect = 'shell' | 'powershell' | 'cmd';

/** Whether a prompt is PowerShell's, whose commands read another grammar than a shell's. */
export function isPowerShell(prompt: string): boolean {
  return dialectOf(prompt) === 'powershell';
}

function dialectOf(prompt: string): Dialect {
  const [environment = ''] = environmentForm.exec(prompt) ?? [];
  const rest = prompt.slice(environment.length);
  if (/^PS[ >]/.test(rest)) return 'powershell';
  return /^[A-Z]:\\/.test(rest) ? 'cmd' : 'shell';
}

function promptOf(line: string): string {
  const environment = environmentForm.exec(line)?.[0] ?? '';
  const rest = line.slice(environment.length);
  for (const form of promptForms) {
    const found = form.exec(rest);
    if (found !== null) return environment + found[0];
  }
  return '';
}

interface Heredoc {
  word: string;
  /** `<<-`: tabs before the closing word do not count. */
  tabs: boolean;
}

/** What the shell still waits for after the lines read so far. */
interface ShellState {
  dialect: Dialect;
  /** The open quote, or ''; of a here-string of PowerShell what ends it. */
  quote: string;
  /** A quote that opens a word, or a loop, condition or function, is open: what follows is no output, whether it shows prompts or not. */
  mustClose: boolean;
  /** Loops, conditions and groups that are not closed. */
  depth: number;
  heredocs: Heredoc[];
  /** The next line is part of the command whatever it looks like: a backslash, a pipe, `&&` or `||` ended this one. */
  mustContinue: boolean;
  /** The next line is part of the command if it shows a continuation prompt. */
  mayContinue: boolean;
}

const heredocStart = /<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([A-Za-z_][\w.-]*))/y;
const opener = /(?:^|[;|&{()]|\b(?:do|then|else))\s*(?:for|while|until|if|case|select|\{|\()(?=\s|$)|\($/g;
const longGroup = /(?:^|[;|&{(]|\b(?:do|then|else))\s*(?:for|while|until|if|case|select)\s|[({]$/;
const closer = /(?:^|[;\s])(?:done|fi|esac|\}|\))(?=$|[\s;|&>)])/g;

function scanShell(text: string, dialect: Dialect, before?: ShellState): ShellState {
  if (dialect === 'powershell') return scanPowerShell(text, before);
  if (dialect === 'cmd') {
    const mustContinue = text.endsWith('^');
    return { dialect, quote: '', mustClose: false, depth: 0, heredocs: [], mustContinue, mayContinue: mustContinue };
  }
  const heredocs: Heredoc[] = [];
  let quote = before?.quote ?? '';
  let opensWord = false;
  let bare = ''; // what stands outside quotes; a quoted run leaves one blank-free letter
  let backslash = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quote === "'") {
      if (char === quote) quote = '';
    } else if (char === '\\') {
      backslash = at === text.length - 1;
      if (quote === '') bare += 'x';
      at += 1;
    } else if (quote !== '') {
      if (char === quote) quote = '';
    } else if (char === '"' || char === "'") {
      quote = char;
      opensWord = /(?:^|[\s=:({[])$/.test(bare);
      bare += 'x';
    } else if (char === '#' && /(?:^|\s)$/.test(bare.slice(-1))) {
      break;
    } else if (char === '<' && text.startsWith('<<<', at)) {
      bare += '<<<';
      at += 2;
    } else {
      heredocStart.lastIndex = at;
      const found = char === '<' ? heredocStart.exec(text) : null;
      if (found !== null) {
        heredocs.push({ word: found[2] ?? found[3] ?? found[4] ?? '', tabs: found[1] === '-' });
        at += found[0].length - 1;
        bare += 'x';
      } else bare += char;
    }
  }
  const depth = Math.max(0, (before?.depth ?? 0) + countOf(opener, bare) - countOf(closer, bare));
  const mustContinue = backslash || (quote === '' && /(?:\||&&)\s*$/.test(bare));
  return {
    dialect,
    quote,
    mustClose: heredocs.length === 0 && !mustContinue && (quote === '' ? depth > 0 && longGroup.test(bare) : opensWord),
    depth,
    heredocs,
    mustContinue,
    mayContinue: mustContinue || quote !== '' || depth > 0,
  };
}

function scanPowerShell(text: string, before?: ShellState): ShellState {
  const open = before?.quote ?? '';
  const isInside = open !== '' && !text.startsWith(open);
  const bare = isInside ? '' : text.slice(open.length).replace(/`.|"(?:[^"`]|`.)*"|'[^']*'|#.*/g, 'x');
  const opened = /@(["'])\s*$/.exec(bare)?.[1];
  const quote = isInside ? open : opened === undefined ? '' : `${opened}@`;
  const depth = Math.max(0, (before?.depth ?? 0) + countOf(/[({]/g, bare) - countOf(/[)}]/g, bare));
  const mustContinue = /(?:`|(?:\||&&)\s*)$/.test(bare);
  const mustClose = !mustContinue && (quote !== '' || depth > 0);
  const mayContinue = mustContinue || mustClose || /,\s*$/.test(bare);
  return { dialect: 'powershell', quote, mustClose, depth, heredocs: [], mustContinue, mayContinue };
}

/**
 * Where a command ends whose quote or loop is open after line `start` and whose further lines show no prompt, as authors
 * write them; undefined if it is closed, or never before the next prompt.
 */
function closingLine(lines: readonly string[], start: number, command: ShellState): number | undefined {
  if (!command.mustClose) return undefined;
  let state = command;
  for (let index = start + 1; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (promptOf(line) !== '' || continuationPrompt.test(line)) return undefined;
    state = scanShell(line, state.dialect, state);
    if (state.quote === '' && state.depth === 0 && !state.mustContinue) return index;
  }
  return undefined;
}

function countOf(form: RegExp, text: string): number {
  return text.match(form)?.length ?? 0;
}

/**
 * Finds where a heredoc that begins on a line ends, or undefined: one that never ends is no heredoc here, because it
 * would swallow the output and the commands after it. The closing words are looked up in an index, so that a block of
 * ten thousand unclosed ones stays quick.
 */
function heredocEnds(
  lines: readonly string[],
): (heredoc: Heredoc, after: number) => { index: number; prompted: boolean } | undefined {
  let places: Map<string, number[]> | undefined;
  return ({ word, tabs }, after) => {
    if (places === undefined) {
      places = new Map();
      for (const [index, line] of lines.entries()) {
        const key = line.replace(/^(?:> )?\t*/, '');
        const known = places.get(key);
        if (known === undefined) places.set(key, [index]);
        else known.push(index);
      }
    }
    const prompted = lines[after + 1]?.startsWith('> ') === true;
    const index = places.get(word)?.find((place) => {
      const line = lines[place] ?? '';
      const shown = prompted && line.startsWith('> ') ? line.slice(2) : line;
      return place > after && (shown === word || (tabs && shown.replace(/^\t*/, '') === word));
    });
    return index === undefined ? undefined : { index, prompted };
  };
}
