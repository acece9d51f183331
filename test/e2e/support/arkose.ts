import type { Page } from '@playwright/test';
import { beginByHand } from '../../sandbox/arkose-by-hand.ts';
import { ARKOSE_ENTRIES, ARKOSE_KEYS, type ArkoseEntry } from '../../sandbox/pages/arkose-catalogue.ts';
import { callsOf, expect, type World } from './fixture.ts';
import { accepted as sent } from './form.ts';

const WAIT = { timeout: 20_000, intervals: [50] };

export const arkose = (name: string): ArkoseEntry => {
  const found = ARKOSE_ENTRIES.find((entry) => entry.name === name);
  if (!found) throw new Error(`no page ${name}`);
  return found;
};

/** What was asked of the service, in order. */
export const tasksOf = ({ sandbox }: World): Record<string, unknown>[] =>
  sandbox.services.capmonster.requests.flatMap(({ path, body }) =>
    path.endsWith('/createTask') ? [(body as { task: Record<string, unknown> }).task] : [],
  );

/** The sessions that the vendor's own widgets opened. */
export const genuine = ({ sandbox }: World) => sandbox.arkose.sessions.filter(({ by }) => by === 'widget');

export const waitForCall = (page: Page, name: string, count = 1) =>
  expect.poll(async () => (await callsOf(page)).filter((call) => call.name === name).length, WAIT).toBe(count);

/** Waits until the widget is there and, where it has a trigger, begins it. */
export async function begin(page: Page, entry: ArkoseEntry, nth = 0): Promise<void> {
  if (entry.kind === 'current' && entry.way === 'ask') await waitForCall(page, 'ready', entry.keys.length);
  if (entry.way === 'send') await waitForCall(page, 'setup');
  await beginByHand(page, entry, nth);
}

/** The vendor's own challenge may be on its way still. */
export const accepted = (page: Page, nth = 0): Promise<void> => sent(page, nth, 20_000);

/** The agent is there and has judged: the popup knows the widget. */
export async function judged(world: World, page: Page, reason: string): Promise<void> {
  const popup = await world.popup(page);
  await expect(popup.getByText(reason).first()).toBeVisible({ timeout: 20_000 });
  await popup.close();
  await page.bringToFront();
}

/** What a task must name for a page of the catalogue. */
export function taskFor(name: string, nth = 0): Record<string, unknown> {
  const key = Object.values(ARKOSE_KEYS).find(({ publicKey }) => publicKey === arkose(name).keys[nth]);
  if (!key) throw new Error(`no key for ${name}`);
  const subdomain = key.host === 'client-api.arkoselabs.com' ? {} : { funcaptchaApiJSSubdomain: key.host };
  return { type: 'FunCaptchaTask', websiteURL: arkose(name).url, websitePublicKey: key.publicKey, ...subdomain };
}

/** The one-time value that a task names. */
export const blobIn = (task: Record<string, unknown> | undefined): string =>
  (JSON.parse(String(task?.['data'])) as { blob: string }).blob;
