import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ARKOSE_KEYS } from '../sandbox/pages/arkose-catalogue.ts';
import { genuine, tasksOf, waitForCall } from './support/arkose.ts';
import { callsOf, expect, test } from './support/fixture.ts';
import { PACKAGES } from './support/packages.ts';

const budgets = { atOnce: 20 };

// React's development build greets the developer: looked at below.
test.use({ quiet: false, preset: { budgets } });

/** After what the vendor publishes for those who build with it (fact sheet of widgets, 4.1). */
const INLINE = ['arkose-plain-inline', 'arkose-react-inline', 'arkose-vue-inline'];
const RUN = ['arkose-plain', 'arkose-react', 'arkose-vue'];
/** Mounted twice: the first script is out of the document and may load last, which is made good once the agent is there. */
const STRICT = 'arkose-react-strict';

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
  const names = [STRICT, ...INLINE, ...RUN];
  const open = (name: string) => {
    sandbox.sites.mount(`https://${name}.test/`, join(PACKAGES, name));
    return world.open(`https://${name}.test/`);
  };
  sandbox.arkose.variant = { callback: 'later', callbackDelayMs: 500 };
  const strict = await open(STRICT);
  await waitForCall(strict, 'setup', 2);
  sandbox.arkose.variant = { callback: 'later' };
  const pages = [strict, ...(await Promise.all([...INLINE, ...RUN].map(open)))];
  for (const [index, name] of names.entries())
    await test.step(name, async () => {
      const page = pages[index] as Page;
      await page.bringToFront();
      await waitForCall(page, INLINE.includes(name) ? 'onCompleted' : 'setup', name === STRICT ? 2 : 1);
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
