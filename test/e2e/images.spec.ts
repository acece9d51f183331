import type { Page } from '@playwright/test';
import { IMAGE_ENTRIES } from '../sandbox/pages/image-catalogue.ts';
import { expect, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { entryOf, filled, openImages } from './support/images.ts';
import { GENEROUS } from './support/services.ts';

// Their answers are not to be had by looking once, or tell something else: tests of their own.
const APART = /^(wrong-first|covered|object|unnoticed.*|crop-.*)$/;
const entries = IMAGE_ENTRIES.filter(({ name }) => !APART.test(name));
const named = (reach: string) => entries.filter((entry) => entry.reach === reach).map(({ name }) => name);
/** To start a test takes longer than to solve a page: several pages each, side by side. */
const AT_ONCE = 8;

test.use({ preset: { budgets: GENEROUS } });

/** One task for each captcha, one request for each picture, and the server lets in. */
async function letIn(world: World, page: Page, name: string): Promise<void> {
  const { gets, received, submissions } = world.sandbox.images;
  const { captchas } = entryOf(name);
  // One that was not judged before the next tab came to the front waits to be looked at again.
  await page.bringToFront();
  for (const nth of captchas.keys()) await filled(world, page, name, nth);
  const sent = received.filter(({ picture }) => picture?.page === name);
  expect(sent.map(({ text, missed }) => [name, typeof text, missed])).toEqual(captchas.map(() => [name, 'string', []]));
  const asked = gets.filter((get) => get.page === name);
  expect(asked.length, `requests for the picture of ${name}`).toBeLessThanOrEqual(captchas.length);
  await accepted(page);
  expect(submissions.filter((each) => each.page === name)).toMatchObject([{ success: true }]);
}

const drawn = named('draw');
for (let from = 0; from < drawn.length; from += AT_ONCE) {
  const names = drawn.slice(from, from + AT_ONCE);
  test(`pictures that are drawn: ${names.join(', ')}`, async ({ world }) => {
    test.slow();
    const pages: [string, Page][] = [];
    for (const name of names) pages.push([name, await openImages(world, name)]);
    for (const [name, page] of pages) await letIn(world, page, name);
    const wanted = names.flatMap((name) => entryOf(name).captchas);
    expect(world.creates()).toBe(wanted.length);
  });
}

test(`pictures that are cut out of the tab: ${named('cut').join(', ')}`, async ({ world }) => {
  test.slow();
  // Only the tab in front can be looked at.
  for (const name of named('cut')) {
    const page = await openImages(world, name);
    await letIn(world, page, name);
    await page.close();
  }
  expect(world.creates()).toBe(named('cut').length);
});
