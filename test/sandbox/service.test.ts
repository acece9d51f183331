import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type Sandbox, type ServiceControl, startSandbox } from './index.ts';

const KEY = 'a-known-key';
const TASK = { type: 'RecaptchaV2Task', websiteURL: 'https://shop.test/login', websiteKey: 'site-key' };
const PROCESSING = { errorCode: null, errorDescription: null, errorId: 0, status: 'processing' };

let sandbox: Sandbox;
let service: ServiceControl;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 7 });
  sandbox.recaptcha.addSite({ websiteKey: 'site-key', secret: 'site-secret' });
  service = sandbox.services.capmonster;
});

beforeEach(() => {
  service.reset();
  service.addKey(KEY, 1);
  service.solveAfterMs = 0;
});

afterEach(() => {
  vi.useRealTimers();
});

afterAll(() => sandbox.close());

type Json = Record<string, unknown>;

const post = async (path: string, body: unknown): Promise<Json> => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${service.origin}/${path}`, { method: 'POST', body: text });
  return (await response.json()) as Json;
};
const create = (task: unknown = TASK, clientKey = KEY): Promise<Json> => post('createTask', { clientKey, task });
const poll = (taskId: unknown, clientKey = KEY): Promise<Json> => post('getTaskResult', { clientKey, taskId });
const refused = (errorCode: string): Json => ({ errorId: 1, errorCode, errorDescription: expect.any(String) });

test('a task is made, waited for, collected', async () => {
  service.solveAfterMs = 60_000;
  const { taskId, ...rest } = await create();
  expect(rest).toEqual({ errorId: 0 });
  expect(taskId).toBeTypeOf('number');
  expect(await poll(taskId)).toEqual(PROCESSING);
  for (const task of service.tasks) task.readyAt = Date.now();
  expect(await poll(taskId)).toMatchObject({
    errorId: 0,
    status: 'ready',
    solution: { gRecaptchaResponse: expect.stringMatching(/^03A/) },
  });
});

test.each([
  ['an unknown key', TASK, 'unknown', 'ERROR_KEY_DOES_NOT_EXIST'],
  ['no task', null, KEY, 'ERROR_TASK_ABSENT'],
  ['an empty task', {}, KEY, 'ERROR_TASK_ABSENT'],
  ['an unsupported type', { ...TASK, type: 'CaptchaFoxTask' }, KEY, 'ERROR_TASK_NOT_SUPPORTED'],
  [
    'a name that belongs to another service',
    { ...TASK, type: 'RecaptchaV2TaskProxyless' },
    KEY,
    'ERROR_TASK_NOT_SUPPORTED',
  ],
  ['no websiteURL', { ...TASK, websiteURL: undefined }, KEY, 'ERROR_RECAPTCHA_INVALID_DOMAIN'],
  ['a websiteURL that is none', { ...TASK, websiteURL: 'shop' }, KEY, 'ERROR_RECAPTCHA_INVALID_DOMAIN'],
  ['no websiteKey', { ...TASK, websiteKey: '' }, KEY, 'ERROR_RECAPTCHA_INVALID_SITEKEY'],
  ['no image', { type: 'ImageToTextTask', body: '' }, KEY, 'ERROR_ZERO_CAPTCHA_FILESIZE'],
  ['a huge image', { type: 'ImageToTextTask', body: 'A'.repeat(700_000) }, KEY, 'ERROR_TOO_BIG_CAPTCHA_FILESIZE'],
])('createTask refuses %s', async (_, task, key, code) => {
  expect(await create(task, key)).toEqual({ ...refused(code), taskId: 0 });
  expect(service.tasks).toHaveLength(0);
});

test('what is not JSON has no task in it', async () => {
  expect(await post('createTask', '{"clientKey"')).toEqual({ ...refused('ERROR_TASK_ABSENT'), taskId: 0 });
});

test.each(['RecaptchaV2Task', 'NoCaptchaTask', 'NoCaptchaTaskProxyless', 'RecaptchaV2EnterpriseTask'])(
  '%s is known',
  async (type) => {
    expect(await create({ ...TASK, type })).toMatchObject({ errorId: 0 });
  },
);

test('field names are matched without regard to case, keys without their suffixes', async () => {
  const task = { Type: 'RecaptchaV2Task', websiteUrl: TASK.websiteURL, WebsiteKey: 'site-key' };
  const { taskId } = await create(task, `${KEY}__nocache__recognizingthreshold_70`);
  expect(await poll(taskId)).toMatchObject({ status: 'ready' });
  expect(service.balance(KEY)).toBe(0.9994);
});

test('the methods answer under /api too, and to POST alone', async () => {
  expect(await post('api/getBalance', { clientKey: KEY })).toEqual({ errorId: 0, balance: 1 });
  expect((await fetch(`${service.origin}/getBalance`)).status).toBe(404);
  expect((await fetch(`${service.origin}/nothing`, { method: 'POST' })).status).toBe(404);
  expect(await post('getBalance', { clientKey: 'unknown' })).toEqual(refused('ERROR_KEY_DOES_NOT_EXIST'));
});

test('each solved task is charged once, to the nano-dollar', async () => {
  service.addKey(KEY, 0.1);
  const ids = await Promise.all(Array.from({ length: 30 }, async () => (await create())['taskId']));
  for (const id of [...ids, ...ids]) await poll(id);
  expect(service.balance(KEY)).toBe(0.082);
  expect(service.tasks.reduce((sum, { cost }) => sum + Math.round(cost * 1e9), 0)).toBe(18_000_000);
});

test('a balance is spoken for while tasks are open, and never goes below zero', async () => {
  service.addKey(KEY, 0.0013);
  const first = await create();
  await create();
  expect(await create()).toEqual({ ...refused('ERROR_ZERO_BALANCE'), taskId: 0 });
  await poll(first['taskId']);
  expect(await create()).toMatchObject({ errorCode: 'ERROR_ZERO_BALANCE' });
  service.addKey(KEY, 0);
  expect(await create()).toMatchObject({ errorCode: 'ERROR_ZERO_BALANCE' });
});

test('unknown ids, and tasks of other keys, are not there', async () => {
  service.addKey('other', 1);
  const { taskId } = await create();
  for (const [id, key] of [
    [1, KEY],
    ['x', KEY],
    [undefined, KEY],
    [taskId, 'other'],
  ] as const) {
    expect(await poll(id, key)).toEqual(refused('ERROR_NO_SUCH_CAPCHA_ID'));
  }
  expect(await poll(taskId, 'unknown')).toEqual(refused('ERROR_KEY_DOES_NOT_EXIST'));
});

test('the 121st poll is one too many', async () => {
  service.solveAfterMs = 1e6;
  const { taskId } = await create();
  for (let count = 0; count < 120; count += 1) expect(await poll(taskId)).toEqual(PROCESSING);
  expect(await poll(taskId)).toEqual(refused('ERROR_TOO_MUCH_REQUESTS'));
  expect(service.tasks[0]).toMatchObject({ polls: 121, pollsTooSoon: 120, collectedAt: null });
  expect(service.requests.at(-1)?.tooSoon).toBe(true);
});

test('a result is kept for five minutes, and an uncollected one is not charged', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { taskId } = await create();
  vi.setSystemTime(Date.now() + 299_000);
  const { taskId: second } = await create();
  vi.setSystemTime(Date.now() + 2000);
  expect(await poll(taskId)).toEqual(refused('ERROR_NO_SUCH_CAPCHA_ID'));
  expect(await poll(second)).toMatchObject({ status: 'ready' });
  expect(service.balance(KEY)).toBe(0.9994);
});

test('latency may be drawn for each task', async () => {
  const waits = [0, 1e6];
  service.solveAfterMs = () => waits.shift() ?? 0;
  const [quick, slow] = [await create(), await create()];
  expect(await poll(quick['taskId'])).toMatchObject({ status: 'ready' });
  expect(await poll(slow['taskId'])).toEqual(PROCESSING);
});

test('exchanges are logged as they were', async () => {
  await create();
  expect(service.requests).toMatchObject([
    { method: 'POST', host: '127.0.0.1', path: '/createTask', body: { clientKey: KEY, task: TASK }, status: 200 },
  ]);
  expect(service.requests[0]?.rawBody).toBe(JSON.stringify({ clientKey: KEY, task: TASK }));
  expect(service.requests[0]?.reply).toEqual({ errorId: 0, taskId: service.tasks[0]?.taskId });
  service.reset();
  expect([service.requests, service.tasks, service.balance(KEY)]).toEqual([[], [], 1]);
});
