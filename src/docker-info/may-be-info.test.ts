import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { mayBeInfo } from './may-be-info.ts';

const folder = new URL('../../tests/fixtures/docker-info/', import.meta.url);

test.each(readdirSync(folder))('%s may be one', (name) => {
  expect(mayBeInfo(readFileSync(new URL(name, folder), 'utf8'))).toBe(true);
});

test.each([
  'write /var/lib/docker/tmp/x: no space left on device',
  'Client:\n Version: 27.3.1\nServer:\n Engine:\n  Version: 27.3.1',
  'TYPE            TOTAL     ACTIVE    SIZE      RECLAIMABLE\nImages          4         4         276.8MB   4.023MB (1%)',
  'Client:       Podman Engine\nVersion:      5.4.2\nAPI Version:  5.4.2',
  'runtime network not ready: NetworkReady=false reason:NetworkPluginNotReady message:docker: network plugin is not ready',
])('%j is none', (text) => {
  expect(mayBeInfo(text)).toBe(false);
});
