import { KEYS } from '../sandbox/pages/catalogue.ts';
import { declarative } from '../sandbox/pages/forms.ts';
import type { ServiceId } from '../sandbox/types.ts';
import { expect as base, keyAt, solved, stopWorker, test, type World } from './support/fixture.ts';
import { chargedBy, jump, ledgerOf, openOptions, saved, sumOf } from './support/ledger.ts';
import { openSolved } from './support/services.ts';

const expect = base.configure({ timeout: 20_000 });
const URL_ = 'https://forms.test/declarative';

const today = async (world: World) => {
  const popup = await world.popup();
  return popup.getByText('Today:').locator('..');
};

/** Looks up the balance, as a person would. */
async function checkBalance(world: World): Promise<void> {
  const popup = await world.popup();
  await popup.getByRole('button', { name: 'Check balance' }).click();
  await expect(popup.getByRole('status', { name: 'Balance' })).toContainText('Balance: $');
  await popup.close();
}

test('what was solved today, and for how much, in the popup', async ({ world }) => {
  const page = await world.open(URL_);
  await solved(page);
  await expect(await today(world)).toHaveText('Today: 1 solved, $0.0006');
});

test.describe('sum of the ledger = what the service has charged', () => {
  for (const service of ['capmonster', 'anticaptcha', '2captcha'] as const)
    test.describe(service, () => {
      test.use({ preset: { service } });

      test('told with the answer; a lost task is listed apart', async ({ world }) => {
        const control = world.sandbox.services[service];
        // The task is made, and nobody can read which.
        control.fault('createTask', { kind: 'truncated' });
        await solved(await world.open('https://forms.test/three-forms'), 2);
        await expect
          .poll(async () => (await ledgerOf(world)).map(({ outcome }) => outcome).sort())
          .toEqual(['delivered', 'delivered', 'orphaned']);
        const entries = await ledgerOf(world);
        expect(sumOf(entries, 'service')).toBe(chargedBy(control).heard);
        expect(sumOf(entries, 'service')).toBe(2 * Math.round(control.price * 1e9));
        expect(entries.find(({ outcome }) => outcome === 'orphaned')?.cost).toBeNull();
        expect(entries.map(({ polls }) => polls).reduce((sum, polls) => sum + polls, 0)).toBe(
          control.tasks.reduce((sum, { polls }) => sum + polls, 0),
        );
        await expect(await today(world)).toContainText(
          /^Today: 2 solved, \$0\.\d+Not counted: 1 without an answer, possibly charged\.$/,
        );
      });
    });

  for (const service of ['capkill', 'capsolver'] as const)
    test.describe(service, () => {
      test.use({ preset: { service } });

      test('measured by the balance, which is asked for once', async ({ world }) => {
        const control = world.sandbox.services[service];
        await checkBalance(world);
        await solved(await world.open('https://forms.test/three-forms'), 3);
        expect((await ledgerOf(world)).map(({ cost }) => cost)).toEqual([null, null, null]);
        await expect(await today(world)).toContainText('at least $0.00');
        await jump(world, 31_000);
        await expect.poll(async () => sumOf(await ledgerOf(world), 'balance')).toBe(chargedBy(control).heard);
        expect(control.requests.filter(({ path }) => path.endsWith('/getBalance'))).toHaveLength(2);
        expect(control.balance(keyAt(world.key, service))).toBeCloseTo(10 - 3 * control.price, 9);
      });
    });

  test.describe('captcha69', () => {
    test.use({ preset: { service: 'captcha69' } });

    test('estimated by the price table, and said to be', async ({ world }) => {
      const control = world.sandbox.services.captcha69;
      const options = await openOptions(world);
      await options.getByLabel('Captcha69, 1000 × reCAPTCHA').fill(String(control.price * 1000));
      await options.getByLabel('Captcha69, 1000 × reCAPTCHA').press('Enter');
      await expect(options.getByRole('banner').getByRole('status')).toHaveText('Saved');
      await openSolved(world);
      await expect(await today(world)).toHaveText('Today: 1 solved, about $0.0005');
      const entries = await ledgerOf(world);
      expect(sumOf(entries, 'service', 'balance')).toBe(0);
      expect(sumOf(entries, 'estimate')).toBe(chargedBy(control).heard);
    });
  });

  test.describe('BrocapGPT, which solves none of these', () => {
    test.use({ preset: { service: 'brocapgpt', others: [{ service: 'capmonster' }] } });

    test('nothing; the one that was asked instead has it all', async ({ world }) => {
      await openSolved(world);
      const entries = await ledgerOf(world);
      expect(entries.map(({ service }) => service)).toEqual(['capmonster']);
      for (const service of ['brocapgpt', 'capmonster'] as ServiceId[])
        expect(
          sumOf(
            entries.filter((entry) => entry.service === service),
            'service',
          ),
        ).toBe(chargedBy(world.sandbox.services[service]).heard);
    });
  });

  test('a task that fails, and one that is refused', async ({ world }) => {
    const control = world.sandbox.services.capmonster;
    control.fault('createTask', { kind: 'error', errorCode: 'ERROR_RECAPTCHA_INVALID_SITEKEY' });
    control.endWith = 'ERROR_CAPTCHA_UNSOLVABLE';
    await world.open('https://forms.test/three-forms');
    await expect
      .poll(async () => (await ledgerOf(world)).map(({ outcome }) => outcome))
      .toEqual(Array(3).fill('failed'));
    const entries = await ledgerOf(world);
    expect(entries.map(({ errorCode, cost }) => [errorCode, cost?.nano]).sort()).toEqual([
      ['ERROR_CAPTCHA_UNSOLVABLE', undefined],
      ['ERROR_CAPTCHA_UNSOLVABLE', undefined],
      ['ERROR_RECAPTCHA_INVALID_SITEKEY', 0],
    ]);
    expect(sumOf(entries, 'service')).toBe(chargedBy(control).heard);
  });
});

