import type { Page } from '@playwright/test';
import { PNG } from 'pngjs';
import { paintedBox } from '../sandbox/images/draw-element.ts';
import type { Raster } from '../sandbox/images/raster.ts';
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
async function cutWell(world: World, name: string, page: Page): Promise<void> {
  const { received } = world.sandbox.images;
  await expect.poll(() => received.length, { timeout: 20_000, message: name }).toBe(1);
  const [sent] = received;
  expect([name, sent?.picture?.page, typeof sent?.text]).toEqual([name, name, 'string']);
  expect(world.sandbox.images.gets).toHaveLength(1);
  if (!sent?.pixels) throw new Error(`nothing was read of ${name}`);
  expect(await isOnScreen(page, sent.pixels), `${name} as it is drawn`).toBe(true);
}

for (const dpr of [1, 1.5, 2, 3])
  test.describe(`at ${dpr} pixels a pixel`, () => {
    test.use({
      preset: { budgets: GENEROUS },
      launching: { args: [`--force-device-scale-factor=${dpr}`, '--window-size=1280,900'], ownView: true },
    });

    test('every layout is cut out whole', async ({ world }) => {
      test.slow();
      for (const name of NAMES) {
        world.sandbox.images.reset();
        const page = await openImages(world, name);
        await cutWell(world, name, page);
        expect(await page.evaluate(() => devicePixelRatio)).toBe(dpr);
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
          await cutWell(world, name, page);
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

/** Whether the screen shows these very pixels where the picture is; that place is known to half a pixel of the page. */
async function isOnScreen(page: Page, { width, height, data }: Raster): Promise<boolean> {
  const box = await page.locator('#picture').evaluate(paintedBox);
  const session = await page.context().newCDPSession(page);
  const { data: shot } = await session.send('Page.captureScreenshot', { format: 'png' });
  await session.detach();
  const screen = PNG.sync.read(Buffer.from(shot, 'base64'));
  const density = screen.width / (await page.evaluate(() => innerWidth));
  expect(Math.abs(width - box.width * density)).toBeLessThanOrEqual(density);
  expect(Math.abs(height - box.height * density)).toBeLessThanOrEqual(density);
  const isAt = (left: number, top: number) =>
    Array.from({ length: height }, (_, row) => {
      const from = ((top + row) * screen.width + left) * 4;
      const own = data.subarray(row * width * 4, (row + 1) * width * 4);
      return Buffer.compare(screen.data.subarray(from, from + width * 4), own) === 0;
    }).every(Boolean);
  const slack = Math.ceil(density / 2);
  const near = (edge: number) =>
    Array.from({ length: 2 * slack + 1 }, (_, step) => Math.round(edge * density) - slack + step);
  return near(box.x).some((left) => near(box.y).some((top) => isAt(left, top)));
}
