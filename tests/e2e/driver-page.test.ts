import { readFileSync } from 'node:fs';
import { expect, test } from '../quiet-page.ts';

const path = '/drivers/docker-devicemapper/';

test('the page of a driver that is gone says so, and what to take instead', async ({ page }) => {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1, name: 'Docker devicemapper' })).toBeVisible();
  await expect(page.getByText('Docker Engine · block thin provisioning · removed')).toBeVisible();
  const others = page.getByRole('navigation', { name: 'Other drivers' });
  await expect(others.getByText('Instead of this: Docker overlay2')).toBeVisible();
  await expect(others.getByText('On the same base:').getByRole('link')).toHaveText([
    'containerd devmapper',
    'Podman and CRI-O devicemapper',
  ]);
  await others.getByRole('link', { name: 'Docker overlay2' }).click();
  await expect(page).toHaveURL('/drivers/docker-overlay2/');
  await expect(page.getByText('In place of:').getByRole('link', { name: 'Docker devicemapper' })).toBeVisible();
});

test('the neighbours can be compared side by side @once', async ({ page }) => {
  await page.goto(path);
  await page.getByRole('link', { name: 'Compare them side by side' }).click();
  await expect(page).toHaveURL(/\/drivers\/\?drivers=docker-devicemapper,docker-overlay2,[\w,-]+#compare$/);
  const heads = page.getByRole('grid').getByRole('columnheader').getByRole('link');
  await expect(heads).toHaveText([
    'Docker devicemapper',
    'Docker overlay2',
    'containerd devmapper',
    'Podman and CRI-O devicemapper',
  ]);
});

test('its errors and articles are listed, and what happened to it, oldest first @once', async ({ page }) => {
  await page.goto(path);
  const section = (name: string) => page.locator('section').filter({ has: page.getByRole('heading', { name }) });
  const reading = section('When it fails, and more to read');
  await expect(reading.getByRole('link', { name: 'No space left on device', exact: true })).toHaveAttribute(
    'href',
    '/errors/no-space-left-on-device/',
  );
  await expect(reading.getByRole('link', { name: 'Mind the storage driver' })).toHaveAttribute(
    'href',
    '/posts/mind-the-storage-driver/',
  );
  const events = section('What happened to it').getByRole('listitem');
  await expect(events.filter({ hasText: /Docker Engine 0\.7\.0.*introduced/s })).toHaveCount(1);
  await expect(events.filter({ hasText: /Docker Engine 25\.0\.0.*removed/s })).toHaveCount(1);
  const days = await events.getByRole('time').evaluateAll((all) => all.map((time) => time.getAttribute('datetime')));
  expect(days.length).toBeGreaterThan(2);
  expect(days).toEqual(days.toSorted());
  const sources = await events.evaluateAll(
    (all) => all.filter((item) => !item.querySelector('a[href^="http"]')).length,
  );
  expect(sources).toBe(0);
});

test('every fact has a source or says that none was found, its day, its line on GitHub, and a report that is filled in @once', async ({
  page,
}) => {
  await page.goto(path);
  await expect(page.locator('.origin').first()).toHaveCSS('margin-block-start', '4px'); // close to what they prove
  const facts = await page.locator('dl > div').evaluateAll((all) =>
    all.map((fact) => ({
      id: fact.id,
      source: fact.querySelector('.origin')?.textContent ?? '',
      day: fact.querySelector('time')?.dateTime ?? '',
      edit: [...fact.querySelectorAll<HTMLAnchorElement>('.origin a')].at(-2)?.href ?? '',
      report: [...fact.querySelectorAll<HTMLAnchorElement>('.origin a')].at(-1)?.href ?? '',
    })),
  );
  const lines = readFileSync('content/drivers/docker-devicemapper.yaml', 'utf8').split('\n');
  expect(facts).toHaveLength(34);
  for (const { id, source, day, edit, report } of facts) {
    expect(source, id).toMatch(/^\s*(?:source|no source found)/);
    expect(day, id).toMatch(/^\d{4}-\d\d-\d\d$/);
    const [, line] = /\/blob\/main\/content\/drivers\/docker-devicemapper\.yaml#L(\d+)$/.exec(edit) ?? [];
    expect(lines[Number(line) - 1], id).toBe(`  ${id}:`);
    const { origin, searchParams } = new URL(report);
    expect(origin, id).toBe('https://github.com');
    expect(searchParams.get('title'), id).toMatch(/^docker-devicemapper: \S/);
    expect(searchParams.get('body'), id).toContain(`${path}#${id} says “`);
  }
  await expect(page.getByRole('link', { name: 'Report Size limit', exact: true })).toBeVisible();
});

test('what was true before stands below what is true now, with its releases @once', async ({ page }) => {
  await page.goto(`${path}#max_layers`);
  const fact = page.locator(':target');
  await expect(fact).toBeInViewport();
  await expect(fact).toContainText('125 layers');
  const earlier = fact.getByRole('listitem');
  await expect(earlier.first()).toContainText(/^\s*124 layers\s+.*(?:until|to|before)/s);
});

test('an option in a fact is never parted from its dashes @once', async ({ page }) => {
  await page.goto('/drivers/docker-devicemapper/');
  for (const option of await page.getByText('--storage-opt', { exact: true }).all())
    await expect(option).toHaveCSS('display', 'inline-block');
  await expect(page.locator('.option').first()).toBeVisible();
});

test('a link to a fact reaches it and marks it', async ({ page }) => {
  await page.goto(`${path}#size_limit`);
  const fact = page.locator('#size_limit');
  await expect(fact).toBeInViewport();
  await expect(fact).toContainText('Can I limit how much one container writes?');
  const ground = (id: string) => page.locator(id).evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await ground('#size_limit')).not.toBe(await ground('#max_layers'));
});

for (const [id, title] of [
  ['docker-devicemapper', /thin pool/i],
  ['docker-overlay2', /union|copy-up|copied/i],
  ['docker-btrfs', /snapshot/i],
] as const) {
  test(`the diagram of ${id} can be seen, and read as words @once`, async ({ page }) => {
    await page.goto(`/drivers/${id}/`);
    const figure = page.getByRole('figure').filter({ has: page.locator('svg') });
    await expect(figure.getByRole('img', { name: title })).toBeVisible();
    await figure.locator('summary').click();
    const words = figure.getByRole('listitem');
    expect(await words.count()).toBeGreaterThan(2);
    await expect(words.first()).toBeVisible();
  });
}

test('the same as data @once', async ({ page }) => {
  await page.goto(path);
  const href = (await page.getByRole('link', { name: 'docker-devicemapper.json' }).getAttribute('href')) ?? '';
  const answer = await page.request.get(href);
  expect(answer.headers()['content-type']).toContain('application/json');
  expect(Object.keys(((await answer.json()) as { drivers: object }).drivers)).toEqual(['docker-devicemapper']);
});
