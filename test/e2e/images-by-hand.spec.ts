import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { openBrowser, watchProblems } from '../sandbox/by-hand.ts';
import { type Drawn, drawElement } from '../sandbox/images/draw-element.ts';
import { startSandbox } from '../sandbox/index.ts';
import { IMAGE_ENTRIES, type ImageEntry } from '../sandbox/pages/image-catalogue.ts';
import { caller, KEY } from '../sandbox/services/caller.ts';
import type { Picture, Sandbox } from '../sandbox/types.ts';

// No extension here: a person who can read, to show that the pages work and that what they show can be read.

let sandbox: Sandbox;
let context: BrowserContext;
let page: Page;
let problems: string[];

test.beforeAll(async () => {
  sandbox = await startSandbox({ solveAfterMs: 0 });
  sandbox.services.capmonster.addKey(KEY, 10);
  context = await openBrowser(sandbox);
});

test.afterAll(async () => {
  await context.close();
  await sandbox.close();
});

test.beforeEach(async () => {
  sandbox.images.reset();
  page = await context.newPage();
  problems = watchProblems(page);
});

test.afterEach(() => page.close());

const entryOf = (name: string): ImageEntry => {
  const entry = IMAGE_ENTRIES.find((each) => each.name === name);
  if (entry === undefined) throw new Error(`no page ${name}`);
  return entry;
};

/** Opens a page and waits for its first picture to be painted. */
const open = async (entry: ImageEntry): Promise<void> => {
  await page.goto(entry.url);
  const [captcha] = entry.captchas;
  if (entry.first === 'open') await page.locator('#open').click();
  if (entry.first === 'focus') await page.locator(`[name="${captcha?.field}"]`).focus();
  if (entry.first === 'scroll') await page.locator(captcha?.picture ?? '').scrollIntoViewIfNeeded();
  await shown(entry);
};

const current = (name: string, slot?: string): Picture => {
  const picture = sandbox.images.current(name, slot);
  if (picture === undefined) throw new Error(`no picture on ${name}`);
  return picture;
};

const shown = async (entry: ImageEntry): Promise<void> => {
  for (const { slot, picture } of entry.captchas) {
    await expect.poll(() => sandbox.images.current(entry.name, slot)?.id).toBeDefined();
    await expect(page.locator(picture)).toBeVisible();
  }
  await page.waitForLoadState('networkidle');
};

const answer = async (entry: ImageEntry, nth = 0): Promise<void> => {
  const { slot, field } = entry.captchas[nth] ?? { slot: 'a', field: '' };
  const { text } = current(entry.name, slot);
  await page.locator(`[name="${field}"]`).fill(text);
  await page.locator('.send').nth(nth).click();
};

const readBy = async (bytes: Buffer): Promise<unknown> => {
  const { create, poll } = caller(sandbox.services.capmonster);
  const { json } = await create({ type: 'ImageToTextTask', body: bytes.toString('base64'), case: true });
  const result = (await poll(json['taskId'])).json;
  return (result['solution'] as { text: string } | undefined)?.text ?? result['errorCode'];
};

const bytesOf = ({ url }: Extract<Drawn, { url: string }>): Buffer =>
  Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');

for (const entry of IMAGE_ENTRIES) {
  test(`${entry.name}: a person is let in`, async () => {
    for (const nth of entry.captchas.keys()) {
      await open(entry);
      await answer(entry, nth);
      if (entry.name === 'wrong-first') {
        await expect(page.locator('#error')).toBeVisible();
        await shown(entry);
        await answer(entry, nth);
      }
      await expect(page.locator('#verdict')).toHaveText('accepted');
    }
    expect(sandbox.images.submissions.at(-1)).toMatchObject({ page: entry.name, success: true });
    expect(problems).toEqual([]);
  });
}

