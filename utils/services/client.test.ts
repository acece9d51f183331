import { describe, expect, it, vi } from 'vitest';
import { challenge as recaptcha } from '../../test/fakes/jobs';
import type { PlacedChallenge } from '../widgets/challenge';
import { capmonster } from './capmonster';
import { type Account, createClient } from './client';
import { custom } from './custom';

const KEY = '0123456789abcdef0123456789abcdef';
const account: Account = { service: capmonster, base: 'https://api.capmonster.cloud', clientKey: KEY };
const challenge: PlacedChallenge = { ...recaptcha, websiteURL: 'https://site.example/p' };

function answering(text: string, init?: ResponseInit) {
  const fetch = vi.fn(async (_url: string | URL | Request, _init?: RequestInit) => new Response(text, init));
  const client = createClient({ fetch, timeout: () => new AbortController().signal });
  const sent = () => ({ url: fetch.mock.calls[0]?.[0], body: String(fetch.mock.calls[0]?.[1]?.body) });
  return {
    fetch,
    sent,
    create: () => client.createTask(account, challenge),
    result: (id = '7') => client.getTaskResult(account, challenge, id),
    balance: () => client.getBalance(account),
  };
}

const unreachable = createClient({
  fetch: async () => {
    throw new TypeError('no');
  },
  timeout: () => new AbortController().signal,
});

describe('createTask', () => {
  it('posts key and task', async () => {
    const { create, sent, fetch } = answering('{"errorId":0,"taskId":7654321}');
    expect(await create()).toEqual({ outcome: 'created', taskId: '7654321' });
    expect(fetch).toHaveBeenCalledOnce();
    expect(sent().url).toBe('https://api.capmonster.cloud/createTask');
    expect(JSON.parse(sent().body)).toEqual({
      clientKey: KEY,
      task: {
        type: 'RecaptchaV2Task',
        websiteURL: 'https://site.example/p',
        websiteKey: recaptcha.websiteKey,
      },
    });
  });

  it.each([
    ['{"errorId":0,"taskId":7654321}', '7654321'],
    ['{"errorId":0,"taskId":72345678901}', '72345678901'],
    ['{"errorId":0,"taskId":9007199254740993}', '9007199254740993'],
    ['{"errorId":0,"errorCode":"","errorDescription":"","taskId":"b1946ac9"}', '"b1946ac9"'],
    ['{"errorId":0,"errorCode":null,"taskId":5}', '5'],
    ['{"errorId":null,"taskId":5}', '5'],
    ['{"taskId":5}', '5'],
    // A service that types the number as text has made the task all the same.
    ['{"errorId":"0","taskId":5}', '5'],
    // Ready, but without an answer that can be read: the task is there, so it is asked for.
    ['{"errorId":0,"status":"ready","solution":{},"taskId":5}', '5'],
    ['{"errorId":0,"status":"processing","taskId":5}', '5'],
  ])('%s is a task', async (text, taskId) => {
    expect(await answering(text).create()).toEqual({ outcome: 'created', taskId });
  });

  it('takes an answer that is already in the reply', async () => {
    const text = '{"errorId":0,"errorCode":"","status":"ready","solution":{"gRecaptchaResponse":"TOKEN"},"taskId":"u"}';
    expect(await answering(text).create()).toEqual({
      outcome: 'answered',
      answer: { token: 'TOKEN' },
      taskId: '"u"',
      cost: null,
    });
  });

  it.each([
    ['{"errorId":1,"errorCode":"ERROR_KEY_DOES_NOT_EXIST","errorDescription":"Schlüssel","taskId":0}', 200, 'config'],
    ['{"errorId":1,"errorCode":"ERROR_KEY_DOES_NOT_EXIST"}', 401, 'config'],
    ['{"errorId":10,"errorCode":"ERROR_ZERO_BALANCE","errorDescription":"…"}', 200, 'config'],
    ['{"errorId":0,"errorCode":"ERROR_ZERO_BALANCE"}', 200, 'config'],
    ['{"errorId":1,"errorCode":" ERROR_NO_SLOT_AVAILABLE "}', 503, 'later'],
    ['{"errorId":1,"errorCode":"ERROR_WHATEVER"}', 400, 'later'],
    ['{"errorId":1}', 200, 'later'],
    // The service did not take it: no task, and nothing to pay.
    ['', 429, 'later'],
    ['<html>', 404, 'later'],
    ['{"detail":"Not authenticated"}', 401, 'later'],
    ['{"errorId":0,"status":"failed"}', 200, 'task'],
  ])('%s (HTTP %i) is a refusal of class %s', async (text, status, kind) => {
    expect(await answering(text, { status }).create()).toMatchObject({ outcome: 'refused', refusal: { class: kind } });
  });

  it.each([
    ['', 200],
    ['<html>502 Bad Gateway</html>', 502],
    ['{"errorId":0,"taskId":765', 200],
    ['{"message":"Internal server error"}', 500],
    ['{"errorId":0}', 200],
    ['{"errorId":0,"taskId":0}', 200],
    ['{"errorId":0,"taskId":null}', 200],
    ['{"errorId":0,"taskId":""}', 200],
    ['{"errorId":0,"taskId":false}', 200],
    ['{"errorId":0,"taskId":true}', 200],
    ['{"errorId":0,"taskId":{}}', 200],
    ['{"errorId":0,"taskId":[5]}', 200],
  ])('%s (HTTP %i): nobody knows whether there is a task', async (text, status) => {
    const reply = await answering(text, { status }).create();
    expect(reply).toMatchObject({ outcome: 'unknown', why: 'reply', refusal: { code: '' } });
  });

  it('does not know after silence either, and says how to go on', async () => {
    const reply = await unreachable.createTask(account, challenge);
    expect(reply).toMatchObject({ outcome: 'unknown', why: 'connection', refusal: { class: 'later' } });
    expect(reply.outcome === 'unknown' && reply.refusal.advice).toMatch(/Check your connection/);
  });

  it('points at the address where the person typed one', async () => {
    const own = { service: custom, base: 'https://own.example', clientKey: KEY };
    const reply = await unreachable.createTask(own, challenge);
    expect(reply.outcome === 'unknown' && reply.refusal.advice).toMatch(/Check the service address/);
  });

  it('sends nothing to a service that cannot', async () => {
    const fetch = vi.fn();
    const client = createClient({ fetch, timeout: () => new AbortController().signal });
    const able = { ...account, service: { ...capmonster, capabilities: {} } };
    expect(await client.createTask(able, challenge)).toMatchObject({ outcome: 'refused' });
    expect(fetch).not.toHaveBeenCalled();
  });
});

