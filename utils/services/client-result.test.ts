import { describe, expect, it } from 'vitest';
import { account, answering, challenge, KEY, losing } from '../../test/fakes/client';

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
    const progress = await losing().client.getTaskResult(account, challenge, '7');
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