for (const entry of IMAGE_ENTRIES.filter(({ reach }) => reach === 'draw')) {
  test(`${entry.name}: what a canvas draws is legible`, async () => {
    await open(entry);
    const before = sandbox.images.gets.length;
    for (const { slot, picture } of entry.captchas) {
      const drawn = await page.locator(picture).evaluate(drawElement);
      if (!('url' in drawn)) throw new Error(drawn.refused);
      expect(await readBy(bytesOf(drawn))).toBe(current(entry.name, slot).text);
    }
    expect(sandbox.images.gets).toHaveLength(before);
  });
}

for (const entry of IMAGE_ENTRIES.filter(({ reach }) => reach === 'cut')) {
  test(`${entry.name}: no canvas may have it, the screen shows it`, async () => {
    await open(entry);
    const [{ picture } = { picture: '' }] = entry.captchas;
    expect(await page.locator(picture).evaluate(drawElement)).toEqual({ refused: expect.any(String) });
    // Paddings, borders and object-fit are for the extension to reckon with.
    if (['crop-padded', 'crop-contain'].includes(entry.name)) return;
    const cut = await page.locator(picture).screenshot();
    const expected = entry.name === 'covered' ? 'ERROR_CAPTCHA_UNSOLVABLE' : current(entry.name).text;
    expect(await readBy(cut)).toBe(expected);
  });
}

test('a second request makes the answer wrong', async () => {
  const entry = entryOf('plain');
  await open(entry);
  const { text } = current('plain');
  await page.evaluate(() => fetch('/plain/picture.png').then((reply) => reply.blob()));
  await page.locator('[name="captcha"]').fill(text);
  await page.locator('.send').click();
  await expect(page.locator('#error')).toBeVisible();
  expect(sandbox.images.submissions).toMatchObject([{ success: false, answers: [{ given: text, right: false }] }]);
  expect(sandbox.images.gets.map(({ destination }) => destination)).toEqual(['image', 'empty', 'image']);
});

for (const [name, control] of [
  ['refresh-click', '#picture'],
  ['refresh-link', '#another'],
  ['kaptcha', '#codeImg'],
  ['django', '.js-captcha-refresh'],
  ['mediawiki', '.fancycaptcha-reload'],
  ['securimage', '#captcha_refresh'],
] as const) {
  test(`${name}: the page changes its picture when asked`, async () => {
    const entry = entryOf(name);
    await open(entry);
    const before = current(name);
    await page.locator(control).click();
    await expect.poll(() => sandbox.images.current(name)?.id).not.toBe(before.id);
    await shown(entry);
    await answer(entry);
    await expect(page.locator('#verdict')).toHaveText('accepted');
    expect(before.state).toBe('replaced');
  });
}

for (const name of ['spa', 'cf7']) {
  test(`${name}: a wrong answer brings another picture without a load`, async () => {
    const entry = entryOf(name);
    await open(entry);
    const before = current(name);
    await page.locator(`[name="${entry.captchas[0]?.field}"]`).fill('wrong');
    await page.locator('.send').click();
    await expect(page.locator('#verdict')).toHaveText('rejected');
    await expect.poll(() => sandbox.images.current(name)?.id ?? before.id).not.toBe(before.id);
    await expect(page.locator(`[name="${entry.captchas[0]?.field}"]`)).toHaveValue('');
    await answer(entry);
    await expect(page.locator('#verdict')).toHaveText('accepted');
  });
}

test('input and change of the fields are kept in window.calls', async () => {
  await open(entryOf('plain'));
  await page.locator('[name="captcha"]').fill('abc');
  await page.locator('[name="captcha"]').blur();
  const calls = await page.evaluate(() => (window as unknown as { calls: { name: string; field: string }[] }).calls);
  expect(calls.map(({ name, field }) => `${name} ${field}`)).toEqual(['input captcha', 'change captcha']);
});

test('the cut of an unscaled pattern has its very pixels', async () => {
  await open(entryOf('crop-plain'));
  await readBy(await page.locator('#picture').screenshot());
  const [received] = sandbox.images.received;
  expect([received?.width, received?.height]).toEqual([200, 60]);
  expect(received?.pixels?.data).toEqual(new Uint8Array(sandbox.images.pixels(current('crop-plain')).data));
});
