import { squeeze } from './squeeze.ts';

/** What Linux answers to a call that fails, in the words of its programs. */
const answers = [
  'cannot allocate memory',
  'cross-device link',
  'device or resource busy',
  'directory not empty',
  'disk quota exceeded',
  'file exists',
  'input/output error',
  'invalid argument',
  'no space left on device',
  'no such device',
  'no such file or directory',
  'operation not permitted',
  'operation not supported',
  'permission denied',
  'read-only file system',
  'stale file handle',
  'structure needs cleaning',
  'too many levels of symbolic links',
].map((answer) => squeeze(answer).text);

/** The answers in a squeezed text. */
export function answersIn(text: string): string[] {
  return answers.filter((answer) => text.includes(answer));
}
