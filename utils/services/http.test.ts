import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type HttpDeps, parseObject, post } from './http';

const timeout = () => new AbortController().signal;
const answering = (reply: () => Response): HttpDeps => ({ fetch: async () => reply(), timeout });
const send = (reply: () => Response) => post('https://api.example.com/createTask', '{}', answering(reply));

describe('post', () => {
  it('sends JSON once: no cookies, no redirect, no referrer, no cache, with a time limit', async () => {
    const fetch = vi.fn(async () => new Response('{}'));
    const signal = timeout();
    const limit = vi.fn(() => signal);
    await post('https://api.example.com/createTask', '{"a":1}', { fetch, timeout: limit });
    expect(limit).toHaveBeenCalledExactlyOnceWith(30_000);
    expect(fetch).toHaveBeenCalledExactlyOnceWith('https://api.example.com/createTask', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"a":1}',
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal,
    });
  });

  it.each([200, 400, 401, 429, 500, 503])('reads a JSON body whatever the status: %i', async (status) => {
    expect(await send(() => new Response('{"errorId":1}', { status }))).toEqual({
      outcome: 'reply',
      status,
      body: { errorId: 1 },
      retryAfterMs: null,
    });
  });

  it.each([
    ['<!doctype html><title>502</title>', 'a web page'],
    ['\n <html>', 'a web page'],
    ['', 'an empty reply'],
    [' \n', 'an empty reply'],
    ['{"errorId":0,"taskId":76', 'text that is not JSON'],
    ['OK', 'text that is not JSON'],
    ['[1]', 'text that is not JSON'],
    ['null', 'text that is not JSON'],
    ['"text"', 'text that is not JSON'],
    ['7', 'text that is not JSON'],
  ])('calls %j what it is', async (text, reason) => {
    expect(await send(() => new Response(text, { status: 502 }))).toEqual({
      outcome: 'unreadable',
      status: 502,
      reason,
      retryAfterMs: null,
    });
  });

  it('takes a reply without a body as empty', async () => {
    expect(await send(() => new Response(null, { status: 204 }))).toMatchObject({ reason: 'an empty reply' });
  });

  it('stops reading a reply of 10 MB at 1 MB', async () => {
    let sent = 0;
    const cancel = vi.fn();
    const endless = () =>
      new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            sent += 100_000;
            if (sent > 10_000_000) controller.close();
            else controller.enqueue(new Uint8Array(100_000).fill(97));
          },
          cancel,
        },
        { highWaterMark: 0 },
      );
    expect(await send(() => new Response(endless()))).toMatchObject({
      outcome: 'unreadable',
      reason: 'a reply of more than 1 MB',
    });
    expect(cancel).toHaveBeenCalledOnce();
    expect(sent).toBeLessThan(1_300_000);
  });

  it('joins characters that are split over chunks', async () => {
    const bytes = new TextEncoder().encode('{"text":"ключ"}');
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of bytes) controller.enqueue(new Uint8Array([byte]));
        controller.close();
      },
    });
    expect(await send(() => new Response(body))).toMatchObject({ body: { text: 'ключ' } });
  });

  it.each([
    [new TypeError('Failed to fetch https://api.example.com'), 'no connection', false],
    [new DOMException('x', 'TimeoutError'), 'no answer within 30 seconds', true],
    [new DOMException('x', 'AbortError'), 'no connection', false],
    ['thrown text', 'no connection', false],
  ])('is silent on %s', async (error, reason, timedOut) => {
    const fetch = async () => {
      throw error;
    };
    expect(await post('https://api.example.com', '{}', { fetch, timeout })).toEqual({
      outcome: 'silent',
      reason,
      timedOut,
    });
  });

  it('is silent when the reply breaks off', async () => {
    const broken = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) });
    expect(await send(() => new Response(broken))).toEqual({
      outcome: 'silent',
      reason: 'no connection',
      timedOut: false,
    });
  });

  it.each([
    ['7', 7_000],
    ['0', 0],
    ['86400', 3_600_000],
    ['-1', null],
    ['Wed, 21 Oct 2026 07:28:00 GMT', null],
    ['soon', null],
  ])('reads Retry-After %j as %j', async (header, retryAfterMs) => {
    expect(await send(() => new Response('{}', { headers: { 'Retry-After': header } }))).toMatchObject({
      retryAfterMs,
    });
  });

  it.each([
    ['Wed, 21 Oct 2026 07:28:00 GMT', 60_000],
    ['Wed, 21 Oct 2026 07:26:00 GMT', null],
    ['Thu, 22 Oct 2026 07:28:00 GMT', 3_600_000],
  ])('reads Retry-After %j by the clock of the server', async (header, retryAfterMs) => {
    const headers = { 'Retry-After': header, Date: 'Wed, 21 Oct 2026 07:27:00 GMT' };
    expect(await send(() => new Response('{}', { headers }))).toMatchObject({ retryAfterMs });
  });
});

describe.each([true, false])('parseObject, where revivers see the source: %s', (sources) => {
  it.each([
    ['7654321', '7654321'],
    ['72345678901', '72345678901'],
    ['9007199254740993', '9007199254740993'],
    ['123456789012345678901234567890', '123456789012345678901234567890'],
    ['"b1946ac9-2f7a-4f0e-9d2a"', '"b1946ac9-2f7a-4f0e-9d2a"'],
  ])('keeps the task id %s as it stood', (id, text) => {
    expect(parseObject(`{"errorId":0,"taskId":${id}}`, sources)).toEqual({ errorId: 0, taskId: text });
  });

  it('finds no id within a text', () => {
    const text = '{"note":"\\"taskId\\":12345678901234567890,","a\\"taskId":12345678901234567890,"taskId":5}';
    expect(parseObject(text, sources)).toMatchObject({ note: '"taskId":12345678901234567890,', taskId: '5' });
  });

  it('survives any depth', () => {
    expect(parseObject('['.repeat(400_000), sources)).toBeNull();
    expect(parseObject(`{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, sources)).toBeOneOf([
      null,
      expect.any(Object),
    ]);
  });

  it('leaves every other number alone, and null as it is', () => {
    expect(parseObject('{"taskId":null,"cost":0.25}', sources)).toEqual({ taskId: null, cost: 0.25 });
  });

  it('round-trips any integer and any text as an id', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.bigInt({ min: 1n }).map(String),
          fc.string().map((text) => JSON.stringify(text)),
        ),
        (id) => {
          expect(parseObject(`{"taskId":${id}}`, sources)).toEqual({ taskId: id });
        },
      ),
    );
  });

  it('keeps the escapes of a text id where it can', () => {
    expect(parseObject('{"taskId":"\\u0041"}', sources)).toEqual({ taskId: sources ? '"\\u0041"' : '"A"' });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void parseObject(text, sources)));
  });
});
