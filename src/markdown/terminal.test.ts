import { expect, test } from 'vitest';
import { parseTerminal } from './terminal.ts';

/** One letter a line: `$` a command begins, `+` it goes on, `.` output. */
function shape(source: string): string {
  return parseTerminal(source)
    .map((line) => (line.kind === 'output' ? '.' : line.continues ? '+' : '$'))
    .join('');
}

test.for([
  ['$ df -h', '$ ', 'df -h'],
  ['# df -h', '# ', 'df -h'],
  ['user@host:~$ df', 'user@host:~$ ', 'df'],
  ['root@node-1:/var/lib# df', 'root@node-1:/var/lib# ', 'df'],
  ['[user@host ~]# df', '[user@host ~]# ', 'df'],
  ['sh-4.4# df', 'sh-4.4# ', 'df'],
  ['/ # df', '/ # ', 'df'],
  ['PS> Get-Item .', 'PS> ', 'Get-Item .'],
  ['PS C:\\Users\\me> dir', 'PS C:\\Users\\me> ', 'dir'],
  ['C:\\> dir', 'C:\\> ', 'dir'],
  ['C:\\Program Files (x86)>docker info', 'C:\\Program Files (x86)>', 'docker info'],
  ['pi@raspberrypi:~ $ df', 'pi@raspberrypi:~ $ ', 'df'],
  ['tux@linux:/srv> df', 'tux@linux:/srv> ', 'df'],
  ['linux-1:~ # zypper up', 'linux-1:~ # ', 'zypper up'],
  ['alpine:/# df', 'alpine:/# ', 'df'],
  ['core@ip-10-0-0-1 ~ $ df', 'core@ip-10-0-0-1 ~ $ ', 'df'],
  ['localhost ~ # df', 'localhost ~ # ', 'df'],
  ['me@fish ~/a> df', 'me@fish ~/a> ', 'df'],
  ['me@MacBook-Pro containers % df', 'me@MacBook-Pro containers % ', 'df'],
  ['[root@nixos:/etc]# df', '[root@nixos:/etc]# ', 'df'],
  ['(venv) PS C:\\> dir', '(venv) PS C:\\> ', 'dir'],
  ['(venv) $ pip list', '(venv) $ ', 'pip list'],
  ['$', '$', ''],
] as const)('"%s" is a prompt and a command', ([line, prompt, text]) => {
  expect(parseTerminal(line)).toEqual([{ kind: 'command', prompt, text, continues: false }]);
});

test.for([
  'Server Version: 29.1',
  '> quoted',
  '$HOME is set',
  '#!/bin/sh',
  '/dev/sda1 # data',
  '',
  '  $ indented',
  '100$ ',
  'nfs:/export # data',
  'root@host wrote 3 % of it',
  'me@example.org -> you',
  'overlay / # data',
  'C:\\data -> D:\\data',
])('"%s" is output', (line) => {
  expect(parseTerminal(line)).toEqual([{ kind: 'output', text: line }]);
});

test('a backslash at the end takes the next line into the command', () => {
  expect(shape('$ docker run \\\n  --rm \\\n  alpine\nhello')).toBe('$++.');
});

test('a backslash that is itself escaped does not', () => {
  expect(shape('$ echo \\\\\n\\')).toBe('$.');
});

test('a pipe or && at the end takes the next line, but not a pipe in quotes or in a comment', () => {
  expect(shape('$ a |\nb &&\nc\nout')).toBe('$++.');
  expect(shape("$ a '|'\nout")).toBe('$.');
  expect(shape('$ a # |\nout')).toBe('$.');
});

test('a heredoc belongs to the command up to its closing word, prompts inside it included', () => {
  expect(shape('# cat > f <<EOF\n$ not a prompt\n# nor this\nEOF\nout')).toBe('$+++.');
});

test.for(["<<'EOF'", '<<"EOF"', '<< EOF', '<<-EOF', '<<\\EOF'])('a heredoc may begin with %s', (start) => {
  expect(shape(`$ cat ${start}\nbody\nEOF\nout`)).toBe('$++.');
});

test('tabs before the closing word count unless it began with <<-', () => {
  expect(shape('$ cat <<-EOF\nbody\n\tEOF\nout')).toBe('$++.');
  expect(shape('$ cat <<EOF\nbody\n\tEOF\nout')).toBe('$...');
});

test('two heredocs of one command end one after the other', () => {
  expect(shape('$ cat <<A <<B\n1\nA\n2\nB\nout')).toBe('$++++.');
});

test('a heredoc that never ends swallows nothing', () => {
  expect(shape('$ cat <<EOF\nout\n$ ls')).toBe('$.$');
});

