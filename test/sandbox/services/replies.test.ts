import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, type ServiceControl, type ServiceId, startSandbox } from '../index.ts';
import { caller, ENTERPRISE_SITE, EVERYTHING, KEY, SITE } from './caller.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 11 });
  sandbox.recaptcha.addSite(SITE);
  sandbox.recaptcha.addSite(ENTERPRISE_SITE);
});

beforeEach(() => {
  for (const service of Object.values(sandbox.services)) {
    service.reset();
    service.addKey(KEY, 1);
    service.solveAfterMs = 60_000;
  }
});

afterAll(() => sandbox.close());

const solveNow = (service: ServiceControl): void => {
  for (const task of service.tasks) task.readyAt = Date.now();
};

const TOKEN = expect.stringMatching(/^03A/);
const UA = expect.stringContaining('Mozilla/5.0');
const UUID = expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
const SECONDS = expect.closeTo(Date.now() / 1000, -3);
const QUIET = { errorId: 0, errorCode: null, errorDescription: null };
const FINE = { errorId: 0, errorCode: '', errorDescription: '' };
const RECEIPT = { errorId: 0, status: 'ready', ip: '192.0.2.17', createTime: SECONDS, endTime: SECONDS };

interface Form {
  task: object;
  created: object;
  waiting: object[];
  ready: object;
  balance?: object;
}

// facts/services.md 1.3, 1.4 and 2.
const FORMS: Record<ServiceId, Form> = {
  capmonster: {
    task: { type: 'RecaptchaV2Task' },
    created: { errorId: 0, taskId: expect.any(Number) },
    waiting: [{ ...QUIET, status: 'processing' }],
    ready: {
      ...QUIET,
      status: 'ready',
      solution: { gRecaptchaResponse: TOKEN, userAgent: UA, cookies: { nocookies: 'true' } },
      cost: 0.0006,
    },
    balance: { errorId: 0, balance: 0.9994 },
  },
  brocapgpt: {
    task: { type: 'FunCaptchaTaskProxyless', funcaptchaApiJSSubdomain: 'site-api.arkoselabs.com' },
    created: { errorId: 0, taskId: expect.any(Number) },
    waiting: [{ ...QUIET, status: 'processing' }],
    ready: {
      ...QUIET,
      status: 'ready',
      solution: {
        token: expect.stringMatching(/(?=.*\|pk=00000000-AAAA-).*\|surl=https%3A%2F%2Fsite-api\.arkoselabs\.com(\||$)/),
      },
    },
    balance: { errorId: 0, balance: 0.998 },
  },
  capkill: {
    task: { type: 'NoCaptchaTaskProxyless' },
    created: { errorId: 0, taskId: expect.any(Number) },
    waiting: [{ ...QUIET, status: 'processing' }],
    ready: { ...QUIET, status: 'ready', solution: { gRecaptchaResponse: TOKEN } },
    balance: { errorId: 0, balance: 0.9994 },
  },
  captcha69: {
    task: { type: 'RecaptchaV2Task' },
    created: { errorId: 0, taskId: expect.any(Number) },
    waiting: [{ ...QUIET, status: 'processing' }],
    ready: { ...QUIET, status: 'ready', solution: { gRecaptchaResponse: TOKEN } },
  },
  anticaptcha: {
    task: { type: 'RecaptchaV2TaskProxyless' },
    created: { errorId: 0, taskId: expect.any(Number) },
    waiting: [{ errorId: 0, status: 'processing' }],
    ready: {
      ...RECEIPT,
      solution: { gRecaptchaResponse: TOKEN, userAgent: UA },
      cost: '0.00200',
      solveCount: '0',
    },
    balance: { errorId: 0, balance: 0.998, captchaCredits: 0 },
  },
  '2captcha': {
    task: { type: 'RecaptchaV2TaskProxyless' },
    created: { errorId: 0, taskId: expect.closeTo(72_500_000_000, -10) },
    waiting: [{ errorId: 0, status: 'processing' }],
    ready: { ...RECEIPT, solution: { gRecaptchaResponse: TOKEN, token: TOKEN }, cost: '0.00299', solveCount: 1 },
    balance: { errorId: 0, balance: 0.99701 },
  },
  capsolver: {
    task: { type: 'ReCaptchaV2TaskProxyLess' },
    created: { ...FINE, taskId: UUID },
    waiting: [
      { errorId: 0, status: 'idle' },
      { errorId: 0, status: 'processing' },
    ],
    ready: {
      ...FINE,
      taskId: UUID,
      status: 'ready',
      solution: {
        gRecaptchaResponse: TOKEN,
        userAgent: UA,
        createTime: expect.any(Number),
        expireTime: expect.any(Number),
      },
    },
    balance: { errorId: 0, balance: 0.9992, packages: [] },
  },
};

