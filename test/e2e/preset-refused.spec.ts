import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect as base, stopWorker, test, type World } from './support/fixture.ts';

const expect = base.configure({ timeout: 20_000 });
const KEY = 'never-to-be-shown-0123456789abcdef';
const refused = (popup: Page) => popup.getByRole('main').getByText('preset.json was refused:');

const REFUSED: { what: string; lines: (string | null)[]; says: RegExp[] }[] = [
  {
    what: 'a comma is missing',
    lines: ['"service": "capmonster",', `"key": "${KEY}"`, '"mode": "ask"'],
    says: [/line 4: Not JSON: comma expected/],
  },
  { what: 'a comma too many', lines: ['"service": "capmonster",', `"key": "${KEY}",`], says: [/line 4: Not JSON/] },
  {
    what: 'a comment',
    lines: ['"service": "capmonster", // mine', `"key": "${KEY}"`],
    says: [/line 2: Not JSON: invalid comment/],
  },
  { what: 'no text at all', lines: [null], says: [/line 1: Not JSON/] },
  {
    what: 'an unknown field',
    lines: ['"service": "capmonster",', `"key": "${KEY}",`, '"mdoe": "ask"'],
    says: [/line 4, field mdoe: There is no such field/],
  },
  {
    what: 'a wrong type',
    lines: ['"service": "capmonster",', `"key": "${KEY}",`, '"privateWindows": "yes"'],
    says: [/line 4, field privateWindows: .*boolean/],
  },
  {
    what: 'a key of the wrong type',
    lines: ['"service": "capmonster",', `"key": ["${KEY}"]`],
    says: [/line 3, field key: .*string/],
  },
  { what: 'no key', lines: ['"service": "capmonster"'], says: [/line 1, field key: /] },
  { what: 'an unknown service', lines: [`"service": "${KEY}",`, `"key": "${KEY}"`], says: [/line 2, field service: /] },
  {
    what: 'a custom service at a bad address',
    lines: ['"service": "custom",', `"key": "${KEY}",`, '"address": "http://api.example"'],
    says: [/line 4, field address: Plain http:\/\/ would show your key/],
  },
  {
    what: 'a custom service without address',
    lines: ['"service": "custom",', `"key": "${KEY}"`],
    says: [/line 1, field address: Type the address/],
  },
  {
    what: 'two errors',
    lines: ['"service": "capmonster",', `"key": "${KEY}",`, '"mode": "on",', '"budgets": {', '"perDay": -1', '}'],
    says: [/line 4, field mode: /, /line 6, field budgets\.perDay: /],
  },
];

test.use({ preset: null });

test('a preset that is refused: each with line and field, and never the key', async ({ world, launched }) => {
  test.slow();
  for (const { what, lines, says } of REFUSED)
    await test.step(what, async () => {
      const text = lines[0] === null ? '' : `{\n${lines.join('\n')}\n}`;
      await writeFile(join(launched.folder, 'preset.json'), text);
      // Read whenever the background starts.
      await stopWorker(world.context);
      await isRefused(world, says);
    });
});

async function isRefused(world: World, says: RegExp[]): Promise<void> {
  const popup = await world.open(`${world.extension}/popup.html`);
  const options = await world.open(`${world.extension}/options.html`);
  for (const page of [popup, options]) {
    for (const line of says) await expect(page.getByText(line).last()).toBeVisible();
    expect(await page.content()).not.toContain(KEY);
  }
  await expect(refused(popup)).toBeVisible();
  await expect(popup.getByText('Nothing in it was applied.')).toBeVisible();
  await expect(popup.getByText('No key saved yet.')).toBeVisible();
  // No word of it is wider than the popup.
  await popup.setViewportSize({ width: 380, height: 600 });
  await expect.poll(() => popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(380);
  await popup.close();
  await options.close();
}
