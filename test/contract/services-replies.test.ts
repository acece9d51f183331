import { describe, expect, it } from 'vitest';
import { accountAt, answering, at, challenge, solvers } from './services-support';

/** Fact sheet, 1.3 and 4: replies as each service documents them. */
const FAMILY_WAITING = '{"errorCode":null,"errorDescription":null,"errorId":0,"status":"processing"}';
const created = (id: string, taskId = id) => [`{"errorId":0,"taskId":${id}}`, taskId] as const;

const CREATED: Record<string, (readonly [reply: string, taskId: string])[]> = {
  capmonster: [created('7654321'), created('407533072')],
  capkill: [created('53456')],
  captcha69: [created('7654321'), created('676869')],
  anticaptcha: [created('7654321')],
  '2captcha': [created('72345678901')],
  capsolver: [
    [
      '{"errorId":0,"errorCode":"","errorDescription":"","taskId":"37223a89-06ed-442c-a0b8-22067b79c5b4"}',
      '"37223a89-06ed-442c-a0b8-22067b79c5b4"',
    ],
  ],
  custom: [created('"61138bb6-19fb-11ec-a9c8-0242ac110006"'), created('9007199254740993')],
};

const WAITING: Record<string, [reply: string, status?: number][]> = {
  capmonster: [[FAMILY_WAITING], ['{"errorId":1,"errorCode":"CAPTCHA_NOT_READY"}'], ['', 503], ['<html>', 503]],
  capkill: [[FAMILY_WAITING]],
  captcha69: [[FAMILY_WAITING]],
  anticaptcha: [['{"errorId":0,"status":"processing"}']],
  '2captcha': [['{"errorId":0,"status":"processing"}']],
  capsolver: [
    ['{"errorId":0,"status":"idle"}'],
    ['{"errorId":0,"errorCode":"","errorDescription":"","taskId":"u","status":"processing"}'],
  ],
  // Spellings met at compatible services: nobody says what they mean, so time decides.
  custom: [
    ['{"errorId":0,"status":"created"}'],
    ['{"errorId":0,"status":"failure"}'],
    ['{"errorId":0,"status":"error"}'],
  ],
};

const token = { token: 'TOKEN' };
const READY: Record<string, [reply: string, answer: object, cost: number | null][]> = {
  capmonster: [
    ['{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"TOKEN"}}', token, null],
    [
      '{"errorId":0,"errorCode":null,"errorDescription":null,"status":"ready","solution":{"gRecaptchaResponse":"TOKEN","userAgent":"UA","cookies":{"nocookies":"true"}},"cost":0.0003}',
      { ...token, userAgent: 'UA', cookies: { nocookies: 'true' } },
      0.0003,
    ],
  ],
  capkill: [['{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"TOKEN"}}', token, null]],
  captcha69: [['{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"TOKEN"}}', token, null]],
  anticaptcha: [
    [
      '{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"TOKEN","cookies":{"empty":"true"}},"cost":"0.000700","ip":"46.98.54.221","createTime":1472205564,"endTime":1472205570,"solveCount":"0"}',
      { ...token, cookies: { empty: 'true' } },
      0.0007,
    ],
  ],
  '2captcha': [
    [
      '{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"TOKEN","token":"TOKEN"},"cost":"0.00299","ip":"1.2.3.4","createTime":1,"endTime":2,"solveCount":1}',
      token,
      0.00299,
    ],
    ['{"errorId":0,"status":"ready","solution":{"token":"TOKEN"},"cost":"0.00145"}', token, 0.00145],
  ],
  capsolver: [
    [
      '{"errorId":0,"taskId":"u","solution":{"userAgent":"UA","expireTime":1671615324290,"gRecaptchaResponse":"TOKEN"},"status":"ready"}',
      { ...token, userAgent: 'UA' },
      null,
    ],
  ],
  custom: [
    [
      '{"status":"ready","solution":{"gRecaptchaResponse":"TOKEN","cookies":"a=1; b=2=3; bad"}}',
      { ...token, cookies: { a: '1', b: '2=3', bad: '' } },
      null,
    ],
  ],
};

