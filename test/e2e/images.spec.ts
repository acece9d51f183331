import { IMAGE_ENTRIES } from '../sandbox/pages/image-catalogue.ts';
import { expect, test } from './support/fixture.ts';
import { accepted, entryOf, filled, openImages } from './support/images.ts';

// Their answers are not to be had by looking once, or tell something else: tests of their own.
const APART = new Set(['wrong-first', 'covered', 'object']);
const NAMES = IMAGE_ENTRIES.map(({ name }) => name).filter((name) => !APART.has(name) && !name.startsWith('crop-'));
const budgets = { perDay: 1_000, moneyPerDay: 100, perSiteHour: 1_000, atOnce: 50, atOncePerSite: 50 };

test.use({ preset: { service: 'capmonster', budgets } });

for (const name of NAMES)
  test(`${name}: one task, one look at the picture, and the server lets in`, async ({ world }) => {
    const { sandbox, creates } = world;
    const page = await openImages(world, name);
    const { captchas } = entryOf(name);
    for (const nth of captchas.keys()) await filled(world, page, name, nth);
    await accepted(page);
    expect(creates()).toBe(captchas.length);
    expect(sandbox.images.gets.length).toBeLessThanOrEqual(captchas.length);
    expect(sandbox.images.received.map(({ text, missed }) => [typeof text, missed])).toEqual(
      captchas.map(() => ['string', []]),
    );
    expect(sandbox.images.submissions.at(-1)).toMatchObject({ success: true });
  });
