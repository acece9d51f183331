import type { Page } from '@playwright/test';
import { KEYS } from '../sandbox/pages/catalogue.ts';
import { declarative } from '../sandbox/pages/forms.ts';
import type { ServiceId } from '../sandbox/types.ts';
import { badgesOf, pressBadge } from './support/badges.ts';
import { expect as base, keyAt, solved, stopWorker, test, type World } from './support/fixture.ts';
import { asked, near } from './support/services.ts';

const expect = base.configure({ timeout: 20_000 });
const PAGE = 'https://forms.test/rejecting';

/** A form that asks its server without leaving the page, says what it answered, and resets its widget when refused. */
const REJECTING = declarative([KEYS.first]).html.replace(
  '</body>',
  `<p id="verdict"></p><script>document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  const reply = await fetch('/submit', { method: 'POST', body: new URLSearchParams(new FormData(event.target)) });
  const accepted = (await reply.text()).includes('>accepted<');
  document.getElementById('verdict').textContent = accepted ? 'accepted' : 'rejected';
  if (!accepted) grecaptcha.reset();
});</script></body>`,
);

/** Solves a page whose server takes no answer: it is rejected, and its widget empty again. */
async function openRejected(world: World): Promise<Page> {
  world.sandbox.sites.page(PAGE, REJECTING);
  const page = await world.open(PAGE);
  await solved(page);
  world.sandbox.recaptcha.tokenLifetimeMs = 0;
  await page.locator('.send').click();
  await expect(page.locator('#verdict')).toHaveText('rejected');
  return page;
}

const buttons = async (page: Page) => (await badgesOf(page)).flatMap((badge) => badge.buttons);
const WRONG = 'Tell the service that the answer was wrong';
const rows = (popup: Page) => popup.getByRole('region', { name: 'On this page' }).getByRole('listitem');
const wrong = (popup: Page) => popup.getByRole('button', { name: 'The answer was wrong' });

/** Everything that was reported, anywhere. */
const reports = (world: World) =>
  (Object.keys(world.sandbox.services) as ServiceId[]).flatMap((id) =>
    asked(world, id).filter(({ path }) => /report|feedback/.test(path)),
  );

/** One report, taken by the service, by the documented method, of the very task; `account`: whose key it goes with. */
function expectOneReport(world: World, service: ServiceId, path: string, extra: object = {}, account = 'custom'): void {
  const { tasks, reports: taken } = world.sandbox.services[service];
  const [task] = tasks;
  expect(taken.map(({ task }) => task.idText)).toEqual([task?.idText]);
  expect(reports(world).map((request) => ({ path: request.path, body: request.body, status: request.status }))).toEqual(
    [
      {
        path,
        body: { clientKey: keyAt(world.key, account), taskId: JSON.parse(task?.idText ?? ''), ...extra },
        status: 200,
      },
    ],
  );
  // As it came, digit by digit: a number stays one, and a text a text.
  expect(reports(world)[0]?.rawBody).toContain(`"taskId":${task?.idText}`);
}

/** Each service's own method; which of the two places it is told from makes no difference to it. */
const METHODS = [
  ['capmonster', 'badge', '/reportIncorrectTokenCaptcha', {}],
  ['anticaptcha', 'popup', '/reportIncorrectRecaptcha', {}],
  ['2captcha', 'popup', '/reportIncorrect', {}],
  ['capsolver', 'badge', '/feedbackTask', { result: { invalid: true } }],
] as const;

for (const [service, place, path, extra] of METHODS)
  test.describe(service, () => {
    // One of them at its own host; the others at an address that lets itself be asked sooner.
    const account = service === 'capmonster' ? service : 'custom';
    test.use({
      preset: async ({ sandbox }, use) => use(account === 'custom' ? near(sandbox, service) : { service }),
    });

    if (place === 'badge')
      test('the site rejects the answer: told from the badge, once', async ({ world }) => {
        const page = await openRejected(world);
        await expect.poll(() => buttons(page)).toContain(WRONG);
        expect(reports(world)).toEqual([]);
        await pressBadge(page, new RegExp(WRONG));
        await expect.poll(() => reports(world).length).toBe(1);
        await expect.poll(() => buttons(page)).toEqual(['Solve again this captcha with Solvent']);
        const popup = await world.popup(page);
        await expect(rows(popup)).toHaveCount(1);
        await expect(wrong(popup)).toHaveCount(0);
        expectOneReport(world, service, path, extra, account);
      });

    if (place === 'popup')
      test('told from the popup, once', async ({ world }) => {
        const page = await openRejected(world);
        const popup = await world.popup(page);
        await wrong(popup).dblclick();
        await expect(rows(popup)).toContainText(['Reported.']);
        await expect.poll(() => buttons(page)).not.toContain(WRONG);
        await popup.reload();
        await expect(rows(popup)).toHaveCount(1);
        await expect(wrong(popup)).toHaveCount(0);
        expectOneReport(world, service, path, extra, account);
      });
  });