describe.each(solvers('recaptcha'))('$label', (service) => {
  const account = accountAt(service);
  const { id } = service;

  it('is described', () => {
    for (const table of [CREATED, WAITING, READY]) expect(table[id]?.length).toBeGreaterThan(0);
  });

  it.each(CREATED[id] ?? [])('createTask: %s', async (reply, taskId) => {
    expect(await answering(reply).client.createTask(account, challenge)).toEqual({ outcome: 'created', taskId });
  });

  it.each([
    '{"errorId":1,"errorCode":"ERROR_KEY_DOES_NOT_EXIST","errorDescription":"系统中找不到账户授权密钥，或其格式不正确","taskId":0}',
    '{"errorId":1,"errorCode":"ERROR_KEY_DOES_NOT_EXIST"}',
  ])('createTask: %s', async (reply) => {
    const outcome = await answering(reply).client.createTask(account, challenge);
    expect(outcome).toMatchObject({ outcome: 'refused', refusal: { class: 'config', pause: { until: 'key' } } });
    expect(JSON.stringify(outcome)).not.toContain('系统');
  });

  it('createTask that holds the answer already', async () => {
    const reply = '{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"TOKEN"},"taskId":"u","cost":0.1}';
    expect(await answering(reply).client.createTask(account, challenge)).toEqual({
      outcome: 'answered',
      answer: token,
      taskId: '"u"',
      cost: 0.1,
    });
  });

  it.each(WAITING[id] ?? [])('still at work: %s %s', async (reply, status = 200) => {
    const progress = await answering(reply, { status }).client.getTaskResult(account, challenge, '7');
    expect(progress).toEqual({ outcome: 'working', retryAfterMs: null });
  });

  it.each(READY[id] ?? [])('ready: %s', async (reply, answer, cost) => {
    const progress = await answering(reply).client.getTaskResult(account, challenge, '7');
    expect(progress).toEqual({ outcome: 'ready', answer, cost });
  });

  it.each([
    ['{"errorId":0,"status":"failed"}', 'could not solve'],
    ['{"errorId":12,"errorCode":"ERROR_CAPTCHA_UNSOLVABLE","errorDescription":"…"}', 'could not solve'],
    ['{"errorId":0,"status":"ready","solution":{}}', 'empty or of the wrong type'],
  ])('failed: %s', async (reply, message) => {
    const progress = await answering(reply).client.getTaskResult(account, challenge, '7');
    expect(progress).toMatchObject({
      outcome: 'failed',
      refusal: { class: 'task', message: expect.stringContaining(message) },
    });
  });
});

it('BrocapGPT works on while it says 500', async () => {
  const { client } = answering('Internal Server Error', { status: 500 });
  const brocapgpt = accountAt(at('brocapgpt'));
  expect(await client.getTaskResult(brocapgpt, challenge, '7')).toEqual({ outcome: 'working', retryAfterMs: null });
  expect(await client.getTaskResult(accountAt(at('capmonster')), challenge, '7')).toMatchObject({
    refusal: { class: 'later' },
  });
});

it.each([
  ['anticaptcha', '{"errorId":0,"balance":12.3456,"captchaCredits":85000}', 12.3456],
  ['capsolver', '{"errorId":0,"balance":1071810,"packages":[]}', 1_071_810],
  ['capkill', '{"errorId":0,"balance":345.678}', 345.678],
  ['custom', '{"balance":"7"}', 7],
])('%s tells its balance: %s', async (id, reply, amount) => {
  expect(await answering(reply).client.getBalance(accountAt(at(id)))).toEqual({ outcome: 'balance', amount });
});

it.each([
  ['{"errorId":0,"status":"success"}', 200, 'reported'],
  ['{"errorId":0,"errorCode":"","errorDescription":"","message":"ok"}', 200, 'reported'],
  ['{"errorId":1,"errorCode":"ERROR_KEY_DOES_NOT_EXIST"}', 200, 'failed'],
  ['{"errorId":16,"errorCode":"ERROR_NO_SUCH_CAPCHA_ID"}', 200, 'failed'],
  ['{"errorId":1}', 200, 'failed'],
  ['{"message":"no"}', 500, 'failed'],
  ['<html>', 404, 'failed'],
  ['', 200, 'failed'],
])('a report answered with %s (HTTP %i): %s', async (reply, status, outcome) => {
  const { client } = answering(reply, { status });
  expect(await client.reportIncorrect(accountAt(at('capmonster')), 'recaptcha', '7')).toMatchObject({ outcome });
});