describe('getTaskResult', () => {
  it.each(['7654321', '9007199254740993', '"b1946ac9"'])('echoes the id %s as it came', async (id) => {
    const { result, sent } = answering('{"errorId":0,"status":"processing"}');
    await result(id);
    expect(sent()).toEqual({
      url: 'https://api.capmonster.cloud/getTaskResult',
      body: `{"clientKey":"${KEY}","taskId":${id}}`,
    });
  });

  it('brings an id above 2^53 back without loss', async () => {
    const created = await answering('{"errorId":0,"taskId":9007199254740993}').create();
    const { result, sent } = answering('{}');
    await result(created.outcome === 'created' ? created.taskId : '');
    expect(sent().body).toContain('"taskId":9007199254740993}');
  });

  it.each([
    ['{"errorCode":null,"errorDescription":null,"errorId":0,"status":"processing"}', 200],
    ['{"errorId":0,"status":"processing"}', 200],
    ['{"errorId":0,"status":"idle"}', 200],
    ['{"errorId":0,"status":"created"}', 200],
    ['{"errorId":0}', 200],
    ['{"errorId":1,"errorCode":"CAPTCHA_NOT_READY"}', 200],
    ['{"errorId":1,"errorCode":"CAPCHA_NOT_READY"}', 200],
    ['', 503],
    ['Service Unavailable', 503],
    ['{"errorId":1}', 503],
  ])('%s (HTTP %i) is still at work', async (text, status) => {
    expect(await answering(text, { status }).result()).toEqual({ outcome: 'working', retryAfterMs: null });
  });

  it.each([
    ['{"errorId":1,"errorCode":"ERROR_NO_SLOT_AVAILABLE"}', 200, 5_000, { code: 'ERROR_NO_SLOT_AVAILABLE' }],
    ['{"errorId":1,"errorCode":"ERROR_TOO_MUCH_REQUESTS"}', 429, 15_000, { code: 'ERROR_TOO_MUCH_REQUESTS' }],
    ['{"errorId":1,"errorCode":"ERROR_KEY_TEMP_BLOCKED"}', 200, 300_000, { pause: { until: 'time', ms: 300_000 } }],
    ['{"errorId":1,"errorCode":"ERROR_NEW"}', 200, 5_000, { once: true, code: 'ERROR_NEW' }],
    ['{"errorId":1,"errorCode":null}', 200, 5_000, { once: true, code: '' }],
    ['{"errorId":1,"errorCode":""}', 200, 5_000, { once: true }],
    ['{"errorId":1}', 200, 5_000, { once: true }],
    ['{"errorId":1,"errorCode":7}', 200, 5_000, { once: true, code: '7' }],
    ['<html>', 502, null, { backOffMs: 5_000 }],
    ['<html>', 404, null, { once: true }],
    ['', 500, null, { backOffMs: 5_000 }],
    ['{"message":"Internal server error"}', 500, null, { backOffMs: 5_000 }],
    ['{"errorId":0,"status":"rea', 200, null, { backOffMs: 5_000 }],
  ])('%s (HTTP %i) is no end, and waits %s ms', async (text, status, retryAfterMs, refusal) => {
    const progress = await answering(text, { status }).result();
    expect(progress).toMatchObject({ outcome: 'working', retryAfterMs, refusal: { class: 'later', ...refusal } });
  });

  it.each([
    ['', 503, 9_000],
    ['{"errorId":1,"errorCode":"ERROR_TOO_MUCH_REQUESTS"}', 429, 15_000],
    ['{"errorId":0,"status":"processing"}', 200, 9_000],
  ])('%s (HTTP %i) waits as long as Retry-After says, or longer', async (text, status, retryAfterMs) => {
    const reply = answering(text, { status, headers: { 'Retry-After': '9' } });
    expect(await reply.result()).toMatchObject({ outcome: 'working', retryAfterMs });
  });

  it('goes on after silence: only time ends it', async () => {
    const progress = await unreachable.getTaskResult(account, challenge, '7');
    expect(progress).toMatchObject({ outcome: 'working', retryAfterMs: null, refusal: { class: 'later', code: '' } });
  });

  it('goes on after 10 MB', async () => {
    const huge = JSON.stringify({ status: 'ready', solution: { gRecaptchaResponse: 'x'.repeat(10_000_000) } });
    expect(await answering(huge).result()).toMatchObject({ outcome: 'working' });
  });

  it.each([
    ['{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"TOKEN"}}', { token: 'TOKEN' }, null],
    [
      '{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"TOKEN","userAgent":"UA","cookies":{"nocookies":"true"}}}',
      { token: 'TOKEN', userAgent: 'UA', cookies: { nocookies: 'true' } },
      null,
    ],
    [
      '{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"TOKEN","token":"TOKEN"},"cost":"0.00299","ip":"1.2.3.4","solveCount":1}',
      { token: 'TOKEN' },
      0.00299,
    ],
    [
      '{"solution":{"gRecaptchaResponse":"TOKEN"},"cost":0.0003,"errorId":0,"errorCode":null,"status":"ready"}',
      { token: 'TOKEN' },
      0.0003,
    ],
    ['{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"T"},"cost":"much"}', { token: 'T' }, null],
    ['{"status":"ready","solution":{"gRecaptchaResponse":"T"}}', { token: 'T' }, null],
  ])('%s is the answer', async (text, answer, cost) => {
    expect(await answering(text).result()).toEqual({ outcome: 'ready', answer, cost });
  });

  it.each([
    ['{"errorId":0,"status":"ready"}'],
    ['{"errorId":0,"status":"ready","solution":null}'],
    ['{"errorId":0,"status":"ready","solution":"TOKEN"}'],
    ['{"errorId":0,"status":"ready","solution":[]}'],
    ['{"errorId":0,"status":"ready","solution":{}}'],
    ['{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":""}}'],
    ['{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":42}}'],
    ['{"errorId":0,"status":"ready","solution":{"token":"id.1|r=eu"}}'],
    // The journal would not take it, and a worker that wakes up would not find the job again.
    [`{"errorId":0,"status":"ready","solution":{"gRecaptchaResponse":"${'x'.repeat(200_000)}"}}`],
  ])('an answer that is empty or of the wrong type fails: %.80s', async (text) => {
    expect(await answering(text).result()).toMatchObject({
      outcome: 'failed',
      refusal: { class: 'task', code: '', message: expect.stringMatching(/empty or of the wrong type/) },
    });
  });

  it.each([
    ['{"errorId":12,"errorCode":"ERROR_CAPTCHA_UNSOLVABLE","errorDescription":"…"}', 'task'],
    ['{"errorId":1,"errorCode":"WRONG_CAPTCHA_ID"}', 'expired'],
    ['{"errorId":1,"errorCode":"ERROR_KEY_DOES_NOT_EXIST"}', 'config'],
    ['{"errorId":1,"errorCode":"ERROR_RECAPTCHA_TIMEOUT"}', 'later'],
    ['{"errorId":1,"errorCode":"ERROR_TASK_NOT_SUPPORTED"}', 'config'],
    ['{"errorId":0,"status":"failed"}', 'task'],
  ])('%s fails with class %s', async (text, kind) => {
    expect(await answering(text).result()).toMatchObject({ outcome: 'failed', refusal: { class: kind } });
  });
});
