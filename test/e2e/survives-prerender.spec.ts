import { openBrowser } from '../bench/browser.ts';
import { KEYS } from '../sandbox/pages/catalogue.ts';
import { declarative } from '../sandbox/pages/forms.ts';
import type { Sandbox } from '../sandbox/types.ts';
import { expect, type PageCall, test } from './support/fixture.ts';
import { inPage } from './support/targets.ts';

const START = 'https://forms.test/start';
const PAGE = 'https://forms.test/prerendered';
const OTHER = 'https://other.test/';
const KEY = 'key-of-prerender';

// Browsers start and stop slowly where much else goes on.
test.setTimeout(120_000);

/** Goes on to the page, which is being prerendered, once the sandbox has a page `/look`. */
const START_HTML = `<!DOCTYPE html><title>Start</title>
<script type="speculationrules">${JSON.stringify({ prerender: [{ urls: [PAGE], eagerness: 'immediate' }] })}</script>
<script>setInterval(async () => (await fetch('/look')).ok && (location.href = '${PAGE}'), 100);</script>`;

/** Tells the sandbox how it stands, as nobody else can ask it. */
const TELLING = `<script>
const tell = (what) => fetch('/' + what + '?' + document.visibilityState + '&' +
  (performance.getEntriesByType('navigation')[0].activationStart > 0));
const drawn = setInterval(() => {
  if (!document.querySelector('iframe[name^="a-"]')) return;
  clearInterval(drawn);
  tell(document.prerendering ? 'drawn-ahead' : 'drawn-late');
}, 50);
document.addEventListener('prerenderingchange', () => tell('activated'));
</script>`;

const pathsOf = ({ sites }: Sandbox) => sites.requests.map(({ path }) => path);
const sitesAsked = ({ services: { capmonster } }: Sandbox) => capmonster.tasks.map(({ task }) => task['websiteURL']);

// Playwright's own way of looking at tabs keeps the browser from prerendering.
test('prerendered: nothing is bought before the page is looked at, then one task, one token', async ({ sandbox }) => {
  const { capmonster } = sandbox.services;
  capmonster.reset();
  capmonster.solveAfterMs = 300;
  capmonster.addKey(KEY, 10);
  sandbox.sites.requests.length = 0;
  sandbox.sites.page(START, START_HTML);
  sandbox.sites.page(PAGE, declarative([KEYS.first]).html + TELLING);
  sandbox.sites.page(OTHER, declarative([KEYS.first]).html);
  const preset = { service: 'capmonster', key: KEY };
  const browser = await openBrowser('solvent', { resolverRules: sandbox.resolverRules, preset });
  const open = (url: string) => browser.cdp.send('Target.createTarget', { url, newWindow: true });
  try {
    await open(START);
    await expect.poll(() => pathsOf(sandbox), { timeout: 20_000 }).toContain('/drawn-ahead?hidden&false');
    // Another page is solved meanwhile: whoever would have bought for the one ahead has had the time.
    await open(OTHER);
    await expect.poll(() => capmonster.tasks[0]?.collectedAt, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(sitesAsked(sandbox)).toEqual([OTHER]);

    sandbox.sites.page('https://forms.test/look', '');
    await expect.poll(() => pathsOf(sandbox), { timeout: 20_000 }).toContain('/activated?visible&true');
    await expect.poll(() => capmonster.tasks[1]?.collectedAt, { timeout: 20_000 }).toBeGreaterThan(0);
    const calls = async () => (await inPage<PageCall[]>(browser, PAGE, 'calls'))?.map(({ token }) => token);
    await expect.poll(calls, { timeout: 20_000 }).toEqual([capmonster.tasks[1]?.token]);
    expect(sitesAsked(sandbox)).toEqual([OTHER, PAGE]);
  } finally {
    await browser.close();
  }
});