test('the worker dies at the moment of the delivery: recorded once all the same', async ({ world }) => {
  const page = await world.open(URL_);
  await page.waitForFunction(() => (window as unknown as { calls?: unknown[] }).calls?.length, null, { polling: 5 });
  await stopWorker(world.context);
  // Wakes it, when the page has nothing more to say.
  await openOptions(world);
  await expect.poll(async () => (await ledgerOf(world)).map(({ outcome }) => outcome)).toEqual(['delivered']);
  expect(sumOf(await ledgerOf(world), 'service')).toBe(chargedBy(world.sandbox.services.capmonster).heard);
});

test('the browser forgets its session while a task is at work: listed as possibly charged', async ({ world }) => {
  world.sandbox.services.capmonster.solveAfterMs = 60_000;
  const page = await world.open(URL_);
  await expect.poll(world.creates).toBe(1);
  await expect.poll(async () => (await ledgerOf(world)).map(({ outcome }) => outcome)).toEqual(['open']);
  await page.close();
  await (await world.worker()).evaluate(async () => {
    // It ends with its session, so that nothing is written after that.
    chrome.storage.session.set = () => new Promise(() => {});
    await chrome.storage.session.clear();
  });
  await stopWorker(world.context);
  // Wakes it.
  await openOptions(world);
  await expect.poll(async () => (await ledgerOf(world)).map(({ outcome }) => outcome)).toEqual(['orphaned']);
  expect(world.creates()).toBe(1);
});

