import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../index.ts';
import { caller, IMAGE, KEY } from '../services/caller.ts';
import { encodePng } from './formats/png.ts';
import { createRaster } from './raster.ts';
import { createVisitor } from './visitor.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ solveAfterMs: 0, seed: 6 });
});

beforeEach(() => {
  sandbox.images.reset();
  for (const service of Object.values(sandbox.services)) {
    service.reset();
    service.addKey(KEY, 10);
  }
});

afterAll(() => sandbox.close());

const solve = async (body: string, hints: object = {}, service = sandbox.services.capmonster) => {
  const { create, poll } = caller(service);
  const { json } = await create({ type: 'ImageToTextTask', body, ...hints });
  if (json['solution'] !== undefined || json['errorId'] !== 0) return json;
  return (await poll(json['taskId'])).json;
};

const show = async (page: string, extension = 'png') => {
  const visitor = createVisitor(sandbox);
  const picture = await visitor.open(page, extension);
  const { id } = picture;
  const file = { png: encodePng(sandbox.images.pixels(picture)).toString('base64') };
  return { picture, id, ...file };
};

test.each(['png', 'gif', 'jpg'])('a %s is read, by every service that takes pictures', async (extension) => {
  const visitor = createVisitor(sandbox);
  await visitor.get('/plain');
  const { bytes } = await visitor.get(`/plain/picture.${extension}`);
  const { text = '' } = sandbox.images.current('plain') ?? {};
  for (const service of Object.values(sandbox.services)) {
    if (!service.taskTypes.includes('ImageToTextTask')) continue;
    const reply = await solve(bytes.toString('base64'), { case: true }, service);
    expect(reply, service.id).toMatchObject({ solution: { text } });
  }
  expect(sandbox.images.received.map(({ service }) => service).sort()).toEqual(
    ['2captcha', 'anticaptcha', 'capkill', 'capmonster', 'capsolver', 'captcha69'].sort(),
  );
});

test('what came is kept, with its pixels', async () => {
  const { picture, png } = await show('plain');
  await solve(png);
  const [received] = sandbox.images.received;
  expect(received).toMatchObject({ format: 'png', width: 150, height: 50, picture: { id: picture.id } });
  expect(received?.bytes.toString('base64')).toBe(png);
  expect(received?.pixels?.data).toEqual(sandbox.images.pixels(picture).data);
  expect(received?.task['type']).toBe('ImageToTextTask');
});

test('a picture that says nothing is unsolvable, and not paid for', async () => {
  const blank = encodePng(createRaster(150, 50, [255, 255, 255, 255])).toString('base64');
  for (const id of ['capmonster', '2captcha', 'capsolver'] as const) {
    const service = sandbox.services[id];
    expect(await solve(blank, {}, service)).toMatchObject({ errorCode: 'ERROR_CAPTCHA_UNSOLVABLE' });
    expect(service.balance(KEY)).toBe(10);
  }
  expect(sandbox.images.received[0]).toMatchObject({ picture: null, text: null, missed: [] });
});

test('an SVG is not a picture to a service', async () => {
  const { picture } = await show('svg-file', 'svg');
  const svg = Buffer.from(picture.svg).toString('base64');
  expect(await solve(svg)).toMatchObject({ errorCode: 'ERROR_CAPTCHA_UNSOLVABLE' });
  expect(sandbox.images.received[0]).toMatchObject({ format: 'svg', pixels: null, width: null });
});

test('bytes that are no picture keep their fixed answer, and a test may answer in the service’s stead', async () => {
  expect(await solve(IMAGE)).toMatchObject({ solution: { text: '44795' } });
  const blank = encodePng(createRaster(150, 50, [255, 255, 255, 255])).toString('base64');
  sandbox.services.capmonster.solve = () => ({ text: 'mine' });
  expect(await solve(blank)).toMatchObject({ solution: { text: 'mine' } });
});

test('capitals come only to those who ask for them', async () => {
  const { picture, png } = await show('case-sensitive');
  expect(await solve(png)).toMatchObject({ solution: { text: picture.text.toLowerCase() } });
  expect(await solve(png, { case: 'true' })).toMatchObject({ solution: { text: picture.text.toLowerCase() } });
  expect(await solve(png, { case: true })).toMatchObject({ solution: { text: picture.text } });
  expect(await solve(png, { Case: true })).toMatchObject({ solution: { text: picture.text } });
  expect(sandbox.images.received.map(({ missed }) => missed)).toEqual([['case'], ['case'], [], []]);
});

test('a hint that rules the answer out makes it unsolvable, a missing one is noted', async () => {
  const { png } = await show('plain');
  expect(await solve(png, { numeric: 1 })).toMatchObject({ errorCode: 'ERROR_CAPTCHA_UNSOLVABLE' });
  const digits = await show('numeric');
  expect(await solve(digits.png, { numeric: 1 })).toMatchObject({ solution: { text: digits.picture.text } });
  expect(await solve(digits.png)).toMatchObject({ solution: { text: digits.picture.text } });
  const { anticaptcha } = sandbox.services;
  expect(await solve(digits.png, { numeric: 2 }, anticaptcha)).toMatchObject({ errorCode: 'ERROR_CAPTCHA_UNSOLVABLE' });
  expect(await solve(digits.png, { numeric: 1, minLength: 6 }, anticaptcha)).toMatchObject({ errorId: 12 });
  expect(await solve(digits.png, { numeric: 1, minLength: 1, maxLength: 0 }, anticaptcha)).toMatchObject({
    errorId: 0,
  });
  expect(sandbox.images.received.map(({ missed }) => missed)).toEqual([
    ['numeric'],
    [],
    ['numeric'],
    ['numeric'],
    ['length'],
    [],
  ]);
});

test('a picture of another sandbox is not known here', async () => {
  const other = await startSandbox({ solveAfterMs: 0, seed: 99 });
  const picture = await createVisitor(other).open('plain');
  const png = encodePng(other.images.pixels(picture)).toString('base64');
  await other.close();
  expect(await solve(png)).toMatchObject({ errorCode: 'ERROR_CAPTCHA_UNSOLVABLE' });
});
