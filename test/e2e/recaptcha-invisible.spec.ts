import { ENTRIES } from '../sandbox/pages/catalogue.ts';
import { callsOf, expect, solved, test } from './support/fixture.ts';

const entry = (name: string) => {
  const found = ENTRIES.find((each) => each.name === name);
  if (!found) throw new Error(`no page ${name}`);
  return found;
};
const start = (way: string) => (way === 'ask' ? '#ask' : '#send');

const INVISIBLE = ['invisible-execute', 'invisible-declarative', 'bound-button', 'bound-button-by-call'] as const;

test(`costs nothing until its challenge is shown, then it is solved: ${INVISIBLE.join(', ')}`, async ({ world }) => {
  for (const [before, name] of INVISIBLE.entries())
    await test.step(name, async () => {
      const { url, way } = entry(name);
      const page = await world.open(url);
      await page.waitForFunction(() => document.querySelector('iframe[name^="a-"]'));
      // The agent is there and has judged: the popup knows the widget.
      const popup = await world.popup(page);
      await expect(popup.getByText('It may pass by itself.')).toBeVisible();
      expect(world.creates()).toBe(before);
      await popup.close();
      await page.bringToFront();
      await page.locator(start(way)).click();
      if (way === 'press') {
        await expect(page.locator('#verdict')).toHaveText('accepted');
      } else {
        await solved(page);
        // The challenge no longer covers the page.
        await page.locator('.send').first().click();
        await expect(page.locator('#verdict')).toHaveText('accepted');
      }
      expect(world.creates()).toBe(before + 1);
      await page.close();
    });
});

test(`passes by itself, no task: ${INVISIBLE.join(', ')}`, async ({ world }) => {
  world.sandbox.recaptcha.variant = { passSilently: true };
  for (const name of INVISIBLE)
    await test.step(name, async () => {
      const { url, way } = entry(name);
      const page = await world.open(url);
      await page.waitForFunction(() => document.querySelector('iframe[name^="a-"]'));
      await page.locator(start(way)).click();
      if (way === 'press') await expect(page.locator('#verdict')).toHaveText('accepted');
      else await solved(page);
      await page.close();
    });
  expect(world.creates()).toBe(0);
});

test.describe('always', () => {
  test.use({ preset: { kinds: { recaptcha: { always: true } } } });

  test('acts at execute, before any challenge', async ({ world }) => {
    const { url } = entry('invisible-execute');
    const page = await world.open(url);
    await page.waitForFunction(() => document.querySelector('iframe[name^="a-"]'));
    expect(world.creates()).toBe(0);
    await page.locator('#ask').click();
    await solved(page);
    expect(world.creates()).toBe(1);
  });

  test('a score widget (v3) is left alone', async ({ world }) => {
    const page = await world.open(entry('score').url);
    await page.waitForFunction(() => document.querySelector('iframe[name^="a-"]'));
    await page.locator('#ask').click();
    await expect.poll(async () => (await callsOf(page)).length).toBeGreaterThan(0);
    expect(world.creates()).toBe(0);
  });
});
