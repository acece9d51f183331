import { readFile } from 'node:fs/promises';
import { expect, test } from './support/fixture.ts';
import { filled, openImages } from './support/images.ts';

const rule = { picture: { selectors: ['#picture'] }, field: { selectors: ['[name="x7"]'] } };
const fileOf = (value: unknown) => ({
  name: 'rules.json',
  mimeType: 'application/json',
  buffer: Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
});

test('rules are imported, edited, exported and removed; a bad file changes nothing', async ({ world }) => {
  const options = await world.open(`${world.extension}/options.html`);
  const section = options.getByRole('region', { name: 'Picture rules' });
  const said = section.locator('[aria-live=polite]');
  const choose = (value: unknown) => section.getByLabel('File with picture rules').setInputFiles(fileOf(value));
  await expect(section.getByText('You have not picked a picture so far.')).toBeVisible();

  await choose({ pictures: { 'images.test': [rule], 'other.test': [{ ...rule, name: 'Login' }] } });
  await expect(said).toHaveText('rules.json: 2 rules added.');
  await expect(section.getByRole('heading', { level: 3 })).toHaveText(['images.test', 'other.test']);

  await choose(
    '{\n"pictures": {\n"images.test": [{\n"picture": {"selectors": ["img["]},\n"field": {"selectors": []}, "x": 1}]}}',
  );

  await expect(said).toContainText('rules.json was refused:');
  await expect(said).toContainText('line 4, field pictures.images.test.0.picture.selectors.0: This is no CSS selector');
  await expect(said).toContainText('line 5, field pictures.images.test.0.field.selectors: At least one selector.');
  await expect(said).toContainText('field pictures.images.test.0.x: There is no such field.');
  await choose('{\n"pictures": {"https://a.test/": []},\n}');
  await expect(said).toContainText('line 3: Not JSON');
  await choose({ pictures: { 'images.test': [rule], 'third.test': [rule] } });
  await expect(said).toHaveText('rules.json: 1 rule added, 1 known already.');

  const first = section.getByRole('listitem', { name: 'Rule 1 for images.test' });
  await first.getByText('Edit').click();
  await first.getByLabel('Picture').fill('img[');
  await first.getByLabel('Picture').blur();
  await expect(first.getByLabel('Picture')).toHaveAttribute('aria-invalid', 'true');
  await expect(first.getByText('This is no CSS selector: img[')).toBeVisible();
  await first.getByLabel('Picture').fill('form img\n#picture');
  await first.getByLabel('Picture').blur();
  await first.getByLabel('Name').fill('Numbers');
  await first.getByLabel('Name').press('Enter');
  await expect(options.getByRole('banner').getByRole('status')).toHaveText('Saved');

  const downloading = options.waitForEvent('download');
  await section.getByRole('button', { name: 'Export rules' }).click();
  const saved = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
  expect(saved).toEqual({
    pictures: {
      'images.test': [{ ...rule, name: 'Numbers', picture: { selectors: ['form img', '#picture'] } }],
      'other.test': [{ ...rule, name: 'Login' }],
      'third.test': [rule],
    },
  });

  const page = await openImages(world, 'unnoticed');
  await filled(world, page, 'unnoticed');
  expect(world.creates()).toBe(1);

  await options.bringToFront();
  for (const name of ['Numbers for images.test', 'Login for other.test', 'Rule 1 for third.test'])
    await section.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(section.getByText('You have not picked a picture so far.')).toBeVisible();
  await expect(section.getByRole('button', { name: 'Import rules' })).toBeFocused();
  await choose(saved);
  await expect(said).toHaveText('rules.json: 3 rules added.');
  await section.getByRole('button', { name: 'Remove Numbers for images.test' }).click();
  await expect(options.getByRole('banner').getByRole('status')).toHaveText('Saved');

  const scripts = await (await world.worker()).evaluate(() => chrome.scripting.getRegisteredContentScripts());
  expect(scripts.map(({ matches }) => matches)).toEqual([['*://other.test/*', '*://third.test/*']]);
  const after = await openImages(world, 'unnoticed');
  await expect(after.locator('[name="x7"]')).toHaveValue('');
  expect(world.creates()).toBe(1);
});

test('rules that are imported hold for a page that is open', async ({ world }) => {
  const page = await openImages(world, 'unnoticed');
  const options = await world.open(`${world.extension}/options.html`);
  const section = options.getByRole('region', { name: 'Picture rules' });
  await section.getByLabel('File with picture rules').setInputFiles(fileOf({ pictures: { 'images.test': [rule] } }));
  await expect(section.getByText('rules.json: 1 rule added.')).toBeVisible();
  await page.bringToFront();
  await filled(world, page, 'unnoticed');
  expect(world.creates()).toBe(1);
});