test.describe('an id that no double holds', () => {
  test('is named digit by digit', async ({ world }) => {
    const digits = '90071992547409931234567';
    world.sandbox.services.capmonster.fault('createTask', { kind: 'hugeId', digits });
    const popup = await world.popup(await openRejected(world));
    await wrong(popup).click();
    await expect(rows(popup)).toContainText(['Reported.']);
    expect(reports(world).map(({ rawBody }) => rawBody)).toEqual([
      `{"clientKey":"${keyAt(world.key, 'custom')}","taskId":${digits}}`,
    ]);
  });
});

test('not told again by a worker that was started anew, nor by one after that', async ({ world }) => {
  const page = await openRejected(world);
  await expect.poll(() => buttons(page)).toContain(WRONG);
  await stopWorker(world.context);
  await pressBadge(page, new RegExp(WRONG));
  await expect.poll(() => reports(world).length).toBe(1);
  await stopWorker(world.context);
  const popup = await world.popup(page);
  await expect(rows(popup)).toHaveCount(1);
  await expect(wrong(popup)).toHaveCount(0);
  expectOneReport(world, 'capmonster', '/reportIncorrectTokenCaptcha');
});

test('the page is gone with the answer: the next one still offers it, once, and not elsewhere', async ({ world }) => {
  const { capmonster } = world.sandbox.services;
  const page = await world.open('https://forms.test/declarative');
  await solved(page);
  world.sandbox.recaptcha.tokenLifetimeMs = 0;
  await page.locator('.send').click();
  await expect(page.locator('#verdict')).toHaveText('rejected');
  capmonster.solveAfterMs = 60_000;
  await page.goto('https://forms.test/declarative');
  await expect.poll(world.creates).toBe(2);
  const popup = await world.popup(page);
  await expect(rows(popup)).toContainText(['Solving', 'before what is shown now']);
  await stopWorker(world.context);
  await wrong(popup).click();
  await expect(rows(popup).nth(1)).toContainText('Reported.');
  await page.reload();
  await stopWorker(world.context);
  await popup.reload();
  await expect(rows(popup)).toContainText(['Solving', 'reported as wrong']);
  await expect(wrong(popup)).toHaveCount(0);
  expectOneReport(world, 'capmonster', '/reportIncorrectTokenCaptcha');
  // Another site in the same tab has nothing to do with it.
  world.sandbox.sites.page('https://other.test/nothing', '<!DOCTYPE html><title>Nothing</title>');
  await page.goto('https://other.test/nothing');
  const there = await world.popup(page);
  await expect(there.getByText('No captcha noticed so far.')).toBeVisible();
});

test('a report that the service refuses is said, and not sent again', async ({ world }) => {
  const { fault } = world.sandbox.services.capmonster;
  fault('reportIncorrectTokenCaptcha', { kind: 'error', errorCode: 'WRONG_CAPTCHA_ID' }, 'always');
  const popup = await world.popup(await openRejected(world));
  await wrong(popup).click();
  await expect(rows(popup)).toContainText(['Your custom service no longer knows this task.']);
  await popup.reload();
  await expect(rows(popup)).toHaveCount(1);
  await expect(wrong(popup)).toHaveCount(0);
  expect(reports(world)).toHaveLength(1);
});

for (const service of ['capkill', 'captcha69'] as const)
  test.describe(`${service}, which takes no reports`, () => {
    test.use({
      preset: async ({ sandbox }, use) => use(near(sandbox, service)),
    });

    test('offers none', async ({ world }) => {
      const page = await openRejected(world);
      await expect.poll(() => buttons(page)).toEqual(['Solve again this captcha with Solvent']);
      const popup = await world.popup(page);
      await expect(rows(popup)).toContainText(['Solved']);
      await expect(wrong(popup)).toHaveCount(0);
    });
  });
