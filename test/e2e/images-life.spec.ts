import { badgesOf, pressBadge } from './support/badges.ts';
import { expect, test } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { currentOf, filled, openImages } from './support/images.ts';
import { ready, UNTIL_READY } from './support/services.ts';

const field = '[name="captcha"]';

test.describe('automatic', () => {
  test('a wrong answer is tried again twice at most, then it is offered, and each can be reported', async ({
    world,
  }) => {
    const { sandbox, creates } = world;
    sandbox.images.refuse = 10;
    const page = await openImages(world, 'plain');
    for (const round of [1, 2, 3]) {
      await filled(world, page, 'plain');
      expect(creates()).toBe(round);
      await page.locator('.send').click();
      await expect(page.locator('#error')).toBeVisible();
    }
    await expect.poll(async () => (await badgesOf(page)).map(({ show }) => show)).toEqual(['offer']);
    expect(creates()).toBe(3);
    expect(await page.locator(field).inputValue()).toBe('');
    const popup = await world.popup(page);
    await popup.getByRole('button', { name: /wrong/i }).first().click();
    await expect.poll(() => sandbox.services.capmonster.reports.length).toBe(1);
    expect(sandbox.services.capmonster.reports[0]?.method).toBe('reportIncorrectImageCaptcha');
    // The person's word begins anew.
    sandbox.images.refuse = 0;
    await page.bringToFront();
    await pressBadge(page, /Solve/);
    await filled(world, page, 'plain');
    expect(creates()).toBe(4);
    await accepted(page);
  });

  test('the picture changes meanwhile: its answer is dropped, the new picture is solved', async ({ world }) => {
    const { sandbox, creates } = world;
    sandbox.services.capmonster.solveAfterMs = UNTIL_READY;
    const page = await openImages(world, 'refresh-click');
    await expect.poll(creates, { timeout: 20_000 }).toBe(1);
    const first = currentOf(world, 'refresh-click');
    await page.locator('#picture').click();
    await expect.poll(() => currentOf(world, 'refresh-click').id).not.toBe(first.id);
    sandbox.services.capmonster.solveAfterMs = 0;
    ready(world);
    await filled(world, page, 'refresh-click');
    expect(creates()).toBe(2);
    const typed = await page.evaluate(() => (window as unknown as { calls: { token: string }[] }).calls);
    expect(typed.map(({ token }) => token)).not.toContain(first.text);
    await accepted(page);
    // Two requests for the picture: one of the page, one of the person's click.
    expect(sandbox.images.gets).toHaveLength(2);
  });

  test('what the person has typed is not overwritten', async ({ world }) => {
    const { sandbox, creates } = world;
    sandbox.services.capmonster.solveAfterMs = UNTIL_READY;
    const page = await openImages(world, 'plain');
    await expect.poll(creates, { timeout: 20_000 }).toBe(1);
    await page.locator(field).pressSequentially('mine');
    ready(world);
    const [task] = sandbox.services.capmonster.tasks;
    await expect.poll(() => task?.collectedAt ?? null, { timeout: 20_000 }).not.toBeNull();
    expect(await page.locator(field).inputValue()).toBe('mine');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('captcha');
  });

  test('filling is heard as typing is, and takes no focus', async ({ world }) => {
    const page = await openImages(world, 'plain');
    await page.locator('[name="name"]').focus();
    await filled(world, page, 'plain');
    const calls = await page.evaluate(() => (window as unknown as { calls: { name: string; field: string }[] }).calls);
    expect(calls.filter((call) => call.field === 'captcha').map(({ name }) => name)).toEqual(['input', 'change']);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('name');
    expect(world.sandbox.images.submissions).toHaveLength(0);
  });

  test('a picture that something lies over is not paid for, and the badge says why', async ({ world }) => {
    const page = await openImages(world, 'covered');
    await expect
      .poll(async () => (await badgesOf(page)).map(({ text }) => text).join(), { timeout: 20_000 })
      .toContain('Something lies over this picture.');
    expect(world.creates()).toBe(0);
  });
});

test.describe('submit after filling', () => {
  test.use({ preset: { sites: { 'images.test': { submit: true } } } });

  test('sends the form where the person chose so', async ({ world }) => {
    const page = await openImages(world, 'plain');
    await expect(page.locator('#verdict')).toHaveText('accepted', { timeout: 20_000 });
    expect(world.creates()).toBe(1);
  });
});

test.describe('ask', () => {
  test.use({ preset: { mode: 'ask' } });

  test('nothing is read or paid for before the press; then it is solved', async ({ world }) => {
    const page = await openImages(world, 'cross-origin');
    await expect
      .poll(async () => (await badgesOf(page)).map(({ show }) => show), { timeout: 20_000 })
      .toEqual(['offer']);
    expect(world.creates()).toBe(0);
    await pressBadge(page, /Solve/);
    await filled(world, page, 'cross-origin');
    expect(world.creates()).toBe(1);
    expect(world.sandbox.images.gets).toHaveLength(1);
    await accepted(page);
  });
});

test.describe('off', () => {
  test.use({ preset: { mode: 'off' } });

  test('the page is left alone', async ({ world }) => {
    const page = await openImages(world, 'plain');
    await page.locator(field).fill(currentOf(world, 'plain').text);
    await accepted(page);
    expect(await badgesOf(page)).toEqual([]);
    expect(world.creates()).toBe(0);
  });
});
