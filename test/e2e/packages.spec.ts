import { join } from 'node:path';
import { KEYS } from '../sandbox/pages/catalogue.ts';
import { callsOf, expect, test } from './support/fixture.ts';
import { PACKAGES } from './support/packages.ts';

// The unmodified packages are the judges: the sandbox agreeing with Solvent proves nothing (design section 9).
test.use({ quiet: false });

/** Package -> the event that tells its app of the token; invisible ones begin with the form's own button. */
const PAGES = {
  'react-google-recaptcha': { event: 'onChange' },
  'react-google-recaptcha-strict': { event: 'onChange' },
  'react-google-recaptcha-invisible': { event: 'onChange', invisible: true },
  'google-recaptcha-react': { event: 'onChange' },
  'google-recaptcha-react-inline': { event: 'onChange' },
  'google-recaptcha-react-invisible': { event: 'onChange', invisible: true },
  'vue-recaptcha': { event: 'verify' },
  'vue3-recaptcha2': { event: 'verify' },
  'react-recaptcha': { event: 'verifyCallback' },
} as const;

/**
 * What the packages say by themselves: react-recaptcha's documented page names an onload function that the package never
 * defines, and React's development build greets the developer.
 */
const OWN_NOISE = /couldn't find user-provided function: onloadCallback|React DevTools/;

test(`unmodified, form submitted, accepted, one task each: ${Object.keys(PAGES).join(', ')}`, async ({ world }) => {
  test.setTimeout(120_000);
  const { sandbox, canary } = world;
  for (const [before, [name, how]] of Object.entries(PAGES).entries())
    await test.step(name, async () => {
      sandbox.sites.mount(`https://${name}.test/`, join(PACKAGES, name));
      const page = await world.open(`https://${name}.test/?key=${KEYS.first}`);
      const submit = page.locator('button[type=submit]');
      if ('invisible' in how) {
        await page.waitForFunction(() => document.querySelector('iframe[name^="a-"]'));
        await submit.click();
      } else {
        await expect(submit).toBeEnabled({ timeout: 20_000 });
        await submit.click();
      }
      await expect(page.locator('#verdict')).toHaveText('accepted', { timeout: 20_000 });
      const tokens = (await callsOf(page)).filter((call) => call.name === how.event && call.token);
      expect(tokens).toHaveLength(1);
      expect(world.creates()).toBe(before + 1);
      expect(sandbox.sites.submissions.slice(before)).toMatchObject([{ success: true }]);
      expect(canary.noise.filter((line) => !OWN_NOISE.test(line))).toEqual([]);
      await page.close();
    });
});
