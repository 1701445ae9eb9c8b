import { squeeze } from './squeeze.ts';

/** What every program says about everything: it tells one error from no other. */
const phrases = [
  'already exists',
  'bad message',
  'cannot create directory',
  'does not exist',
  'error response from daemon',
  'executable file not found in $path',
  'failed to create',
  'failed to mount',
  'file exists',
  'for more information',
  'for production use',
  'in the configuration file',
  'input output error',
  'invalid argument',
  'invalid character',
  'looking for beginning of value',
  'no such device or address',
  'no such file or directory',
  'not found',
  'not supported',
  'OCI runtime create failed',
  'operation not permitted',
  'permission denied',
  'reading information about',
  'rootlesskit:child] error',
  'rootlesskit:parent] error',
  'rpc error: code',
  'container to be able to reuse that name',
  'the container name',
  'is already in use by',
  'starting container process caused',
  'storage driver',
  'the following directives are specified both as a flag and in the configuration file',
  'unable to configure the docker daemon with file',
  'unable to',
  'unknown',
  'failed',
].map((phrase) => squeeze(phrase).text);

/** What is left of `pieces`, squeezed, where such phrases are cut out; longer ones first. */
export function withoutGeneric(pieces: readonly string[]): string[] {
  return phrases
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, phrase) => left.flatMap((piece) => piece.split(phrase)), [...pieces])
    .filter((piece) => piece !== '');
}
