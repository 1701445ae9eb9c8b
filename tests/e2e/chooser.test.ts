import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../quiet-page.ts';

const path = '/drivers/choose/';

/** What `docker info` printed on a CentOS 7 host in 2018, warnings and all. */
const dockerInfo = `Containers: 3
 Running: 1
 Paused: 0
 Stopped: 2
Images: 14
Server Version: 18.06.1-ce
Storage Driver: overlay2
 Backing Filesystem: xfs
 Supports d_type: false
 Native Overlay Diff: true
Logging Driver: json-file
Cgroup Driver: cgroupfs
Plugins:
 Volume: local
 Network: bridge host macvlan null overlay
Swarm: inactive
Runtimes: runc
Security Options:
 seccomp
  Profile: default
Kernel Version: 3.10.0-862.el7.x86_64
Operating System: CentOS Linux 7 (Core)
OSType: linux
Architecture: x86_64
CPUs: 4
Total Memory: 7.639GiB
Name: build-3
Docker Root Dir: /var/lib/docker
Live Restore Enabled: false

WARNING: overlay2: the backing xfs filesystem is formatted without d_type support, which leads to incorrect behavior.
         Reformat the filesystem with ftype=1 to enable d_type support.
`;

function summary(page: Page) {
  return page.locator('driver-chooser .summary');
}

/** The drivers that can run, best first. */
function ranking(page: Page) {
  return page.locator('.verdicts > section').getByRole('heading');
}

/** The drivers that cannot run, whose list is opened. */
async function refusals(page: Page): Promise<Locator> {
  const list = page.locator('.verdicts details');
  if ((await list.getAttribute('open')) === null) await list.getByText(/^Why not the other \d+$/).click();
  return list.locator('section');
}

function paste(page: Page) {
  return page.getByRole('textbox', { name: /^Paste what docker info/ });
}

test('what a person has and needs leads to a ranking with reasons', async ({ page }) => {
  await page.goto(path);
  await expect(summary(page)).toHaveText(/^\d+ of 29 drivers can run there\. The best is containerd overlayfs\.$/);
  await page.getByRole('textbox', { name: 'Its release' }).fill('28.5');
  await page.getByRole('combobox', { name: 'Filesystem of the data directory' }).selectOption('btrfs');
  await page.getByRole('checkbox', { name: 'snapshots of the storage below' }).check();
  await expect(ranking(page).first()).toHaveText(/^1\. /);
  await expect(ranking(page)).toContainText([/Docker btrfs$/]);
  const best = page.locator('.verdict').filter({ has: page.getByRole('link', { name: 'Docker btrfs' }) });
  await expect(
    best.getByRole('listitem').filter({ hasText: 'Good: The storage below can take snapshots.' }),
  ).toBeVisible();
  await expect(ranking(page).filter({ hasText: 'Docker overlay2' })).toHaveCount(0);
  await expect(page).toHaveURL(`${path}?engine=docker&version=28.5&filesystem=btrfs&need=snapshots`);
});

