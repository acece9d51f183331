import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect as base, solved, test } from './support/fixture.ts';

const expect = base.configure({ timeout: 20_000 });

async function accessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    // Without motion there are no colours in between.
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // There are no frames that would need the other way, which opens a page for each look.
    const { violations, passes } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    expect(found, colorScheme).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
  }
}

test.describe('the popup', () => {
  test('with a key and a solved widget', async ({ world }) => {
    const page = await world.open('https://forms.test/declarative');
    await solved(page);
    const popup = await world.popup(page);
    await expect(popup.getByRole('listitem')).toContainText(['Solved']);
    await popup.getByRole('button', { name: 'Check balance' }).click();
    await expect(popup.getByRole('status', { name: 'Balance' })).toContainText('Balance: $');
    await accessible(popup);
    await popup.setViewportSize({ width: 320, height: 600 });
    await accessible(popup);
  });

  test.describe('first run', () => {
    test.use({ preset: null });

    test('welcome, a refused address, a refused key, off', async ({ world }) => {
      const popup = await world.popup();
      await expect(popup.getByText('Welcome!')).toBeVisible();
      await accessible(popup);
      await popup.getByRole('combobox', { name: 'Service' }).selectOption('Custom');
      await popup.getByLabel('API key', { exact: true }).fill('wrong');
      await popup.getByRole('button', { name: 'Save key' }).click();
      await expect(popup.getByLabel('Service address')).toHaveAttribute('aria-invalid', 'true');
      await accessible(popup);
      await popup.getByRole('combobox', { name: 'Service' }).selectOption('CapMonster Cloud');
      await popup.getByRole('button', { name: 'Save key' }).click();
      await expect(popup.getByRole('status', { name: 'Balance' })).toContainText('does not know this key');
      await accessible(popup);
      await popup.getByRole('switch', { name: 'Solve captchas automatically' }).click();
      await expect(popup.getByRole('switch', { name: 'Show a button beside captchas' })).toBeVisible();
      await accessible(popup);
    });
  });

  test.describe('a preset that was refused', () => {
    test.use({ preset: '{\n"service": "capmonsta",\n"key": ""\n}' });

    test('is told of', async ({ world }) => {
      const popup = await world.popup();
      await expect(popup.getByText('preset.json was refused:')).toBeVisible();
      await accessible(popup);
      const options = await world.open(`${world.extension}/options.html`);
      await expect(options.getByText('preset.json was refused:')).toBeVisible();
      await accessible(options);
    });
  });
});

test('the options', async ({ world }) => {
  const options = await world.open(`${world.extension}/options.html`);
  await options.getByLabel('Hostname').fill('shop.example');
  await options.getByRole('button', { name: 'Add site' }).click();
  await expect(options.getByLabel('Rule for shop.example')).toBeVisible();
  await options.getByRole('button', { name: 'Add site' }).click();
  const rules = options.getByRole('region', { name: 'Picture rules' });
  const file = (text: string) => ({ name: 'rules.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const choose = (text: string) => rules.getByLabel('File with picture rules').setInputFiles(file(text));
  const rule = '{"picture":{"selectors":["#captcha"]},"field":{"selectors":["#code"]}}';
  await choose(`{"pictures":{"shop.example":[${rule},${rule.replace('#code', '#other')}]}}`);
  await rules.getByText('Edit').first().click();
  await rules.getByLabel('Picture').first().fill('img[');
  await rules.getByLabel('Name').first().focus();
  await choose('{"pictures":7}');
  await expect(rules.getByText('rules.json was refused:')).toBeVisible();
  await options.getByLabel('Tasks per day').fill('many');
  await options.getByLabel('Tasks per day').press('Enter');
  await expect(options.getByLabel('Tasks per day')).toHaveAttribute('aria-invalid', 'true');
  await accessible(options);
  await options.setViewportSize({ width: 320, height: 600 });
  await accessible(options);
});

test('the history: nothing yet, a task, a limit that is reached', async ({ world }) => {
  const options = await world.open(`${world.extension}/options.html`);
  await expect(options.getByText('No task so far.')).toBeVisible();
  await solved(await world.open('https://forms.test/declarative'));
  await expect(options.getByRole('row').filter({ hasText: 'forms.test' })).toBeVisible();
  await options.getByRole('button', { name: 'Delete history' }).click();
  await accessible(options);
  await options.setViewportSize({ width: 320, height: 600 });
  await accessible(options);
  await options.getByLabel('Tasks per day').fill('1');
  await options.getByLabel('Tasks per day').press('Enter');
  await expect(options.getByRole('banner').getByRole('status')).toHaveText('Saved');
  const popup = await world.popup(await world.open('https://forms.test/by-element'));
  await expect(popup.getByRole('button', { name: 'Allow 10 more' })).toBeVisible();
  await accessible(popup);
});
