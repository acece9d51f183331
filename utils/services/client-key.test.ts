import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { challenge as recaptcha } from '../../test/fakes/jobs';
import type { PlacedChallenge } from '../widgets/challenge';
import { capmonster } from './capmonster';
import { type Account, createClient } from './client';

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

describe('getBalance', () => {
  it.each([
    ['{"errorId":0,"balance":345.678}', 345.678],
    ['{"errorId":0,"balance":12.3456,"captchaCredits":85000}', 12.3456],
    ['{"errorId":0,"balance":1071810,"packages":[]}', 1_071_810],
    ['{"errorId":0,"balance":"1.5"}', 1.5],
    ['{"errorId":0,"balance":0}', 0],
  ])('%s', async (text, amount) => {
    const { balance, sent } = answering(text);
    expect(await balance()).toEqual({ outcome: 'balance', amount });
    expect(sent()).toEqual({ url: 'https://api.capmonster.cloud/getBalance', body: `{"clientKey":"${KEY}"}` });
  });

  it.each([
    ['{"errorId":1,"errorCode":"ERROR_KEY_DOES_NOT_EXIST"}', 'config'],
    ['{"errorId":0}', 'later'],
    ['{"errorId":0,"balance":null}', 'later'],
    ['{"errorId":0,"balance":""}', 'later'],
    ['{"errorId":0,"balance":"a lot"}', 'later'],
    ['<html>', 'later'],
    ['', 'later'],
  ])('%s fails with class %s', async (text, kind) => {
    expect(await answering(text).balance()).toMatchObject({ outcome: 'failed', refusal: { class: kind } });
  });
});

describe('the key', () => {
  const leaf = fc.oneof(
    fc.constantFrom(KEY, `bad key ${KEY}`, `${KEY}!`, 'ready', 'processing', 'ERROR_X', 0, 1, null, true),
    fc.string(),
    fc.integer(),
  );
  const body = fc.record(
    {
      errorId: leaf,
      errorCode: leaf,
      errorDescription: leaf,
      status: leaf,
      taskId: leaf,
      balance: leaf,
      cost: leaf,
      solution: fc.oneof(leaf, fc.record({ gRecaptchaResponse: leaf, userAgent: leaf }, { requiredKeys: [] })),
    },
    { requiredKeys: [] },
  );
  const text = fc.oneof(
    body.map((value) => JSON.stringify(value)),
    fc.json(),
    fc.string(),
    fc.constant(`<html>${KEY}</html>`),
  );

  it('is in no result and in no error, whatever the service answers; and nothing throws', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(200, 400, 401, 500, 503), async (reply, status) => {
        for (const call of ['create', 'result', 'balance'] as const) {
          const outcome = await answering(reply, { status })[call]();
          expect(JSON.stringify(outcome)).not.toContain(KEY);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is written as JSON, whatever it holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (clientKey) => {
        const fetch = vi.fn(async (_url: string | URL | Request, _init?: RequestInit) => new Response('{}'));
        const client = createClient({ fetch, timeout: () => new AbortController().signal });
        await client.getBalance({ ...account, clientKey });
        expect(JSON.parse(String(fetch.mock.calls[0]?.[1]?.body))).toEqual({ clientKey });
      }),
    );
  });
});
