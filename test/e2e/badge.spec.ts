import type { Page } from '@playwright/test';
import { KEYS } from '../sandbox/pages/catalogue.ts';
import { badgesOf, onBadgeButton, pressBadge } from './support/badges.ts';
import { expect as base, solved, test } from './support/fixture.ts';
import { ready, UNTIL_READY } from './support/services.ts';

const expect = base.configure({ timeout: 20_000 });
const PAGE = 'https://forms.test/declarative';
const THREE = 'https://forms.test/three-forms';

/** Waits until the badges show this, in the order of their widgets. */
const shows = (page: Page, ...looks: string[]) =>
  expect.poll(async () => (await badgesOf(page)).map(({ show }) => show)).toEqual(looks);

const secondsOf = async (page: Page): Promise<number> =>
  Number(/Solving (\d+) s/.exec((await badgesOf(page))[0]?.text ?? '')?.[1] ?? -1);

/** Where everything of the page's own is, how far it scrolls, and what has the focus. */
const layoutOf = (page: Page) =>
  page.evaluate(() => ({
    boxes: [...document.body.querySelectorAll('*')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return [element.localName, x, y, width, height].join(' ');
    }),
    size: [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
    scroll: [scrollX, scrollY],
    focus: document.activeElement?.getAttribute('name'),
  }));

test.describe('on a page that was drawn before', () => {
  test.use({ preset: { mode: 'off' } });

  for (const width of [1280, 320]) {
    test(`${width} px wide: it counts, moves nothing, takes no focus and no typing`, async ({ world }) => {
      world.sandbox.services.capmonster.solveAfterMs = UNTIL_READY;
      const page = await world.open(PAGE);
      await page.setViewportSize({ width, height: 600 });
      await page.waitForFunction(() => document.querySelector('iframe[name^="a-"]'));
      const name = page.locator('input[name="name"]');
      await name.fill('');
      await name.pressSequentially('Grace');
      const before = await layoutOf(page);
      expect(before.focus).toBe('name');
      const popup = await world.popup(page);
      await popup.getByRole('switch', { name: 'Solve captchas automatically' }).click();
      await page.bringToFront();
      await shows(page, 'working');
      await page.keyboard.type(' Hopper');
      await expect.poll(() => secondsOf(page)).toBeGreaterThan(0);
      const first = await secondsOf(page);
      await expect.poll(() => secondsOf(page)).toBeGreaterThan(first);
      expect(await layoutOf(page)).toEqual(before);
      const [badge] = await badgesOf(page);
      expect(badge?.box?.x).toBeGreaterThanOrEqual(0);
      expect((badge?.box?.x ?? 0) + (badge?.box?.width ?? 0)).toBeLessThanOrEqual(width);
      await page.keyboard.type(', admiral');
      ready(world);
      await solved(page);
      await shows(page, 'done');
      expect((await badgesOf(page))[0]?.text).toMatch(/^✓ Solved in \d+ s$/);
      expect(await layoutOf(page)).toEqual(before);
      await expect(name).toHaveValue('Grace Hopper, admiral');
      expect(world.creates()).toBe(1);
    });
  }
});

test('stopped: the job ends, no second task; asked again, it is solved', async ({ world }) => {
  const service = world.sandbox.services.capmonster;
  service.solveAfterMs = 3_000;
  const page = await world.open(PAGE);
  await expect.poll(world.creates).toBe(1);
  await shows(page, 'working');
  await pressBadge(page, /^Stop solving$/);
  await shows(page, 'offer');
  const popup = await world.popup(page);
  await expect(popup.getByRole('listitem')).toContainText(['Stopped']);
  const [stopped] = service.tasks;
  const polls = stopped?.polls;
  // Another page goes on, and takes longer than the stopped task would have.
  const other = await world.open('https://forms.test/by-element');
  await solved(other);
  expect(Date.now()).toBeGreaterThan(stopped?.readyAt ?? Number.POSITIVE_INFINITY);
  expect(world.creates()).toBe(2);
  expect(stopped?.polls).toBe(polls);
  expect(stopped?.collectedAt).toBeNull();
  expect(await page.locator('textarea[name="g-recaptcha-response"]').inputValue()).toBe('');
  service.solveAfterMs = 300;
  await pressBadge(page, /^Solve/);
  await solved(page);
  await shows(page, 'done');
  expect(world.creates()).toBe(3);
});