test('a here string and a shift of bits are no heredocs', () => {
  expect(shape('$ cat <<<EOF\nEOF\n$ echo $((1<<2))\n2')).toBe('$.$.');
});

test('continuation prompts are told from the text while the command is open', () => {
  expect(parseTerminal('$ for i in 1 2; do\n> echo $i\n> done\n> out')).toEqual([
    { kind: 'command', prompt: '$ ', text: 'for i in 1 2; do', continues: false },
    { kind: 'command', prompt: '> ', text: 'echo $i', continues: true },
    { kind: 'command', prompt: '> ', text: 'done', continues: true },
    { kind: 'output', text: '> out' },
  ]);
});

test('an open quote goes on behind continuation prompts', () => {
  expect(shape("$ echo 'a\n> b'\nout")).toBe('$+.');
});

test('continuation prompts of a heredoc are told from its text', () => {
  expect(parseTerminal('$ cat <<EOF\n> a\n> EOF').map(({ text }) => text)).toEqual(['cat <<EOF', 'a', 'EOF']);
});

test('an open quote without prompts goes on to the line that closes it', () => {
  expect(shape('$ curl -d \'{\n  "a": "it"\n}\' localhost\nout')).toBe('$++.');
  expect(shape('$ sh -c "\ndf\n"\nout')).toBe('$++.');
});

test('a loop without prompts goes on to its end', () => {
  expect(shape('$ for i in a b; do\n  echo $i\n  if true; then\n    df\n  fi\ndone | sort\nout')).toBe('$+++++.');
});

test.for(['clean() {\n  docker rm "$1"\n}', 'files=(\n  a\n  b\n)', 'x=$(\n  ls\n)', '{\n  df\n} | sort'])(
  'a function or a group without prompts goes on to its end: %j',
  (command) => {
    const lines = command.split('\n').length - 1;
    expect(shape(`$ ${command}\nout\n$ b`)).toBe(`$${'+'.repeat(lines)}.$`);
  },
);

test('a quote or a loop that is never closed swallows nothing', () => {
  expect(shape("$ echo 'a\nout\n$ echo b'\nout")).toBe('$.$.');
  expect(shape('$ for i in a; do\nout\nout')).toBe('$..');
  expect(shape("$ echo it's\nI can't\n$ ls")).toBe('$.$');
  expect(shape('$ docker inspect --format {{ json . }} a\n{\n  "b": {\n  }\n}')).toBe('$....');
});

test('what curl -v prints after > is output, because the command is complete', () => {
  expect(shape('$ curl -v localhost\n> GET / HTTP/1.1\n< HTTP/1.1 200 OK')).toBe('$..');
});

test('an apostrophe in a command does not swallow its output', () => {
  expect(shape("$ echo it's\nout\n$ ls")).toBe('$.$');
});

test('PowerShell goes on after a backtick', () => {
  expect(shape('PS> Get-Item `\n>> -Path .\nout')).toBe('$+.');
});

test.for([
  '$x = @"\n}\n"@ | Set-Content a',
  '@{\n  a = "{"\n}',
  'foreach ($d in $all) {\n  docker rm $d\n}',
  'Get-Item . |\n  Sort-Object',
])('PowerShell goes on to the end of %j', (command) => {
  const lines = command.split('\n').length - 1;
  expect(shape(`PS> ${command}\nout`)).toBe(`$${'+'.repeat(lines)}.`);
});

test('a brace that PowerShell waits for in vain swallows nothing', () => {
  expect(shape('PS> docker ps --format {{json .\nout\nPS> dir')).toBe('$.$');
});

test('the old prompt of Windows goes on after a caret', () => {
  expect(shape('C:\\> docker run ^\n  alpine\nout')).toBe('$+.');
});

test('the lines joined again are the source', () => {
  const source = 'out\n$ a \\\n> b\n\nuser@host:~$ cat <<X\n> y\n> X\nz';
  const joined = parseTerminal(source).map((line) => (line.kind === 'command' ? line.prompt : '') + line.text);
  expect(joined.join('\n')).toBe(source);
});

test('ten thousand heredocs that never end are read within a second', () => {
  const start = performance.now();
  expect(parseTerminal('$ cat <<EOF\n'.repeat(10_000))).toHaveLength(10_001);
  expect(performance.now() - start).toBeLessThan(1_000);
});

test('a line of a hundred thousand characters is read within a second', () => {
  const start = performance.now();
  expect(parseTerminal(`$ ${'<'.repeat(50_000)}${'( '.repeat(25_000)}`)).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(1_000);
});
