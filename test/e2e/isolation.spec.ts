import type { BrowserContext, Page } from '@playwright/test';
import { expect, solved, test, type World } from './support/fixture.ts';
import { ledgerOf } from './support/ledger.ts';

// The tests share a browser: what one of them leaves behind, the next must not find.

test.describe.configure({ mode: 'serial' });

const PAGE = 'https://forms.test/declarative';
let former: { context: BrowserContext; extension: string; key: string };

/** Runs in a page: leaves what a site can leave. */
async function settle(): Promise<void> {
  await cookieStore.set({ name: 'left', value: 'behind', expires: Date.now() + 3_600_000 });
  localStorage['left'] = sessionStorage['left'] = 'behind';
  await caches.open('left');
  await new Promise((resolve) => {
    indexedDB.open('left').onsuccess = resolve;
  });
}

/** Runs in a page: what of it is there. */
const found = async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  caches: await caches.keys(),
  databases: await indexedDB.databases(),
  geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
});

/** What the extension has kept. */
const kept = async (world: World) =>
  (await world.worker()).evaluate(async () => ({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
    alarms: (await chrome.alarms.getAll()).map(({ name }) => name),
    badge: await chrome.action.getBadgeText({}),
  }));

test('one test leaves traces wherever it can', async ({ world }) => {
  const { context, extension, key } = world;
  former = { context, extension, key };
  await context.grantPermissions(['geolocation']);
  await context.route('**/unused', (route) => route.abort());
  const page = await world.open(PAGE);
  await page.evaluate(settle);
  expect(await page.evaluate(found)).toMatchObject({ cookie: 'left=behind', local: 1, geolocation: 'granted' });
  await solved(page);
  expect(await ledgerOf(world)).toHaveLength(1);
  await (await world.worker()).evaluate(async () => {
    await chrome.alarms.create('left', { delayInMinutes: 60 });
    await chrome.action.setBadgeText({ text: '7' });
  });
  const { local, session, alarms } = await kept(world);
  expect(JSON.stringify(local)).toContain(key);
  expect(Object.keys(session).length).toBeGreaterThan(0);
  expect(alarms).toContain('left');
});

test('the next one, in the same browser, finds none of them', async ({ world, launched }) => {
  const { context, extension, key } = world;
  expect(context).toBe(former.context);
  expect(extension).not.toBe(former.extension);
  expect(context.pages().map((page) => page.url())).toEqual(['about:blank']);
  const backgrounds = context.serviceWorkers().map((worker) => worker.url());
  expect(backgrounds.filter((url) => !url.endsWith('/switch.js'))).toEqual([`${extension}/background.js`]);
  const { local, session, alarms, badge } = await kept(world);
  expect(JSON.stringify(local)).toContain(key);
  expect(JSON.stringify([local, session])).not.toContain(former.key);
  expect(Object.keys(session).filter((name) => name.startsWith('job:'))).toEqual([]);
  expect(alarms).toEqual([]);
  expect(badge).toBe('');
  expect(await ledgerOf(world)).toEqual([]);
  expect(world.creates()).toBe(0);
  expect(world.sandbox.sites.requests).toEqual([]);

  const page: Page = await world.open(PAGE);
  expect(await page.evaluate(found)).toEqual({
    cookie: '',
    local: 0,
    session: 0,
    caches: [],
    databases: [],
    geolocation: 'prompt',
  });
  await solved(page);
  expect(world.creates()).toBe(1);
  expect(launched.folder).toMatch(/extension-\d+$/);
});

test('one that ends the browser', async ({ world }) => {
  await world.context.close();
});

test('leaves the next one a new browser', async ({ world }) => {
  expect(world.context).not.toBe(former.context);
  await solved(await world.open(PAGE));
});