test('saved as CSV and JSON: no answer, no key, no address; deleted for good', async ({ world }) => {
  const secret = 'https://forms.test/account-4711';
  world.sandbox.sites.page(secret, declarative([KEYS.first]).html);
  const page = await world.open(`${secret}?session=S`);
  const [call] = await solved(page);
  await solved(await world.open(URL_));
  const options = await openOptions(world);
  await expect(options.getByRole('row').filter({ hasText: 'forms.test' })).toHaveCount(2);
  const csv = await saved(options, 'Save as CSV');
  const json = await saved(options, 'Save as JSON');
  expect([csv.name, json.name]).toEqual([
    expect.stringMatching(/^solvent-history-\d{4}-\d\d-\d\d\.csv$/),
    expect.stringMatching(/^solvent-history-\d{4}-\d\d-\d\d\.json$/),
  ]);
  const rows = csv.text.split('\r\n').map((line) => line.split(','));
  expect(rows.map(({ length }) => length)).toEqual([18, 18, 18, 1]);
  const { entries } = JSON.parse(json.text) as { entries: { origin: string; costUsd: string; pathHash: string }[] };
  expect(entries.map(({ origin, costUsd }) => [origin, costUsd])).toEqual(
    Array(2).fill(['https://forms.test', '0.0006']),
  );
  expect(new Set(entries.map(({ pathHash }) => pathHash)).size).toBe(2);
  for (const { text } of [csv, json])
    for (const word of [world.key, call?.token ?? 'no token', 'account', '4711', 'session'])
      expect(text).not.toContain(word);

  await options.getByRole('button', { name: 'Delete history' }).click();
  await options.getByRole('button', { name: 'Keep it' }).click();
  await expect(options.getByRole('row').filter({ hasText: 'forms.test' })).toHaveCount(2);
  await options.getByRole('button', { name: 'Delete history' }).click();
  await options.getByRole('button', { name: 'Delete all of it' }).click();
  await expect(options.getByText('No task so far.')).toBeVisible();
  // What the journal still holds does not come back with the next worker.
  await stopWorker(world.context);
  await expect(await today(world)).toHaveText('Today: 0 solved, $0.00');
  await options.reload();
  await expect(options.getByText('No task so far.')).toBeVisible();
});

test('listed a page at a time, narrowed by service, site and outcome', async ({ world }) => {
  await solved(await world.open(URL_));
  const options = await openOptions(world);
  const rows = options.getByRole('row').filter({ has: options.getByRole('cell') });
  await expect(rows).toHaveCount(1);
  await options.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('ledger');
        opening.onsuccess = () => {
          const entries = opening.result.transaction('entries', 'readwrite').objectStore('entries');
          const reading = entries.getAll();
          reading.onsuccess = () => {
            const [one] = reading.result;
            for (let index = 0; index < 60; index++)
              entries.put({
                ...one,
                job: `job-${index}`,
                at: one.at - index * 1_000 - 1,
                ...(index % 2 && { service: 'capsolver', site: 'b.example' }),
                ...(index % 5 === 0 && { outcome: 'failed' }),
              });
          };
          entries.transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
        opening.onerror = () => reject(opening.error);
      }),
  );
  await expect(rows).toHaveCount(25);
  await options.getByRole('button', { name: 'Older' }).click();
  await options.getByRole('button', { name: 'Older' }).click();
  await expect(rows).toHaveCount(11);
  await expect(options.getByRole('button', { name: 'Older' })).toHaveAttribute('aria-disabled', 'true');
  await options.getByRole('button', { name: 'Newer' }).click();
  await expect(rows).toHaveCount(25);
  await options.getByRole('combobox', { name: 'Outcome', exact: true }).selectOption('Not solved');
  await expect(rows).toHaveCount(12);
  await options.getByRole('combobox', { name: 'Service', exact: true }).selectOption('CapSolver');
  await expect(rows).toHaveCount(6);
  await options.getByRole('combobox', { name: 'Site', exact: true }).selectOption('forms.test');
  await expect(options.getByText('No task fits these filters.')).toBeVisible();
  await options.getByRole('combobox', { name: 'Site', exact: true }).selectOption('b.example');
  await expect(rows).toHaveCount(6);
});