test('every driver that cannot run says why, each reason a fact with its source and day @once', async ({ page }) => {
  await page.goto(`${path}?engine=docker&version=18.06&kernel=3.10&filesystem=xfs&nodtype=1&rootless=1`);
  await expect(summary(page)).toHaveText(/of 29 drivers/);
  const cards = await refusals(page);
  const said = await cards.evaluateAll((all) =>
    all.map((card) => ({
      driver: card.querySelector('h2 a')?.getAttribute('href'),
      reasons: [...card.querySelectorAll('li')].map((line) => ({
        text: line.textContent,
        fact: line.querySelector<HTMLAnchorElement>('small a[href*="#"]')?.getAttribute('href'),
        source: [...line.querySelectorAll<HTMLAnchorElement>('small a')].at(-1)?.href,
      })),
    })),
  );
  expect(said.length).toBeGreaterThan(20);
  for (const { driver, reasons } of said) {
    expect(reasons.length, driver ?? '').toBeGreaterThan(0);
    for (const { text, source } of reasons) {
      expect(text).toMatch(/^No: .+ source of \d{1,2} \p{L}+ \d{4}$/u);
      expect(source, text).toMatch(/^https?:\/\//);
    }
  }
  // A day that does not fit goes to the next line whole.
  await expect(cards.getByRole('time').first()).toHaveCSS('white-space', 'nowrap');
  const overlay2 = said.find(({ driver }) => driver === '/drivers/docker-overlay2/');
  expect(overlay2?.reasons.map(({ fact }) => fact)).toContain('/drivers/docker-overlay2/#rootless_kernel');
  await cards.getByRole('link', { name: 'kernel min', exact: true }).first().click();
  await expect(page.locator(':target')).toContainText('Minimum kernel');
});

test('docker info that is pasted fills in the form and answers', async ({ page }) => {
  await page.goto(path);
  await expect(summary(page)).toHaveText(/can run there/);
  await paste(page).fill(dockerInfo);
  await expect(page.locator('paste-info').getByRole('status')).toHaveText(
    'Found: docker 18.06.1, driver overlay2, on xfs, Linux 3.10.0.',
  );
  await expect(page.getByRole('textbox', { name: 'Its release' })).toHaveValue('18.06.1');
  await expect(page.getByRole('textbox', { name: 'Linux kernel' })).toHaveValue('3.10.0');
  await expect(page.getByRole('combobox', { name: 'Filesystem of the data directory' })).toHaveValue('xfs');
  await expect(page.getByRole('checkbox', { name: /^It was made without d_type/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'The engine runs without root' })).not.toBeChecked();
  await expect(page).toHaveURL(/[?&]kernel=3\.10\.0&filesystem=xfs&nodtype=1$/);
  await expect(summary(page)).toHaveText(/of 29 drivers/);
  const overlay2 = (await refusals(page)).filter({ has: page.getByRole('link', { name: 'Docker overlay2' }) });
  await expect(overlay2).toContainText('It needs file types in directory listings, and xfs has none here.');
});

test('keys in the pasted text that change no answer are no steps of the way back @once', async ({ page }) => {
  await page.goto(path);
  await paste(page).fill(dockerInfo);
  await expect(page).toHaveURL(/[?&]kernel=3\.10\.0/);
  const steps = await page.evaluate(() => history.length);
  await paste(page).pressSequentially('more');
  expect(await page.evaluate(() => history.length)).toBe(steps);
});

test('a text that is no docker info is named, with what to paste @once', async ({ page }) => {
  await page.goto(path);
  await paste(page).fill('bash: docker: command not found');
  await expect(page.locator('paste-info').getByRole('status')).toHaveText(/^This does not look like docker info/);
});

test('the way back, a reload and a link show the same answers', async ({ page }) => {
  await page.goto(path);
  await expect(summary(page)).toHaveText(/can run there/);
  const first = await ranking(page).allTextContents();
  await page.getByRole('combobox', { name: 'Engine' }).selectOption('Podman');
  await page.getByRole('checkbox', { name: 'The engine runs without root' }).check();
  await expect(summary(page)).toHaveText(/The best is Podman/);
  const second = await ranking(page).allTextContents();
  expect(second).not.toEqual(first);
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Engine' })).toHaveValue('podman');
  await expect(ranking(page)).toHaveText(second);
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'The engine runs without root' })).not.toBeChecked();
  await page.goBack();
  await expect(page).toHaveURL(path);
  await expect(ranking(page)).toHaveText(first);
});

test('a distribution brings its kernel and its filesystem, which can be written over @once', async ({ page }) => {
  await page.goto(path);
  await page.getByRole('combobox', { name: 'Distribution' }).selectOption('Ubuntu 14.04');
  await expect(page.getByRole('textbox', { name: 'Linux kernel' })).toHaveValue('3.13');
  await expect(page.getByRole('combobox', { name: 'Filesystem of the data directory' })).toHaveValue('ext4');
  await page.getByRole('textbox', { name: 'Linux kernel' }).fill('4.4');
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await expect(page).toHaveURL(/distribution=ubuntu-14\.04&kernel=4\.4&filesystem=ext4$/);
  await expect(summary(page)).toBeInViewport();
});

