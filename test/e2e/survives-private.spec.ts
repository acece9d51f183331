import type { Page } from '@playwright/test';
import { callsOf, expect, solved, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { ready, UNTIL_READY } from './support/services.ts';

const PAGE = 'https://forms.test/declarative';

// Browsers start and stop slowly where much else goes on.
test.setTimeout(120_000);

interface ExtensionsPage {
  developerPrivate: {
    updateProfileConfiguration(to: { inDeveloperMode: boolean }): Promise<void>;
    updateExtensionConfiguration(to: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
  };
}

/** Lets the extension into private windows, as the person does on the browser's page of extensions. It starts anew. */
async function letIn(world: World): Promise<void> {
  const page = await world.context.newPage();
  await page.goto('chrome://extensions/');
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome as unknown as ExtensionsPage;
    // Or it would not load the extension again, which comes from a folder.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
  }, new URL(world.extension).host);
  await page.close();
}

/** Opens a page in a private window, from one of the extension's own. */
async function openPrivate(world: World, url: string): Promise<Page> {
  const popup = await world.popup();
  const opened = world.context.waitForEvent('page');
  await popup.evaluate((url) => chrome.windows.create({ incognito: true, url }).then(() => undefined), url);
  const page = await opened;
  await page.waitForURL(url);
  await popup.close();
  return page;
}

test.describe('let in by the browser alone', () => {
  test('private window: nothing is bought', async ({ world }) => {
    await letIn(world);
    const hidden = await openPrivate(world, PAGE);
    await solved(await world.open('https://forms.test/by-element'));
    expect(world.creates()).toBe(1);
    expect(await callsOf(hidden)).toEqual([]);
  });
});

test.describe('let in by Solvent too', () => {
  test.use({ preset: { privateWindows: true } });

  test('private window: what an ordinary tab has left behind stays for ordinary tabs', async ({ world }) => {
    const { capmonster } = world.sandbox.services;
    await letIn(world);
    capmonster.solveAfterMs = UNTIL_READY;
    const left = await world.open(PAGE);
    await expect.poll(() => capmonster.tasks[0]?.polls, { timeout: 20_000 }).toBe(1);
    await left.close();
    const hidden = await openPrivate(world, PAGE);
    await expect.poll(world.creates).toBe(2);
    ready(world, 1);
    const [own] = await solved(hidden);
    expect(own?.token).toBe(capmonster.tasks[1]?.token);
    const again = await world.open(PAGE);
    ready(world);
    const [kept] = await solved(again);
    expect(kept?.token).toBe(capmonster.tasks[0]?.token);
    await accepted(again);
    expect(world.creates()).toBe(2);
  });
});
