import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ARKOSE_KEYS } from '../sandbox/pages/arkose-catalogue.ts';
import { genuine, tasksOf, waitForCall } from './support/arkose.ts';
import { callsOf, expect, test } from './support/fixture.ts';
import { PACKAGES } from './support/packages.ts';

const budgets = { atOnce: 20 };

// React's development build greets the developer: looked at below.
test.use({ quiet: false, preset: { service: 'capmonster', budgets } });

/** After what the vendor publishes for those who build with it (fact sheet of widgets, 4.1). */
const INLINE = ['arkose-plain-inline', 'arkose-react-inline', 'arkose-vue-inline'];
const RUN = ['arkose-plain', 'arkose-react', 'arkose-react-strict', 'arkose-vue'];

async function isAccepted(page: Page): Promise<void> {
  await expect(page.locator('#verdict')).toHaveText('accepted', { timeout: 20_000 });
  expect((await callsOf(page)).filter(({ name }) => name === 'onCompleted')).toEqual([
    expect.objectContaining({ token: expect.stringContaining(ARKOSE_KEYS.first.publicKey) }),
  ]);
}

test('plain, React and Vue: answered without a click where it is inline, else by the form’s own button', async ({
  world,
}) => {
  test.slow();
  const { sandbox, canary } = world;
  const names = [...INLINE, ...RUN];
  const pages = await Promise.all(
    names.map((name) => {
      sandbox.sites.mount(`https://${name}.test/`, join(PACKAGES, name));
      return world.open(`https://${name}.test/`);
    }),
  );
  for (const [index, name] of names.entries())
    await test.step(name, async () => {
      const page = pages[index] as Page;
      await page.bringToFront();
      await (INLINE.includes(name) ? waitForCall(page, 'onCompleted') : waitForCall(page, 'onReady'));
      await page.locator('button').click();
      await isAccepted(page);
    });
  const key = ARKOSE_KEYS.first.publicKey;
  expect(
    tasksOf(world)
      .map(({ websiteURL, websitePublicKey }) => [websiteURL, websitePublicKey])
      .sort(),
  ).toEqual(names.map((name) => [`https://${name}.test/`, key]).sort());
  expect(genuine(world).length).toBe(names.length);
  expect(canary.noise.filter((line) => !/React DevTools/.test(line))).toEqual([]);
});
