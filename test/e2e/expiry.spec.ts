import { badgesOf } from './support/badges.ts';
import { callsOf, expect, solved, test } from './support/fixture.ts';

/** As reCAPTCHA says it; Solvent keeps to it (fact sheet of widgets, 1.3). */
const LIFETIME_MS = 120_000;

test('two minutes later the answer is taken back as the vendor does it, and another one is the person’s word', async ({
  world,
}) => {
  const page = await world.open('https://forms.test/by-id');
  await solved(page);
  const field = page.locator('textarea[name="g-recaptcha-response"]');
  await expect(field).not.toHaveValue('');
  // The page's clock runs ahead to its next timer, again and again, until so much time has passed.
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setVirtualTimePolicy', { policy: 'advance', budget: LIFETIME_MS });
  const names = async () => (await callsOf(page)).map(({ name }) => name);
  await expect.poll(names).toEqual(['solved', 'expired']);
  await expect(field).toHaveValue('');
  const badges = async () => (await badgesOf(page)).map(({ show, text }) => `${show}: ${text}`);
  await expect.poll(badges).toEqual([expect.stringMatching(/^offer: Solve again/)]);
  expect(world.creates()).toBe(1);
});