test('a release or a kernel that is none is answered with what to write @once', async ({ page }) => {
  await page.goto(`${path}?engine=docker&version=latest`);
  await expect(summary(page)).toHaveText('Write the release in digits and dots, such as 20.10.');
  await page.getByRole('textbox', { name: 'Its release' }).fill('');
  await page.getByRole('textbox', { name: 'Linux kernel' }).fill('new');
  await page.getByRole('textbox', { name: 'Linux kernel' }).press('Enter');
  await expect(summary(page)).toHaveText('Write the kernel as uname -r prints it, such as 5.15.0.');
  await page.getByRole('textbox', { name: 'Linux kernel' }).fill('6.8.0-48-generic');
  await page.getByRole('textbox', { name: 'Linux kernel' }).press('Enter');
  await expect(summary(page)).toHaveText(/can run there/);
});

test('what an address names that is no choice is taken for none, and the form shows it @once', async ({ page }) => {
  await page.goto(`${path}?engine=lxc&filesystem=f2fs&distribution=debian-3`);
  await expect(page.getByRole('combobox', { name: 'Engine' })).toHaveValue('docker');
  await expect(page.getByRole('combobox', { name: 'Filesystem of the data directory' })).toHaveValue('');
  await expect(page.getByRole('combobox', { name: 'Distribution' })).toHaveValue('');
  await expect(summary(page)).toHaveText(/can run there\. The best is/);
});

test('on paper no column of the table is cut off @once', async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1046 }); // A4 with 10 mm of margin, 96 px an inch
  await page.emulateMedia({ media: 'print' });
  await page.goto(path);
  const table = page.getByRole('table', { name: 'One line a driver; each word leads to its source' });
  const { x = 0, width = 999 } = (await table.boundingBox()) ?? {};
  expect(x + width).toBeLessThanOrEqual(718);
});

const hostile = [
  'engine=%3Cimg%20src%3Dx%3E&kernel=%3Cb%3E5&filesystem=__proto__&distribution=constructor&need=toString',
  'engine=docker&version=%00&kernel=9'.repeat(200),
  `engine=docker&kernel=${'9'.repeat(5000)}.${'9.'.repeat(5000)}`,
  'engine=docker&engine=podman&need=&need=%F0%9F%92%BE&rootless=%ED%A0%80&nodtype=a%2Cb',
  '&&==%&engine=%E0%A4%A&version=v-1.-1',
];

test('whatever an address says, the chooser answers in words, without markup of its own @once', async ({ page }) => {
  for (const query of hostile) {
    await page.goto(`${path}?${query}`);
    await expect(page.locator('driver-chooser .summary')).not.toBeEmpty();
    await expect(page.locator('driver-chooser img, driver-chooser b:has-text("5")')).toHaveCount(0);
  }
});

test('facts that cannot be loaded are said, and the next change tries again @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  await page.route('**/data/*.json', (route) => route.abort());
  await page.goto(path);
  await expect(summary(page)).toHaveText(/^The facts could not be loaded\. Check the connection/);
  await page.unroute('**/data/*.json');
  await page.getByRole('checkbox', { name: 'many small files' }).check();
  await expect(summary(page)).toHaveText(/can run there/);
});

test('facts that fail to come later do not take the place of what was said since @once', async ({ page, noise }) => {
  noise.expect(/ERR_FAILED/);
  const said = Promise.withResolvers<unknown>();
  await page.route('**/data/drivers.json', async (route) => {
    await said.promise;
    await route.abort();
  });
  await page.goto(path);
  await page.getByRole('textbox', { name: 'Its release' }).fill('newest');
  await page.getByRole('textbox', { name: 'Its release' }).blur();
  await expect(summary(page)).toHaveText(/^Write the release/);
  const failed = page.waitForEvent('requestfailed');
  said.resolve(true);
  await failed;
  await page.waitForTimeout(200);
  await expect(summary(page)).toHaveText(/^Write the release/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the table decides, each word with the way to its source, and there is no form @once', async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('driver-chooser')).toBeHidden();
    expect(await page.getByRole('main').innerText()).toContain('The form needs JavaScript.');
    const table = page.getByRole('table', { name: 'One line a driver; each word leads to its source' });
    await expect(table.getByRole('columnheader')).toHaveCount(11);
    const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Docker devicemapper' }) });
    await expect(row.getByRole('cell')).toHaveCount(10);
    await row.getByRole('link', { name: 'always' }).click();
    await expect(page).toHaveURL('/drivers/docker-devicemapper/#size_limit');
    await expect(page.locator(':target')).toContainText('Size limit');
  });
});
