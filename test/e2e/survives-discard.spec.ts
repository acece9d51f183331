import { openBrowser } from '../bench/browser.ts';
import { expect, type PageCall, test } from './support/fixture.ts';
import { inPage, inWorker } from './support/targets.ts';

const PAGE = 'https://forms.test/declarative';
const KEY = 'key-of-discard';

// Not in Playwright's browser: it ends by a fault of its own where a tab is discarded that a tool is attached to.
test('tab discarded and looked at again: one task, and the page that is loaded anew gets its token', async ({
  sandbox,
}) => {
  const { capmonster } = sandbox.services;
  capmonster.reset();
  capmonster.solveAfterMs = 6_000;
  capmonster.addKey(KEY, 10);
  sandbox.sites.submissions.length = 0;
  const preset = { service: 'capmonster', key: KEY };
  const browser = await openBrowser('solvent', { resolverRules: sandbox.resolverRules, preset });
  try {
    await browser.cdp.send('Target.createTarget', { url: PAGE, newWindow: true });
    await expect.poll(() => capmonster.tasks[0]?.polls, { timeout: 20_000 }).toBe(1);
    // A tab that is looked at is not discarded.
    await browser.cdp.send('Target.createTarget', { url: 'about:blank' });
    const discarded = await inWorker<{ id: number; discarded: boolean }>(
      browser,
      `chrome.tabs.query({ url: '${PAGE}' })
        .then(([tab]) => chrome.tabs.discard(tab.id))
        .then(({ id, discarded }) => ({ id, discarded }))`,
    );
    expect(discarded.discarded).toBe(true);
    await inWorker(browser, `chrome.tabs.update(${discarded.id}, { active: true }).then(() => null)`);
    const tokens = async () =>
      ((await inPage<PageCall[]>(browser, PAGE, 'window.calls')) ?? []).map(({ token }) => token);
    await expect.poll(tokens, { timeout: 20_000 }).toEqual([capmonster.tasks[0]?.token]);
    await inPage(browser, PAGE, `document.querySelector('.send').click()`);
    await expect.poll(() => sandbox.sites.submissions.map(({ success }) => success)).toEqual([true]);
    expect(capmonster.tasks).toHaveLength(1);
  } finally {
    await browser.close();
  }
});
