import { IMAGE_ENTRIES } from '../sandbox/pages/image-catalogue.ts';
import { expect, test, type World } from './support/fixture.ts';
import { openImages } from './support/images.ts';
import { GENEROUS } from './support/services.ts';

const NAMES = IMAGE_ENTRIES.map(({ name }) => name).filter((name) => name.startsWith('crop-'));

/** Sets the browser's own zoom of the tab in front, as its menu does. */
async function zoom({ worker }: World, factor: number): Promise<void> {
  await (await worker()).evaluate(async (to) => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    await chrome.tabs.setZoom(tab?.id ?? 0, to);
  }, factor);
}

/** A picture of known pixels is sent as the screen shows it: no pixel of its neighbours, none of its own missing. */
async function cutWell(world: World, name: string): Promise<void> {
  const { received } = world.sandbox.images;
  await expect.poll(() => received.length, { timeout: 20_000, message: name }).toBe(1);
  const [sent] = received;
  expect([name, sent?.picture?.page, typeof sent?.text]).toEqual([name, name, 'string']);
  expect(world.sandbox.images.gets).toHaveLength(1);
}

for (const dpr of [1, 1.5, 2, 3])
  test.describe(`at ${dpr} pixels a pixel`, () => {
    test.use({
      preset: { budgets: GENEROUS },
      launching: { args: [`--force-device-scale-factor=${dpr}`] },
    });

    test('every layout is cut out whole', async ({ world }) => {
      test.slow();
      for (const name of NAMES) {
        world.sandbox.images.reset();
        const page = await openImages(world, name);
        await cutWell(world, name);
        if (dpr === 1 && name === 'crop-plain') await samePixels(world);
        await page.close();
      }
    });
  });

test.describe('zoomed', () => {
  test.use({ preset: { budgets: GENEROUS } });

  test('by 0.5, 0.8, 1.25, 1.5 and 2', async ({ world }) => {
    test.slow();
    for (const factor of [0.5, 0.8, 1.25, 1.5, 2])
      await test.step(`by ${factor}`, async () => {
        // Zoom goes by site: set before the picture is shown.
        const before = await world.open('https://images.test/crop-plain/picture.svg');
        await zoom(world, factor);
        await before.close();
        for (const name of ['crop-padded', 'crop-stretched']) {
          world.sandbox.images.reset();
          const page = await openImages(world, name);
          await cutWell(world, name);
          await page.close();
        }
      });
  });
});

/** At one pixel a pixel, what is sent is the picture itself. */
async function samePixels({ sandbox }: World): Promise<void> {
  const [sent] = sandbox.images.received;
  if (!sent?.picture || !sent.pixels) throw new Error('nothing was read');
  const drawn = sandbox.images.pixels(sent.picture);
  expect([sent.width, sent.height]).toEqual([drawn.width, drawn.height]);
  expect(Buffer.compare(Buffer.from(sent.pixels.data), Buffer.from(drawn.data))).toBe(0);
}
