import assert from 'node:assert/strict';
import type { Case } from '../case.ts';
import { solved } from '../page.ts';
import { until } from '../until.ts';
import type { World } from '../world.ts';
import { FORM } from './solves.ts';

async function shows({ open, extension }: World, path: string, ...texts: string[]): Promise<void> {
  const page = await open(`${extension}/${path}`);
  const text = () => page.evaluate(() => document.body.textContent ?? '');
  await until(`${texts} on ${path}`, async () => {
    const now = await text();
    return texts.every((each) => now.includes(each));
  }).catch(async (error: Error) => assert.fail(`${error.message}; it shows: ${await text()}`));
}

/** The extension's own pages. */
export const PAGES: readonly Case[] = [
  {
    name: 'popup: service, balance, and the widget of the page it is opened over',
    async run(world) {
      const page = await world.open(FORM);
      await until('task', () => world.creates() > 0);
      const asking = await world.open(`${world.extension}/options.html`);
      const tabId = await asking.evaluate(
        async (url) => (await chrome.tabs.query({})).find((tab) => tab.url === url)?.id,
        page.url(),
      );
      await shows(world, `popup.html?tabId=${tabId}`, 'CapMonster Cloud', '$', 'reCAPTCHA');
      // Else the next case's page would be given what this one has begun.
      await solved(page);
    },
  },
  {
    name: 'options',
    run: (world) => shows(world, 'options.html', 'CapMonster Cloud', 'History'),
  },
];
