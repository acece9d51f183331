import type { Page } from '@playwright/test';
import { badgesOf, pressBadge } from './support/badges.ts';
import { expect, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { filled, openImages } from './support/images.ts';
import { gone, pickerOf, says, startPicker } from './support/picker.ts';

const picture = (page: Page) => page.locator('#picture');
const field = (page: Page) => page.locator('[name="x7"]');

/** Everything that reaches the page's own listeners, as far as a page can listen. */
async function overhear(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const types = ['keydown', 'keypress', 'keyup', 'focusin', 'focusout', 'focus', 'blur', 'submit'];
    for (const type of [
      'click',
      'pointerdown',
      'pointerup',
      'mousedown',
      'mouseup',
      'mousemove',
      'mouseover',
      ...types,
    ])
      for (const target of [document, document.querySelector('form'), document.querySelector('#picture')])
        target?.addEventListener(type, () => heard.push(type), true);
  });
  return () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.splice(0));
}

const rulesIn = async ({ worker }: World): Promise<Record<string, object[]>> =>
  (await worker()).evaluate(async () => {
    const { settings } = await chrome.storage.local.get<{ settings?: { pictures?: Record<string, object[]> } }>(
      'settings',
    );
    return settings?.pictures ?? {};
  });

test('picked by mouse; from then on the rule solves it, without a word to the page', async ({ world }) => {
  const page = await openImages(world, 'unnoticed');
  const overheard = await overhear(page);
  await startPicker(world, page);
  await overheard();
  await picture(page).hover();
  const box = await picture(page).boundingBox();
  await expect.poll(async () => (await pickerOf(page))?.frame?.width).toBe((box?.width ?? 0) + 8);
  await picture(page).click();
  await says(page, 'Now click the field for the answer.');
  await page.locator('.send').click();
  await says(page, 'This is no field');
  await field(page).click();
  expect(await overheard()).toEqual([]);
  await says(page, 'Remembered for images.test.');
  await filled(world, page, 'unnoticed');
  expect(world.creates()).toBe(1);
  expect(world.sandbox.images.gets).toHaveLength(1);
  await accepted(page);
  expect(Object.keys(await rulesIn(world))).toEqual(['images.test']);

  await gone(page);
  const again = await openImages(world, 'unnoticed');
  await filled(world, again, 'unnoticed');
  expect(world.creates()).toBe(2);
  expect(world.sandbox.images.gets).toHaveLength(2);
  expect(await pickerOf(again)).toBeNull();
  await accepted(again);
});

test('whatever the picture is drawn with: picked once, solved from then on', async ({ world }) => {
  test.slow();
  const names = ['elsewhere', 'canvas', 'background', 'svg', 'button'].map((how) => `unnoticed-${how}`);
  for (const [nth, name] of names.entries()) {
    const page = await openImages(world, name);
    await startPicker(world, page);
    expect(world.creates(), `tasks before ${name} is picked`).toBe(2 * nth);
    await picture(page).click();
    await field(page).click();
    await says(page, 'Remembered for images.test.');
    await filled(world, page, name);
    await accepted(page);
    await page.close();
    const again = await openImages(world, name);
    await filled(world, again, name);
    await accepted(again);
    await again.close();
  }
  expect(world.creates()).toBe(2 * names.length);
  expect(world.sandbox.images.received.map(({ missed }) => missed)).toEqual(Array(2 * names.length).fill([]));
});

test('by keyboard: candidates in turn, the likeliest field first; the focus is back where it was', async ({
  world,
}) => {
  const page = await openImages(world, 'unnoticed');
  const overheard = await overhear(page);
  const name = page.locator('[name="name"]');
  await name.focus();
  await startPicker(world, page);
  await overheard();
  await page.keyboard.press('Enter');
  await says(page, 'There is no picture at this place.');
  await page.keyboard.press('Tab');
  await says(page, 'Picture 1 of 1: 64 by 64 pixels');
  await page.keyboard.press('Enter');
  await says(page, 'Now click the field for the answer.');
  await page.keyboard.press('ArrowDown');
  await says(page, 'Field 2 of 2');
  await page.keyboard.press('Shift+Tab');
  await says(page, 'Field 1 of 2: Name');
  await page.keyboard.press('Tab');
  await page.keyboard.press('x');
  await page.keyboard.press('Enter');
  await says(page, 'Remembered for images.test.');
  await expect(name).toBeFocused();
  expect(await overheard()).toEqual([]);
  await expect(name).toHaveValue('Ada');
  await filled(world, page, 'unnoticed');
  expect(world.creates()).toBe(1);
  await accepted(page);
});

test('Esc leaves everything as it was, at each step', async ({ world }) => {
  const page = await openImages(world, 'unnoticed');
  const overheard = await overhear(page);
  const name = page.locator('[name="name"]');
  const layout = () =>
    page.evaluate(() => {
      const boxes = [...document.body.querySelectorAll('*')].map((element) => element.getBoundingClientRect());
      return JSON.stringify([document.documentElement.outerHTML, scrollX, scrollY, ...boxes]);
    });
  await name.focus();
  const before = await layout();
  for (const clicks of [0, 1]) {
    await startPicker(world, page);
    await overheard();
    for (let click = 0; click < clicks; click++) await picture(page).click();
    if (clicks) await says(page, 'Now click the field for the answer.');
    await page.keyboard.press('Escape');
    await gone(page);
    await expect(name).toBeFocused();
    expect(await overheard()).toEqual([]);
    expect(await layout()).toBe(before);
  }
  expect(await rulesIn(world)).toEqual({});
  expect(world.creates()).toBe(0);
  await page.keyboard.type('!');
  expect((await overheard()).slice(0, 2)).toEqual(['keydown', 'keydown']);
});

test.describe('ask', () => {
  test.use({ preset: { mode: 'ask' } });

  test('in a frame, by its menu: what is picked is offered, now and in the next load', async ({ world }) => {
    const page = await world.open('https://images.test/plain');
    const framed = async () => {
      await page.evaluate(() => {
        const frame = Object.assign(document.createElement('iframe'), { src: '/unnoticed', width: 500, height: 350 });
        document.body.replaceChildren(frame);
      });
      await page.frameLocator('iframe').locator('#picture').waitFor();
    };
    await framed();
    await page.bringToFront();
    await (await world.worker()).evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      const target = { tabId: tab?.id ?? 0, allFrames: true };
      const frames = await chrome.scripting.executeScript({ target, func: () => location.pathname });
      const { frameId } = frames.find(({ result }) => result === '/unnoticed') ?? {};
      const { onClicked } = chrome.contextMenus as unknown as { onClicked: { dispatch(...args: unknown[]): void } };
      onClicked.dispatch({ menuItemId: 'pick-image', frameId }, tab);
    }, page.url());
    await says(page, 'Click the captcha picture.');
    const inFrame = page.frameLocator('iframe');
    await inFrame.locator('#picture').click();
    await inFrame.locator('[name="x7"]').click();
    await says(page, 'Remembered for images.test.');
    const shows = async () => (await badgesOf(page)).map(({ show }) => show);
    await expect.poll(shows).toEqual(['offer']);
    expect(world.creates()).toBe(0);

    await page.reload();
    await framed();
    await expect.poll(shows, { timeout: 20_000 }).toEqual(['offer']);
    await pressBadge(page, /Solve/);
    await expect(inFrame.locator('[name="x7"]')).not.toHaveValue('', { timeout: 20_000 });
    expect(world.creates()).toBe(1);
    await inFrame.locator('.send').click();
    await expect(inFrame.locator('#verdict')).toHaveText('accepted');
  });
});
