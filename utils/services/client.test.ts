import { describe, expect, it, vi } from 'vitest';
import { account, answering, challenge, KEY, losing } from '../../test/fakes/client';
import { capmonster } from './capmonster';
import { createClient } from './client';
import { custom } from './custom';

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
        websiteKey: challenge.websiteKey,
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
    const reply = await losing().client.createTask(account, challenge);
    expect(reply).toMatchObject({ outcome: 'unknown', why: 'connection', refusal: { class: 'later' } });
    expect(reply.outcome === 'unknown' && reply.refusal.advice).toMatch(/Check your connection/);
  });

  it('knows that no task was made where nobody answers at all, and asks that without a key', async () => {
    const { client, fetch } = losing({ gone: true });
    const reply = await client.createTask(account, challenge);
    expect(reply).toMatchObject({ outcome: 'refused', refusal: { class: 'later', unreachable: true } });
    const calls = fetch.mock.calls.map(([url, init]) => [url, init?.method, init?.body ?? null, init?.credentials]);
    expect(calls).toEqual([
      ['https://api.capmonster.cloud/createTask', 'POST', expect.any(String), 'omit'],
      ['https://api.capmonster.cloud', 'HEAD', null, 'omit'],
    ]);
  });

  it('does not know after a time-out, and asks no further', async () => {
    const { client, fetch } = losing({ gone: true, error: new DOMException('late', 'TimeoutError') });
    const reply = await client.createTask(account, challenge);
    expect(reply).toMatchObject({ outcome: 'unknown', why: 'timeout' });
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('points at the address where the person typed one', async () => {
    const own = { service: custom, base: 'https://own.example', clientKey: KEY };
    const reply = await losing().client.createTask(own, challenge);
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
