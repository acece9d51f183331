import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type CallMethod, type Sandbox, type ServiceId, startSandbox } from '../index.ts';
import { caller, EVERYTHING, KEY } from './caller.ts';

const SIMPLE: Record<ServiceId, string> = {
  capmonster: 'RecaptchaV2Task',
  brocapgpt: 'FunCaptchaTask',
  capkill: 'NoCaptchaTaskProxyless',
  captcha69: 'RecaptchaV2Task',
  anticaptcha: 'RecaptchaV2TaskProxyless',
  '2captcha': 'RecaptchaV2TaskProxyless',
  capsolver: 'ReCaptchaV2TaskProxyLess',
};
const IDS = Object.keys(SIMPLE) as ServiceId[];
const START = 1_000_000_000_000;

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  for (const service of Object.values(sandbox.services)) {
    service.reset();
    service.addKey(KEY, 1);
    service.solveAfterMs = 0;
  }
});

afterEach(() => {
  vi.useRealTimers();
});

afterAll(() => sandbox.close());

const open = async (id: ServiceId) => {
  const service = sandbox.services[id];
  const calls = caller(service);
  const { json } = await calls.create({ ...EVERYTHING, type: SIMPLE[id] });
  return { service, taskId: json['taskId'], ...calls };
};

const FAMILY_KEY = { errorId: 1, errorCode: 'ERROR_KEY_DOES_NOT_EXIST' };
test.each([
  ['capmonster', 200, { ...FAMILY_KEY, taskId: 0 }],
  ['brocapgpt', 200, { ...FAMILY_KEY, taskId: 0 }],
  ['capkill', 200, { ...FAMILY_KEY, taskId: 0 }],
  ['captcha69', 200, { errorId: 1, errorCode: 'ERROR_WRONG_USER_KEY', taskId: 0 }],
  ['anticaptcha', 200, FAMILY_KEY],
  ['2captcha', 200, FAMILY_KEY],
  ['capsolver', 401, { errorId: 1, errorCode: 'ERROR_KEY_DENIED_ACCESS' }],
] as const)('%s: an unknown key', async (id, status, body) => {
  const heard = await caller(sandbox.services[id]).post('createTask', { clientKey: 'unknown', task: {} });
  expect(heard.status).toBe(status);
  expect(heard.json).toEqual({ ...body, errorDescription: expect.any(String) });
});

test('Captcha69: a key of the right form may still be unknown', async () => {
  const { json } = await caller(sandbox.services.captcha69).post('createTask', { clientKey: 'max1_0' });
  expect(json['errorCode']).toBe('ERROR_KEY_DOES_NOT_EXIST');
});

test.each([
  ['capmonster', 200, 1],
  ['brocapgpt', 200, 1],
  ['capkill', 200, 1],
  ['captcha69', 200, 1],
  ['anticaptcha', 200, 10],
  ['2captcha', 200, 10],
  ['capsolver', 400, 1],
] as const)('%s: no money', async (id, status, errorId) => {
  sandbox.services[id].addKey(KEY, 0);
  const heard = await caller(sandbox.services[id]).create({ ...EVERYTHING, type: SIMPLE[id] });
  expect([heard.status, heard.json['errorId'], heard.json['errorCode']]).toEqual([
    status,
    errorId,
    'ERROR_ZERO_BALANCE',
  ]);
});

test.each([
  ['capmonster', 'ERROR_TASK_ABSENT'],
  ['anticaptcha', 'ERROR_TASK_ABSENT'],
  ['capsolver', 'ERROR_BAD_REQUEST'],
] as const)('%s: what is not JSON', async (id, code) => {
  const response = await caller(sandbox.services[id]).send('createTask', '{"clientKey"');
  expect(await response.json()).toMatchObject({ errorCode: code });
});

test.each([
  ['anticaptcha', 200, 'application/json; charset=utf-8'],
  ['2captcha', 200, 'application/json; charset=utf-8'],
  ['captcha69', 404, 'text/html; charset=utf-8'],
  ['capsolver', 404, 'text/html; charset=utf-8'],
] as const)('%s: a method that is none', async (id, status, type) => {
  for (const method of ['createTusk', 'reportIncorrectTokenCaptcha']) {
    const heard = await caller(sandbox.services[id]).post(method, {});
    expect([heard.status, heard.headers.get('content-type')]).toEqual([status, type]);
    if (status === 200) expect(heard.json).toMatchObject({ errorId: 14, errorCode: 'ERROR_NO_SUCH_METHOD' });
  }
});

const MINUTES = 60_000;
test.each([
  ['capmonster', 'ERROR_NO_SUCH_CAPCHA_ID', 5 * MINUTES],
  ['brocapgpt', 'ERROR_NO_SUCH_CAPCHA_ID', 5 * MINUTES],
  // From the solution, not from the task.
  ['anticaptcha', 'ERROR_NO_SUCH_CAPCHA_ID', 3 * MINUTES],
  ['capsolver', 'ERROR_TASKID_INVALID', 5 * MINUTES],
] as const)('%s: a result is kept so long', async (id, code, keptMs) => {
  sandbox.services[id].solveAfterMs = id === 'anticaptcha' ? 2 * MINUTES : 0;
  const { taskId, poll } = await open(id);
  vi.setSystemTime(START + keptMs);
  expect((await poll(taskId)).json).toMatchObject({ status: 'ready' });
  vi.setSystemTime(START + keptMs + 1);
  expect((await poll(taskId)).json).toMatchObject({ errorCode: code });
});

