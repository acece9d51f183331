import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { Launched } from './support/browser.ts';
import { watchCanary } from './support/canary.ts';
import { expect as base, solved, stopWorker, test, type World } from './support/fixture.ts';
import { type PlainBrowser, startPlain } from './support/plain-browser.ts';

const expect = base.configure({ timeout: 20_000 });
const PAGE = 'https://forms.test/declarative';

interface Restarted {
  context: BrowserContext;
  open(url: string): Promise<Page>;
  options(): Promise<Page>;
  popup(): Promise<Page>;
  leaks(): Promise<string[]>;
}

const refused = (popup: Page) => popup.getByRole('main').getByText('preset.json was refused:');
const mode = (options: Page, name: string) => options.getByRole('radio', { name, exact: true }).first();

/** Ends the browser and starts it again, with the same profile and the same folder of the extension. */
async function restart({ sandbox, key }: World, { context, folder }: Launched): Promise<Restarted> {
  await context.close();
  const plain = await startPlain({
    folder,
    resolverRules: sandbox.resolverRules,
    profile: join(folder, '../profile'),
  });
  running.push(plain);
  const canary = await watchCanary(plain.context, sandbox, key);
  const open = async (url: string) => {
    const page = await plain.context.newPage();
    await page.goto(url);
    return page;
  };
  return {
    context: plain.context,
    open,
    options: () => open(`${plain.extension}/options.html`),
    popup: () => open(`${plain.extension}/popup.html`),
    leaks: canary.leaks,
  };
}

const running: PlainBrowser[] = [];
test.afterEach(async () => {
  for (const plain of running.splice(0)) await plain.close();
});

test.describe('at the first start', () => {
  test.use({
    preset: {
      service: 'capmonster',
      mode: 'ask',
      when: 'used',
      sites: { 'shop.example': { mode: 'off' } },
      budgets: { perDay: 7 },
    },
  });

  test('everything in it is applied', async ({ world }) => {
    const options = await world.open(`${world.extension}/options.html`);
    await expect(mode(options, 'Ask')).toBeChecked();
    await expect(mode(options, 'Once you use the form')).toBeChecked();
    await expect(options.getByLabel('Rule for shop.example')).toHaveValue('off');
    await expect(options.getByLabel('Tasks per day')).toHaveValue('7');
    await expect(options.getByLabel('Tasks per hour on one site')).toHaveValue('30');
    await expect(options.getByText('preset.json was applied.')).toBeVisible();
    const popup = await world.popup();
    await expect(popup.getByLabel('API key', { exact: true })).toHaveValue(world.key);
    await expect(refused(popup)).toHaveCount(0);
    await popup.getByRole('button', { name: 'Check balance' }).click();
    await expect(popup.getByRole('status', { name: 'Balance' })).toHaveText('Balance: $10.00');
  });
});

test.describe('read again', () => {
  test.use({ ownBrowser: true, preset: { service: 'capmonster' } });

  test('a changed file is applied when the browser starts anew, what it leaves out stays', async ({
    world,
    launched,
  }) => {
    const options = await world.open(`${world.extension}/options.html`);
    await options.getByLabel('Tasks per day').fill('9');
    await mode(options, 'Ask').click();
    await expect(options.getByRole('status')).toHaveText('Saved');
    const preset = { service: 'capmonster', key: world.key, mode: 'off', budgets: { atOnce: 3 } };
    await writeFile(join(launched.folder, 'preset.json'), JSON.stringify(preset));
    const again = await restart(world, launched);
    const next = await again.options();
    await expect(mode(next, 'Off')).toBeChecked();
    await expect(next.getByLabel('Tasks per day')).toHaveValue('9');
    await expect(next.getByLabel('Tasks at once', { exact: true })).toHaveValue('3');
    expect(await again.leaks()).toEqual([]);
  });

  test('an unchanged file does not undo what the person changed since', async ({ world, launched }) => {
    const options = await world.open(`${world.extension}/options.html`);
    await expect(mode(options, 'Automatic')).toBeChecked();
    await mode(options, 'Ask').click();
    await expect(options.getByRole('status')).toHaveText('Saved');
    const again = await restart(world, launched);
    const next = await again.options();
    await expect(next.getByText('preset.json was applied.')).toBeVisible();
    await expect(mode(next, 'Ask')).toBeChecked();
    expect(await again.leaks()).toEqual([]);
  });

  test('a mistake is told, what held before still holds; once mended it is applied', async ({ world, launched }) => {
    const file = join(launched.folder, 'preset.json');
    await writeFile(file, '{');
    const broken = await restart(world, launched);
    const popup = await broken.popup();
    await expect(popup.getByText(/line 1: Not JSON/)).toBeVisible();
    await expect(popup.getByLabel('API key', { exact: true })).toHaveValue(world.key);
    await solved(await broken.open(PAGE));
    // Read whenever the background starts, and not only with the browser.
    await writeFile(file, JSON.stringify({ service: 'capmonster', key: world.key, mode: 'ask' }));
    await stopWorker(broken.context);
    const options = await broken.options();
    await expect(mode(options, 'Ask')).toBeChecked();
    await expect(options.getByText('preset.json was applied.')).toBeVisible();
    await expect(refused(options)).toHaveCount(0);
    expect(await broken.leaks()).toEqual([]);
  });
});

test.describe('out of reach', () => {
  // The browser tells the page's console that it was refused.
  test.use({ quiet: false });

  test('no page can read it', async ({ world }) => {
    const page = await world.open(PAGE);
    await solved(page);
    const url = `${world.extension}/preset.json`;
    const tried = await page.evaluate(async (url) => {
      const element = (tag: 'script' | 'img' | 'link') =>
        new Promise<string>((resolve) => {
          const made = document.createElement(tag);
          made.onload = () => resolve('loaded');
          made.onerror = () => resolve('refused');
          if (made instanceof HTMLLinkElement) Object.assign(made, { rel: 'stylesheet', href: url });
          else made.src = url;
          document.body.append(made);
        });
      const get = (mode: RequestMode) =>
        fetch(url, { mode }).then(
          () => 'loaded',
          () => 'refused',
        );
      return [
        await get('cors'),
        await get('no-cors'),
        await element('script'),
        await element('img'),
        await element('link'),
      ];
    }, url);
    expect(tried).toEqual(Array(5).fill('refused'));
    const framed = await page.evaluate((url) => {
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      return new Promise<string>((resolve) => {
        frame.onload = () => resolve(frame.contentDocument?.body.textContent ?? '');
      });
    }, url);
    expect(framed).not.toContain('service');
  });
});
