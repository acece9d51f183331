import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Frame } from '../jobs/frame';
import { settings } from '../settings/store';
import { createPicking } from './picking';

const rule = { picture: { selectors: ['#captcha'] }, field: { selectors: ['#code'] } };
const HOST = 'shop.example';
let clock = 0;
let ids = 0;

function open() {
  const tell = vi.fn(async () => undefined);
  const picking = createPicking({ now: () => clock, newId: () => `s${++ids}`, tell });
  return { picking, tell };
}
function frameOf(over: Partial<Pick<Frame, 'tabId' | 'frameId' | 'place'>> = {}) {
  const post = vi.fn();
  const frame = { tabId: 7, frameId: 0, place: { site: HOST, incognito: false }, post, ...over } as unknown as Frame;
  return { frame, post };
}
const picked = (session: string) => ({ type: 'picked' as const, document: 'd', session, rule });
const stored = async () => (await settings.get()).pictures;

beforeEach(async () => {
  clock = 0;
  ids = 0;
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.tabs, 'update').mockResolvedValue({} as never);
  await settings.change((current) => ({ ...current, pictures: {} }));
});

it('stores what its own session brings, once, for the host of the frame', async () => {
  const { picking, tell } = open();
  await picking.start(7, 0);
  expect(tell).toHaveBeenCalledWith(7, 0, { type: 'pick', session: 's1' });
  const { frame, post } = frameOf();
  await Promise.all([picking.take(frame, picked('s1'), HOST), picking.take(frame, picked('s1'), 'other.example')]);
  expect(await stored()).toEqual({ [HOST]: [rule] });
  expect(post).toHaveBeenCalledOnce();
  expect(post.mock.calls[0]?.[0]).toMatchObject({ type: 'pickTold', text: `Remembered for ${HOST}.` });
});

it('outlives the worker', async () => {
  await open().picking.start(7, 0);
  await open().picking.take(frameOf().frame, picked('s1'), HOST);
  expect(await stored()).toEqual({ [HOST]: [rule] });
});

it.each([
  ['no session was opened', async () => undefined, {}, 's1'],
  ['the session is another', async () => open().picking.start(7, 0), {}, 's2'],
  ['the tab is another', async () => open().picking.start(7, 0), { tabId: 8 }, 's1'],
  ['the frame is another', async () => open().picking.start(7, 0), { frameId: 3 }, 's1'],
])('stores nothing where %s', async (_, before, over, session) => {
  await before();
  const { frame, post } = frameOf(over);
  await open().picking.take(frame, picked(session), HOST);
  expect(await stored()).toEqual({});
  expect(post).not.toHaveBeenCalled();
});

it('stores nothing late, nothing after the person has left, and nothing of an older session', async () => {
  const { picking } = open();
  const { frame } = frameOf();
  await picking.start(7, 0);
  clock = 20 * 60_000;
  await picking.take(frame, picked('s1'), HOST);
  await picking.start(7, 0);
  await picking.take(frame, { type: 'unpicked', document: 'd', session: 's2' }, HOST);
  await picking.take(frame, picked('s2'), HOST);
  await picking.start(7, 0);
  await picking.start(7, 0);
  await picking.take(frame, picked('s3'), HOST);
  expect(await stored()).toEqual({});
  await picking.take(frame, picked('s4'), HOST);
  expect(await stored()).toEqual({ [HOST]: [rule] });
});

it('remembers nothing of a private window, and says so', async () => {
  const { picking } = open();
  await picking.start(7, 0);
  const { frame, post } = frameOf({ place: { site: HOST, incognito: true } });
  await picking.take(frame, picked('s1'), HOST);
  expect(await stored()).toEqual({});
  expect(post.mock.calls[0]?.[0]).toMatchObject({ advice: expect.stringContaining('private') });
});