test.each([
  ['brocapgpt', 'ERROR_TOO_MUCH_REQUESTS'],
  ['capkill', 'ERROR_TOO_MUCH_REQUESTS'],
  ['captcha69', 'ERROR_TOO_MUCH_REQUESTS'],
  ['capsolver', 'ERROR_TASKID_INVALID'],
  ['anticaptcha', undefined],
  ['2captcha', undefined],
] as const)('%s: the 121st poll', async (id, code) => {
  sandbox.services[id].solveAfterMs = MINUTES;
  const { service, taskId, poll } = await open(id);
  const [task] = service.tasks;
  if (task) task.polls = 119;
  expect((await poll(taskId)).json).toMatchObject({ errorId: 0 });
  expect((await poll(taskId)).json['errorCode']).toBe(code);
});

test.each([
  ['capmonster', 2000],
  ['captcha69', 3000],
  ['anticaptcha', 2000],
  ['2captcha', 5000],
  ['capsolver', 3000],
] as const)('%s: polls that come too soon are noted', async (id, politeMs) => {
  const { service, taskId, poll } = await open(id);
  for (const at of [0, politeMs, 2 * politeMs - 1]) {
    vi.setSystemTime(START + at);
    await poll(taskId);
  }
  expect(service.tasks[0]?.pollsTooSoon).toBe(1);
  expect(service.requests.map(({ tooSoon }) => tooSoon ?? false)).toEqual([false, false, false, true]);
});

test('Anti-Captcha: so are balance calls within 30 s', async () => {
  const service = sandbox.services.anticaptcha;
  for (const at of [0, 30_000, 59_999]) {
    vi.setSystemTime(START + at);
    await caller(service).balance();
  }
  expect(service.requests.map(({ tooSoon }) => tooSoon ?? false)).toEqual([false, false, true]);
});

test('CapSolver: a task that takes two minutes is lost', async () => {
  sandbox.services.capsolver.solveAfterMs = 130_000;
  const { taskId, poll } = await open('capsolver');
  vi.setSystemTime(START + 120_000);
  expect((await poll(taskId)).json).toMatchObject({
    errorId: 1,
    errorCode: 'ERROR_TASK_TIMEOUT',
    status: 'failed',
    taskId,
  });
});

test.each([
  ['capmonster', 'ERROR_CAPTCHA_UNSOLVABLE', 1, 1, 1],
  ['capmonster', 'ERROR_TOKEN_EXPIRED', 1, 1, 0.9994],
  ['anticaptcha', 'ERROR_CAPTCHA_UNSOLVABLE', 12, 1, 0.998],
  ['2captcha', 'ERROR_CAPTCHA_UNSOLVABLE', 12, 0.99701, 1],
  ['capsolver', 'ERROR_CAPTCHA_UNSOLVABLE', 1, 1, 1],
] as const)('%s: %s has its number and its price', async (id, code, errorId, during, after) => {
  sandbox.services[id].endWith = code;
  const { service, taskId, poll } = await open(id);
  expect(service.balance(KEY)).toBe(during);
  expect((await poll(taskId)).json).toMatchObject({ errorId, errorCode: code });
  await poll(taskId);
  expect(service.balance(KEY)).toBe(after);
  expect(service.tasks[0]).toMatchObject({ collectedAt: null, charged: Number((1 - after).toFixed(5)) });
});

test('a test may make the solutions', async () => {
  sandbox.services.brocapgpt.solve = ({ type }) => (type === 'FunCaptchaTask' ? { token: 'mine' } : undefined);
  const { taskId, poll } = await open('brocapgpt');
  expect((await poll(taskId)).json['solution']).toEqual({ token: 'mine' });
});

const OF_CAPMONSTER = 'reportIncorrectImageCaptcha reportIncorrectTokenCaptcha reportIncorrectRecaptcha';
const REPORTS: Record<ServiceId, string> = {
  capmonster: OF_CAPMONSTER,
  brocapgpt: OF_CAPMONSTER,
  capkill: '',
  captcha69: '',
  anticaptcha: 'reportIncorrectImageCaptcha reportIncorrectRecaptcha reportCorrectRecaptcha reportIncorrectHcaptcha',
  '2captcha': 'reportCorrect reportIncorrect',
  capsolver: 'feedbackTask',
};
test.each(IDS)('%s: reports are recorded where there are any', async (id) => {
  for (const method of REPORTS[id].split(' ').filter((name) => name !== '') as CallMethod[]) {
    const { service, taskId, post } = await open(id);
    const body = { taskId, ...(method === 'feedbackTask' ? { result: { invalid: true } } : {}) };
    expect((await post(method, body)).json).toEqual(
      id === 'capsolver' ? { errorId: 0, message: 'okay' } : { errorId: 0, status: 'success' },
    );
    expect(service.reports.at(-1)).toMatchObject({ method, task: service.tasks.at(-1), body });
    const again = (await post(method, body)).json['errorCode'];
    expect(again).toBe(id === 'anticaptcha' ? 'ERROR_NO_SUCH_CAPCHA_ID' : undefined);
  }
  if (REPORTS[id] === '')
    expect((await caller(sandbox.services[id]).post('reportIncorrectRecaptcha', {})).status).toBe(404);
});

test('CapMonster: a refused report has no description', async () => {
  const { json } = await caller(sandbox.services.capmonster).post('reportIncorrectTokenCaptcha', { taskId: 1 });
  expect(json).toEqual({ errorId: 1, errorCode: 'ERROR_NO_SUCH_CAPCHA_ID' });
});
