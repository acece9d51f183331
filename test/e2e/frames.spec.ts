import type { Frame, Page } from '@playwright/test';
import { arkose, begin, genuine, tasksOf } from './support/arkose.ts';
import { callsOf, expect, test, type World } from './support/fixture.ts';
import { accepted } from './support/form.ts';
import { entryOf } from './support/images.ts';

// A frame has no isolated world of ours until something is found in it (decision 0016), wherever it comes from.
test.use({ frames: 'apart' });

// Of the same site as the pictures, whose server knows a person by a cookie, and of another origin.
const OUTER = 'https://outer.images.test/';
const EMPTY = 'https://other.test/empty';
const WAIT = { timeout: 20_000 };

/** A page with these frames, which hears of every message and says so; the frame of the last one. */
async function framed({ sandbox, open }: World, ...urls: string[]): Promise<[Page, Frame]> {
  sandbox.sites.page(EMPTY, '<!DOCTYPE html><form><input></form>');
  const frames = urls.map((url) => `<iframe src="${url}" width="600" height="500"></iframe>`);
  sandbox.sites.page(
    OUTER,
    `<!DOCTYPE html><title>Outer</title><script>
      heard = []; addEventListener('message', ({ data }) => heard.push(JSON.stringify(data) + ''));
    </script>${frames.join('')}`,
  );
  const page = await open(OUTER);
  const frame = page.frames().find((each) => each.url() === urls.at(-1));
  if (!frame) throw new Error('no frame');
  return [page, frame];
}

/** The page around it has heard of nothing. */
const nothingHeard = async (page: Page) =>
  expect((await page.evaluate<string[]>('heard')).filter((message) => message.includes('solvent'))).toEqual([]);

/** In which frames of a page there is a world of ours. */
async function worldsOf(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const frame of page.frames()) {
    const session = await page
      .context()
      .newCDPSession(frame)
      .catch(() => null);
    if (!session) continue;
    const { frameTree } = (await session.send('Page.getFrameTree')) as { frameTree: Tree };
    const urls = new Map(flat(frameTree).map(({ id, url }) => [id, url]));
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = context.auxData as { frameId: string };
      if (context.origin.startsWith('chrome-extension://')) found.push(urls.get(frameId) ?? frameId);
    });
    await session.send('Runtime.enable');
    await session.detach();
  }
  return found.sort();
}
interface Tree {
  frame: { id: string; url: string };
  childFrames?: Tree[];
}
const flat = ({ frame, childFrames = [] }: Tree): Tree['frame'][] => [frame, ...childFrames.flatMap(flat)];

/** Within a second, by the worker. */
async function injections(world: World): Promise<number> {
  const worker = await world.worker();
  return worker.evaluate(async () => {
    const { scripting } = chrome;
    const { executeScript } = scripting;
    let count = 0;
    scripting.executeScript = ((...args: Parameters<typeof executeScript>) => {
      count++;
      return executeScript.apply(scripting, args);
    }) as typeof executeScript;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    scripting.executeScript = executeScript;
    return count;
  });
}

test('a reCAPTCHA in a frame of another site: solved, and then nothing is put there any more', async ({ world }) => {
  const [page, frame] = await framed(world, EMPTY, 'https://forms.test/declarative');
  await expect(frame.locator('textarea[name="g-recaptcha-response"]')).not.toHaveValue('', WAIT);
  expect(world.creates()).toBe(1);
  await expect.poll(() => injections(world), WAIT).toBe(0);
  await accepted(frame, 0, WAIT.timeout);
  await nothingHeard(page);
});

test('a FunCaptcha in a frame of another site, with and without a one-time value', async ({ world }) => {
  world.sandbox.arkose.variant = { callback: 'later' };
  for (const [before, name] of ['lightbox-blob', 'lightbox'].entries())
    await test.step(name, async () => {
      const entry = arkose(name);
      const [page, frame] = await framed(world, entry.url);
      await begin(frame as unknown as Page, entry);
      await expect
        .poll(async () => (await callsOf(frame as unknown as Page)).map((call) => call.name), WAIT)
        .toContain('solved');
      expect(tasksOf(world)).toHaveLength(before + 1);
      // The vendor is never given a one-time value.
      expect(genuine(world)).toHaveLength(before);
      await accepted(frame, 0, WAIT.timeout);
      await nothingHeard(page);
      await page.close();
    });
});

test('a picture in a frame of another origin, and within one that is in between', async ({ world }) => {
  const { url, captchas } = entryOf('plain');
  world.sandbox.sites.page(`${OUTER}inner`, `<!DOCTYPE html><iframe src="${url}" width="500" height="400"></iframe>`);
  for (const from of [url, `${OUTER}inner`])
    await test.step(from, async () => {
      const [page] = await framed(world, from);
      const find = () => page.frames().find((each) => each.url() === url);
      await expect.poll(() => find() !== undefined).toBe(true);
      const frame = find() as Frame;
      await expect(frame.locator(`[name="${captchas[0]?.field}"]`)).not.toHaveValue('', WAIT);
      await accepted(frame, 0, WAIT.timeout);
      await nothingHeard(page);
      await page.close();
    });
});

test("nothing of ours is in frames without a captcha, nor in a vendor's", async ({ world }) => {
  const [page] = await framed(world, EMPTY, EMPTY);
  expect(await worldsOf(page)).toEqual([OUTER]);
  const form = await world.open('https://forms.test/declarative');
  await expect(form.locator('textarea[name="g-recaptcha-response"]')).not.toHaveValue('', WAIT);
  expect(await worldsOf(form)).toEqual(['https://forms.test/declarative']);
});

test.describe('off', () => {
  test.use({ preset: { mode: 'off' } });

  test('turned on while the page is open: solved in the frame too', async ({ world }) => {
    const [page, frame] = await framed(world, 'https://forms.test/declarative');
    await expect.poll(() => page.frames().length).toBeGreaterThan(2);
    const popup = await world.popup(page);
    await popup.getByRole('switch', { name: 'Solve captchas automatically' }).check();
    await page.bringToFront();
    await expect(frame.locator('textarea[name="g-recaptcha-response"]')).not.toHaveValue('', WAIT);
    expect(world.creates()).toBe(1);
  });
});
