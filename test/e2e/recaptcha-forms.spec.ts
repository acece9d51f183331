import type { Page } from '@playwright/test';
import { ENTRIES, type Entry, KEYS } from '../sandbox/pages/catalogue.ts';
import { expect, solved, test } from './support/fixture.ts';

// A vendor's frames are in processes of their own here, as in a person's browser.
test.use({ frames: 'apart' });

// Every way in which a page can bring a reCAPTCHA v2 that is answered without a click. Facts: widgets, 1 and 8.
const TICKED = ENTRIES.filter(({ way }) => way === 'tick');
/** Pages that one browser opens at once, as a person with several tabs does. */
const TABS = 6;

for (let first = 0; first < TICKED.length; first += TABS) {
  const entries = TICKED.slice(first, first + TABS);
  test.describe('each in a tab of its own', () => {
    // The default for one site is less than these tabs together.
    test.use({ preset: { budgets: { atOncePerSite: 20 } } });

    test(`${entries.map(({ name }) => name).join(', ')}: solved without a click, accepted, one task a widget`, async ({
      world,
    }) => {
      const pages = await Promise.all(entries.map(({ url }) => world.open(url)));
      for (const [index, entry] of entries.entries())
        await test.step(entry.name, () => isSolved(entry, pages[index] as Page));
      expect(world.sandbox.sites.submissions).toEqual(
        entries.map(() => expect.objectContaining({ success: true, errorCodes: [] })),
      );
      expect(world.creates()).toBe(entries.reduce((sum, { widgets }) => sum + widgets, 0));
    });
  });
}

/** Each widget has its own answer, the page's callback had each once, getResponse knows them, and the site accepts. */
async function isSolved({ name, widgets }: Entry, page: Page): Promise<void> {
  const calls = await solved(page, widgets);
  expect(new Set(calls.map(({ token }) => token)).size).toBe(widgets);
  const tokens = calls.map(({ token }) => token);
  const api = name === 'enterprise' ? 'grecaptcha.enterprise' : 'grecaptcha';
  const frame = page.frames().find((each) => each.name() === 'inner') ?? page.mainFrame();
  expect(tokens).toContain(await page.evaluate(`${api}.getResponse()`));
  const fields = frame.locator('textarea[name="g-recaptcha-response"]');
  for (const value of await fields.evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value)))
    expect(tokens).toContain(value);
  // A tab at the back takes no mouse.
  await page.bringToFront();
  await frame.locator('.send').first().click();
  await expect(page.locator('#verdict')).toHaveText('accepted');
}

test('the task names what the widget and the browser say', async ({ world }) => {
  const { tasks } = world.sandbox.services.capmonster;
  const page = await world.open('https://forms.test/declarative?secret=1#part');
  await solved(page);
  expect(tasks.map(({ task }) => task)).toEqual([
    { type: 'RecaptchaV2Task', websiteURL: 'https://forms.test/declarative', websiteKey: KEYS.first },
  ]);
});

test('enterprise: action, payload and type of the task', async ({ world }) => {
  const page = await world.open('https://forms.test/enterprise');
  await solved(page);
  expect(world.sandbox.services.capmonster.tasks.map(({ task }) => task)).toMatchObject([
    {
      type: 'RecaptchaV2EnterpriseTask',
      websiteURL: 'https://forms.test/enterprise',
      websiteKey: KEYS.enterprise,
      pageAction: expect.any(String),
      enterprisePayload: { s: expect.any(String) },
    },
  ]);
});
