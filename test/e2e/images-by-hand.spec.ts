import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { freshTab, openBrowser, watchProblems } from '../sandbox/by-hand.ts';
import { type Drawn, drawElement, isPainted, paintedBox } from '../sandbox/images/draw-element.ts';
import { type Picture, type Sandbox, startSandbox } from '../sandbox/index.ts';
import { IMAGE_ENTRIES, type ImageEntry } from '../sandbox/pages/image-catalogue.ts';
import { caller, KEY } from '../sandbox/services/caller.ts';

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
  page = await freshTab(context);
  problems = watchProblems(page);
});

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
    if (entry.reach === 'draw') await expect.poll(() => page.locator(picture).evaluate(isPainted)).toBe(true);
  }
  // Nothing tells when a background has been painted that came after the page had loaded.
  if (entry.reach === 'cut') await page.waitForLoadState(entry.first ? 'networkidle' : 'load');
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

/** The picture as the screen shows it, `density` pixels of it for one of the page. */
const cutOut = async (picture: string, density = 1): Promise<Buffer> => {
  const clip = await page.locator(picture).evaluate(paintedBox);
  if (density === 1) return page.screenshot({ clip });
  const devtools = await context.newCDPSession(page);
  const metrics = { width: 1280, height: 720, deviceScaleFactor: density, mobile: false };
  await devtools.send('Emulation.setDeviceMetricsOverride', metrics);
  const { data } = await devtools.send('Page.captureScreenshot', { clip: { ...clip, scale: 1 } });
  return Buffer.from(data, 'base64');
};

/** What a service makes of a picture, had without asking the site for it again. */
const look = async ({ reach, name }: ImageEntry, picture: string): Promise<unknown> => {
  const before = sandbox.images.gets.length;
  const drawn = await page.locator(picture).evaluate(drawElement);
  expect('url' in drawn ? 'draw' : 'cut', name).toBe(reach);
  const read = await readBy('url' in drawn ? bytesOf(drawn) : await cutOut(picture));
  expect(sandbox.images.gets).toHaveLength(before);
  return read;
};

for (const entry of IMAGE_ENTRIES) {
  test(`${entry.name}: the picture is legible, and who reads it is let in`, async () => {
    for (const [nth, { slot, picture }] of entry.captchas.entries()) {
      await open(entry);
      const expected = entry.name === 'covered' ? 'ERROR_CAPTCHA_UNSOLVABLE' : current(entry.name, slot).text;
      expect(await look(entry, picture)).toBe(expected);
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
  await readBy(await cutOut('#picture'));
  const [received] = sandbox.images.received;
  expect([received?.width, received?.height]).toEqual([200, 60]);
  expect(received?.pixels?.data).toEqual(sandbox.images.pixels(current('crop-plain')).data);
});

for (const density of [0.5, 1.5, 2, 3]) {
  test(`a pattern is legible on a screen of density ${density}`, async () => {
    await open(entryOf('crop-plain'));
    expect(await readBy(await cutOut('#picture', density))).toBe(current('crop-plain').text);
    expect(sandbox.images.received[0]).toMatchObject({ width: 200 * density, height: 60 * density });
  });
}
