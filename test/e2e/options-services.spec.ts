import type { Page } from '@playwright/test';
import { pressBadge } from './support/badges.ts';
import { expect as base, keyAt, solved, test, type World } from './support/fixture.ts';
import { asked, creates, near, openSolved } from './support/services.ts';

const expect = base.configure({ timeout: 20_000 });

const optionsOf = (world: World) => world.open(`${world.extension}/options.html`);
const saved = (options: Page) => expect(options.getByRole('status')).toHaveText('Saved');
const order = (options: Page) => options.getByRole('list', { name: 'Services in order' }).getByRole('heading');
const press = (options: Page, name: string) => options.getByRole('button', { name, exact: true }).press('Enter');
const service = (options: Page, name: string) => options.getByRole('group', { name });

test.describe('three services', () => {
  // The last one is at an address that does not let itself be waited for.
  test.use({
    preset: async ({ sandbox }, use) => {
      await use({ service: 'capmonster', others: [{ service: 'capkill' }, near(sandbox, 'capsolver')] });
    },
  });

  test('moved by keyboard: the one on top is asked, after a reload too', async ({ world }) => {
    const options = await optionsOf(world);
    await expect(order(options)).toHaveText(['CapMonster Cloud', 'CapKill', 'Custom']);
    await press(options, 'Move up Custom');
    await press(options, 'Move up Custom');
    await expect(order(options)).toHaveText(['Custom', 'CapMonster Cloud', 'CapKill']);
    await saved(options);
    await openSolved(world);
    expect(creates(world)).toEqual({ capsolver: 1 });
    await options.reload();
    await expect(order(options)).toHaveText(['Custom', 'CapMonster Cloud', 'CapKill']);
    await press(options, 'Move down Custom');
    await saved(options);
    await openSolved(world, 'by-element');
    expect(creates(world)).toEqual({ capsolver: 1, capmonster: 1 });
  });

  test('chosen in the popup: its saved key is used, and it is the first', async ({ world }) => {
    const popup = await world.popup();
    await popup.getByRole('combobox', { name: 'Service' }).selectOption('Custom');
    await popup.getByRole('button', { name: 'Use saved key' }).click();
    await expect(popup.getByRole('button', { name: 'Save key' })).toBeVisible();
    await openSolved(world);
    expect(creates(world)).toEqual({ capsolver: 1 });
    await expect(order(await optionsOf(world))).toHaveText(['Custom', 'CapMonster Cloud', 'CapKill']);
  });

  test('removed while it is at work: nothing more goes there, the next one is asked at the person’s word', async ({
    world,
  }) => {
    world.sandbox.services.capmonster.solveAfterMs = 60_000;
    const page = await world.open('https://forms.test/declarative');
    await expect.poll(() => asked(world, 'capmonster', 'getTaskResult').length).toBeGreaterThan(0);
    const options = await optionsOf(world);
    await press(options, 'Remove CapMonster Cloud');
    await press(options, 'Yes, remove CapMonster Cloud');
    await saved(options);
    const popup = await world.popup(page);
    const row = popup.getByRole('region', { name: 'On this page' }).getByRole('listitem');
    await expect(row).toContainText(['Stopped. The key of this service was removed.']);
    const { length } = asked(world, 'capmonster');
    await pressBadge(page, /^Solve/);
    await solved(page);
    expect(creates(world)).toEqual({ capmonster: 1, capkill: 1 });
    // The other one took longer than the next poll would have been away.
    expect(asked(world, 'capmonster')).toHaveLength(length);
    await expect(order(options)).toHaveText(['CapKill', 'Custom']);
    await options.reload();
    await expect(order(options)).toHaveText(['CapKill', 'Custom']);
  });
});

test.describe('Custom', () => {
  test.use({
    preset: async ({ sandbox }, use) => use(near(sandbox, 'capkill')),
  });

  test('a bad address stays in the field with the reason, and is not used', async ({ world }) => {
    const { origin } = world.sandbox.services.capkill;
    const options = await optionsOf(world);
    await service(options, 'Custom').getByText('More settings').click();
    const address = service(options, 'Custom').getByLabel('Service address');
    await expect(address).toHaveValue(`${origin}/api`);
    for (const [typed, reason] of [
      ['', /Type the address/],
      ['http://example.com', /http:\/\/ would show your key to the network/],
      ['http://127.0.0.1.example.com/', /http:\/\/ would show your key to the network/],
      ['ftp://example.com/', /must begin with https:\/\//],
      ['https://user:pw@api.example.com', /Leave user name and password out/],
      ['api.example.com', /not a complete address/],
      ['https://api.example.com/?to=', /Leave out everything from the "\?"/],
    ] as const) {
      await address.fill(typed);
      await address.press('Enter');
      await expect(address, typed).toHaveAccessibleDescription(reason);
      await expect(address).toHaveAttribute('aria-invalid', 'true');
      await expect(address).toHaveValue(typed);
    }
    await openSolved(world);
    expect(creates(world)).toEqual({ capkill: 1 });
    await options.reload();
    await service(options, 'Custom').getByText('More settings').click();
    await expect(address).toHaveValue(`${origin}/api`);
  });

  test('another address and dialect: the next task goes there, with the same key', async ({ world }) => {
    const options = await optionsOf(world);
    await service(options, 'Custom').getByText('More settings').click();
    const address = service(options, 'Custom').getByLabel('Service address');
    await address.fill(` ${world.sandbox.services.capsolver.origin}/ `);
    await address.press('Enter');
    await service(options, 'Custom').getByRole('combobox', { name: 'Dialect' }).selectOption('CapSolver');
    await saved(options);
    await expect(address).toHaveValue(world.sandbox.services.capsolver.origin);
    await openSolved(world);
    expect(creates(world)).toEqual({ capsolver: 1 });
    const tasks = asked(world, 'capsolver', 'createTask').map(({ body }) => body);
    expect(tasks).toMatchObject([{ clientKey: keyAt(world.key, 'custom') }]);
  });

  test('an address where nobody answers: the popup says so, and what to look at', async ({ world }) => {
    const options = await optionsOf(world);
    await service(options, 'Custom').getByText('More settings').click();
    const address = service(options, 'Custom').getByLabel('Service address');
    await address.fill('http://127.0.0.1:9/api');
    await address.press('Enter');
    await saved(options);
    const page = await world.open('https://forms.test/declarative');
    const popup = await world.popup(page);
    const row = popup.getByRole('region', { name: 'On this page' }).getByRole('listitem');
    await expect(row).toContainText(['Your custom service could not be reached']);
    await expect(row).toContainText(['Check the service address.']);
    expect(creates(world)).toEqual({});
  });
});
