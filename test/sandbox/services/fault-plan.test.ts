import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, type ServiceControl, type ServiceId, type ServiceMethod, startSandbox } from '../index.ts';
import { caller, EVERYTHING, KEY } from './caller.ts';

const IDS: ServiceId[] = ['capmonster', 'brocapgpt', 'capkill', 'captcha69', 'anticaptcha', '2captcha', 'capsolver'];
const METHODS: ServiceMethod[] = ['createTask', 'getTaskResult', 'getBalance'];
const TASK = { ...EVERYTHING, type: 'RecaptchaV2Task' };

let sandbox: Sandbox;
let service: ServiceControl;
let calls: ReturnType<typeof caller>;

beforeAll(async () => {
  sandbox = await startSandbox({ solveAfterMs: 0 });
  service = sandbox.services.capmonster;
  calls = caller(service);
});

beforeEach(() => {
  for (const each of Object.values(sandbox.services)) {
    each.reset();
    each.addKey(KEY, 1);
  }
});

afterAll(() => sandbox.close());

describe.each(IDS)('%s', (id) => {
  test.each(METHODS)('every documented code at %s', async (method) => {
    const faulty = sandbox.services[id];
    for (const errorCode of faulty.errorCodes) {
      faulty.fault(method, { kind: 'error', errorCode });
      const { json, status } = await caller(faulty).post(method, { task: {}, taskId: 1 });
      expect(json).toMatchObject({ errorCode, errorId: expect.any(Number) });
      expect(json['errorId']).toBeGreaterThan(0);
      expect(status >= 400).toBe(id === 'capsolver');
      expect('taskId' in json).toBe(method === 'createTask' && IDS.indexOf(id) < 4);
    }
    expect(faulty.errorCodes.length).toBeGreaterThan(0);
  });
});

test('Anti-Captcha and 2Captcha number their errors', async () => {
  for (const [id, errorCode, errorId] of [
    ['anticaptcha', 'ERROR_ALL_WORKERS_FILTERED', 54],
    ['2captcha', 'ERROR_BAD_PROXY', 130],
  ] as const) {
    sandbox.services[id].fault('*', { kind: 'error', errorCode });
    expect((await caller(sandbox.services[id]).balance()).json).toMatchObject({ errorCode, errorId });
  }
});

test('a standing fault is there whenever no queued one is, until it is cleared', async () => {
  service.fault('getBalance', { kind: 'json', value: 'always' }, 'always');
  service.fault('getBalance', { kind: 'json', value: 'queued' }, 2);
  const heard = [];
  for (let call = 0; call < 4; call += 1) heard.push((await calls.balance()).text);
  expect(heard).toEqual(['"queued"', '"queued"', '"always"', '"always"']);
  expect((await calls.create(TASK)).json['errorId']).toBe(0);
  service.clearFaults('getBalance');
  expect((await calls.balance()).json['balance']).toBe(1);
});

