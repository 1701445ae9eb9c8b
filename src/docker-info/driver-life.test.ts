import { expect, test } from 'vitest';
import { adviceOn, said } from '../../tests/fixtures/advice.ts';

function lifeOf(driver: string, version: string): string[] {
  const advice = adviceOn(`Server Version: ${version}\nStorage Driver: ${driver}`);
  return said(advice).filter((about) => /#(?:deprecated|removed|status)$/.test(about));
}

test('of a driver that is gone both ends are told, also where the release at hand still has it', () => {
  expect(lifeOf('aufs', '18.09.1')).toEqual(['docker-aufs#deprecated', 'docker-aufs#removed']);
});

test('what engine has a driver that is gone leads to the page of that, which has no place of its own for it', () => {
  const { remarks } = adviceOn('store:\n  graphDriverName: aufs\nversion:\n  Version: 4.9.0');
  expect(remarks.find(({ about }) => about === 'containers-aufs#used_by')?.link?.url).toBe('/drivers/containers-aufs/');
});

test('of a driver that is here to stay its status is told, and needs nothing', () => {
  expect(lifeOf('overlay2', '27.0.1')).toEqual(['docker-overlay2#status']);
  expect(said(adviceOn('Server Version: 27.0.1\nStorage Driver: overlay2'), 'fine')).toEqual([
    'docker-overlay2#status',
  ]);
});

test('of a driver that its own project has dropped, the releases of the engine at hand that have it are told too', () => {
  const advice = adviceOn('host:\n  os: linux\nstore:\n  graphDriverName: aufs\nversion:\n  Version: 5.6.0\n');
  const [use] = advice.remarks.filter(({ about }) => about === 'containers-aufs#used_by');
  expect(use?.level).toBe('soon');
  expect(use?.text).toMatch(/^Podman has it in releases 0\.2 to before 5\.7\.0\./);
});