describe.each(Object.entries(FORMS) as [ServiceId, Form][])('%s', (id, form) => {
  test('creates, waits, answers, tells the balance', async () => {
    const service = sandbox.services[id];
    const { create, poll, balance } = caller(service);
    const { json } = await create({ ...EVERYTHING, ...form.task });
    expect(json).toEqual(form.created);
    for (const waiting of form.waiting) expect((await poll(json['taskId'])).json).toEqual(waiting);
    solveNow(service);
    expect((await poll(json['taskId'])).json).toEqual(form.ready);
    const told = await balance();
    if (form.balance !== undefined) expect(told.json).toEqual(form.balance);
    else expect([told.status, told.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
  });

  test('an id is known with its own type and digits alone', async () => {
    const service = sandbox.services[id];
    const { create, poll } = caller(service);
    const taskId = (await create({ ...EVERYTHING, ...form.task })).json['taskId'];
    const other = typeof taskId === 'string' ? 7 : String(taskId);
    expect((await poll(other)).json['errorCode']).toBe(
      id === 'capsolver' ? 'ERROR_TASKID_INVALID' : 'ERROR_NO_SUCH_CAPCHA_ID',
    );
  });
});

test.each([
  ['capmonster', 'RecaptchaV2Task', SITE],
  ['capmonster', 'RecaptchaV2EnterpriseTask', ENTERPRISE_SITE],
  ['capkill', 'NoCaptchaTaskProxyless', SITE],
  ['captcha69', 'RecaptchaV2Task', SITE],
  ['anticaptcha', 'RecaptchaV2TaskProxyless', SITE],
  ['anticaptcha', 'RecaptchaV2EnterpriseTaskProxyless', ENTERPRISE_SITE],
  ['2captcha', 'RecaptchaV2TaskProxyless', SITE],
  ['2captcha', 'RecaptchaV3EnterpriseTaskProxyless', ENTERPRISE_SITE],
  ['capsolver', 'ReCaptchaV2TaskProxyLess', SITE],
  ['capsolver', 'ReCaptchaV3EnterpriseTaskProxyLess', ENTERPRISE_SITE],
] as const)('%s: the token of %s verifies', async (id, type, { websiteKey, secret }) => {
  const service = sandbox.services[id];
  service.solveAfterMs = 0;
  const { create, poll } = caller(service);
  const { json } = await create({ ...EVERYTHING, type, websiteKey, pageAction: 'login' });
  const { gRecaptchaResponse } = (await poll(json['taskId'])).json['solution'] as { gRecaptchaResponse: string };
  expect(sandbox.recaptcha.verify({ secret, token: gRecaptchaResponse, hostname: 'shop.test' })).toMatchObject({
    success: true,
    action: 'login',
  });
});

test('v3 is Enterprise when the task says so', async () => {
  const service = sandbox.services.anticaptcha;
  service.solveAfterMs = 0;
  const { websiteKey, secret } = ENTERPRISE_SITE;
  await caller(service).create({
    ...EVERYTHING,
    type: 'RecaptchaV3TaskProxyless',
    websiteKey,
    minScore: 0.7,
    isEnterprise: true,
  });
  expect(sandbox.recaptcha.verify({ secret, token: service.tasks[0]?.token })).toMatchObject({ success: true });
});

test('CapSolver answers recognition in createTask, and charges it there', async () => {
  const service = sandbox.services.capsolver;
  service.solveAfterMs = 30;
  const { create, poll } = caller(service);
  const { json } = await create({ ...EVERYTHING, type: 'ImageToTextTask' });
  const solution = { text: '44795', confidence: 0.97 };
  expect(json).toEqual({ ...FINE, status: 'ready', solution, taskId: UUID });
  expect(service.balance(KEY)).toBe(0.9992);
  expect((await poll(json['taskId'])).json).toEqual(json);
  expect(service.balance(KEY)).toBe(0.9992);
});

test('CapMonster prints prices and the current User-Agent on hosts of their own', async () => {
  const { origin } = sandbox.services.capmonster;
  const prices = (await (await fetch(`${origin}/api/prices?all=true`)).json()) as { PricesV2: object[] };
  expect(prices.PricesV2[0]).toMatchObject({ Id: 'rc2', Price: 0.6, ResultType: 'token' });
  expect(await (await fetch(`${origin}/api/useragent/actual`)).text()).toEqual(UA);
});