test('a limit has its Retry-After', async () => {
  service.fault('createTask', { kind: 'limited', retryAfter: 7 });
  service.fault('createTask', { kind: 'limited', retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT', status: 503 });
  service.fault('createTask', { kind: 'limited', errorCode: 'ERROR_TOO_MUCH_REQUESTS' });
  const [first, second, third] = [await calls.create(TASK), await calls.create(TASK), await calls.create(TASK)];
  expect([first.status, first.headers.get('retry-after')]).toEqual([429, '7']);
  expect([second.status, second.headers.get('retry-after')]).toEqual([503, 'Wed, 21 Oct 2026 07:28:00 GMT']);
  expect([third.status, third.headers.get('retry-after'), third.json['errorCode']]).toEqual([
    429,
    null,
    'ERROR_TOO_MUCH_REQUESTS',
  ]);
});

test('a page, and nothing at all', async () => {
  service.fault('*', { kind: 'html' });
  service.fault('*', { kind: 'empty' });
  expect(await calls.balance()).toMatchObject({ status: 502, text: expect.stringContaining('<h1>') });
  expect(await calls.balance()).toMatchObject({ status: 200, text: '' });
});

test('a truncated answer: well-formed HTTP, or a connection that breaks', async () => {
  service.fault('getBalance', { kind: 'truncated', keep: 12 });
  const response = await calls.send('getBalance', JSON.stringify({ clientKey: KEY }));
  expect(await response.text()).toBe('{"errorId":0');
  service.fault('createTask', { kind: 'truncated', cut: true });
  await expect(calls.create(TASK)).rejects.toThrow();
  expect(service.tasks).toHaveLength(1);
});

/** Without the inflating that fetch does. */
const rawBalance = (): Promise<{ encoding: string | undefined; body: Buffer }> =>
  new Promise((resolve, reject) => {
    const outgoing = request(`${service.origin}/getBalance`, { method: 'POST' }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({ encoding: incoming.headers['content-encoding'], body: Buffer.concat(chunks) }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(JSON.stringify({ clientKey: KEY }));
  });

test('gzip, honest and not', async () => {
  for (const lie of [undefined, 'plain', 'silent', 'cut'] as const) {
    service.fault('getBalance', { kind: 'gzip', ...(lie === undefined ? {} : { lie }) });
  }
  const truth = '{"errorId":0,"balance":1}';
  const honest = await rawBalance();
  expect([honest.encoding, String(gunzipSync(honest.body))]).toEqual(['gzip', truth]);
  const plain = await rawBalance();
  expect([plain.encoding, String(plain.body)]).toEqual(['gzip', truth]);
  const hidden = await rawBalance();
  expect([hidden.encoding, String(gunzipSync(hidden.body))]).toEqual([undefined, truth]);
  const cut = await rawBalance();
  expect(cut.encoding).toBe('gzip');
  expect(() => gunzipSync(cut.body)).toThrow();
  expect(service.requests[0]?.reply).toEqual({ errorId: 0, balance: 1 });
});

test('10 MB, on the wire or once inflated', async () => {
  service.fault('getBalance', { kind: 'big', bytes: 10_000_000, gzip: true });
  expect((await rawBalance()).body.length).toBeLessThan(100_000);
  service.fault('getBalance', { kind: 'big', bytes: 10_000_000 });
  expect((await rawBalance()).body.length).toBeGreaterThan(10_000_000);
});

test('a slow loris', async () => {
  service.fault('getBalance', { kind: 'trickle', everyMs: 10, bytes: 3 });
  const before = Date.now();
  expect((await calls.balance()).json).toEqual({ errorId: 0, balance: 1 });
  expect(Date.now() - before).toBeGreaterThan(70);
});

test('duplicate keys, the lie first or last', async () => {
  service.fault('getBalance', { kind: 'duplicate', fields: { balance: 5 } });
  service.fault('getBalance', { kind: 'duplicate', fields: { balance: 5 }, last: true });
  expect((await calls.balance()).text).toBe('{"balance":5,"errorId":0,"balance":1}');
  expect((await calls.balance()).text).toBe('{"errorId":0,"balance":1,"balance":5}');
});

test('wrong types and missing fields', async () => {
  service.fault('createTask', { kind: 'patch', fields: { errorId: '0', taskId: [7] } });
  service.fault('createTask', { kind: 'patch', fields: { taskId: undefined } });
  expect((await calls.create(TASK)).text).toBe('{"errorId":"0","taskId":[7]}');
  expect((await calls.create(TASK)).text).toBe('{"errorId":0}');
});

test.each(['capmonster', 'capsolver'] as const)('%s: a huge id is known by its digits alone', async (id) => {
  const large = sandbox.services[id];
  const { create, send } = caller(large);
  large.fault('createTask', { kind: 'hugeId' });
  const type = id === 'capsolver' ? 'ReCaptchaV2TaskProxyLess' : TASK.type;
  expect((await create({ ...TASK, type })).text).toContain('"taskId":9007199254740993');
  const poll = async (digits: string) =>
    (await send('getTaskResult', `{"clientKey":"${KEY}","taskId":${digits}}`)).text();
  // What a double makes of it.
  expect(await poll('9007199254740992')).toContain('ERROR_');
  const ready = await poll('9007199254740993');
  expect(ready).toContain('"ready"');
  expect(ready.includes('"taskId":9007199254740993')).toBe(id === 'capsolver');
});

test('never an answer, with the work done or not; a late one', async () => {
  const give = (ms: number) =>
    fetch(`${service.origin}/createTask`, {
      method: 'POST',
      body: JSON.stringify({ clientKey: KEY, task: TASK }),
      signal: AbortSignal.timeout(ms),
    });
  service.fault('createTask', { kind: 'hang' });
  service.fault('createTask', { kind: 'hang', afterWork: true });
  service.fault('createTask', { kind: 'delay', ms: 60_000, afterWork: true });
  for (const tasks of [0, 1, 2]) {
    await expect(give(200)).rejects.toThrow();
    expect(service.tasks).toHaveLength(tasks);
  }
});