test('what failed says why and can be tried again, at the person’s word', async ({ world }) => {
  const service = world.sandbox.services.capmonster;
  service.fault('getTaskResult', { kind: 'error', errorCode: 'ERROR_CAPTCHA_UNSOLVABLE' });
  const page = await world.open(PAGE);
  await shows(page, 'problem');
  const [badge] = await badgesOf(page);
  expect(badge?.text).not.toContain('ERROR_');
  expect(badge?.buttons).toEqual(['Ask again; it may cost again']);
  expect(world.creates()).toBe(1);
  await pressBadge(page, /^Ask again/);
  await solved(page);
  expect(world.creates()).toBe(2);
});

test.describe('ask', () => {
  test.use({ preset: { mode: 'ask' } });

  test('a page cannot press it, whatever it reaches', async ({ world }) => {
    const service = world.sandbox.services.capmonster;
    service.solveAfterMs = 4_000;
    const page = await world.open(THREE);
    await shows(page, 'offer', 'offer', 'offer');
    const [first] = await badgesOf(page);
    // All that a page's script can get hold of.
    await page.evaluate((box) => {
      const at = { clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 };
      const hosts = [...document.documentElement.children].filter((each) => !/^(head|body)$/.test(each.localName));
      const targets = [...hosts, ...document.elementsFromPoint(at.clientX, at.clientY)];
      for (const target of targets) {
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
          target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true, ...at }));
        (target as HTMLElement).click();
      }
    }, first?.box ?? { x: 0, y: 0, width: 0, height: 0 });
    // And more: as if the shadow root were open.
    const forge = `this.click();
      this.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
      for (const key of ['Enter', ' ']) for (const type of ['keydown', 'keyup'])
        this.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));`;
    await onBadgeButton(page, /^Solve/, forge, 0);
    // What a badge says arrives in order: after this one is answered, a forged press would have been too.
    await pressBadge(page, /^Solve/, 1);
    await shows(page, 'offer', 'working', 'offer');
    await onBadgeButton(page, /^Stop solving/, forge);
    await solved(page);
    await shows(page, 'offer', 'done', 'offer');
    expect(service.tasks.map(({ task }) => task['websiteKey'])).toEqual([KEYS.second]);
  });

  test('two quick presses are one task', async ({ world }) => {
    const page = await world.open(PAGE);
    await shows(page, 'offer');
    const [badge] = await badgesOf(page);
    if (!badge?.box) throw new Error('the badge is not laid out');
    await page.mouse.dblclick(badge.box.x + badge.box.width / 2, badge.box.y + badge.box.height / 2);
    await solved(page);
    expect(world.creates()).toBe(1);
  });

  test('by keyboard alone', async ({ world }) => {
    const page = await world.open(PAGE);
    await shows(page, 'offer');
    await page.locator('input[name="name"]').focus();
    const reached = () => onBadgeButton<boolean>(page, /^Solve/, `return this.matches(':focus-visible')`);
    await expect
      .poll(async () => {
        await page.keyboard.press('Tab');
        return reached();
      })
      .toBe(true);
    await page.keyboard.press('Enter');
    await solved(page);
    expect(world.creates()).toBe(1);
  });

  test('it goes with its widget', async ({ world }) => {
    const page = await world.open('https://forms.test/remove-and-render');
    await shows(page, 'offer');
    await page.evaluate(() => document.getElementById('here')?.remove());
    await shows(page);
  });
});
