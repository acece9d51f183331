import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Sandbox, type ServiceControl, startSandbox } from './index.ts';

const KEY = 'a-known-key';
const TASK = { type: 'RecaptchaV2Task', websiteURL: 'https://shop.test/login', websiteKey: 'site-key' };

let sandbox: Sandbox;
let service: ServiceControl;

beforeAll(async () => {
  sandbox = await startSandbox({ solveAfterMs: 0 });
  service = sandbox.services.capmonster;
});

beforeEach(() => {
  service.reset();
  service.addKey(KEY, 1);
});

afterAll(() => sandbox.close());

const post = (path: string, body: object): Promise<Response> =>
  fetch(`${service.origin}/${path}`, { method: 'POST', body: JSON.stringify({ clientKey: KEY, ...body }) });
const create = (): Promise<Response> => post('createTask', { task: TASK });

test('errors: for the method and the times asked, with any status, code or none', async () => {
  service.fault('createTask', { kind: 'error', errorCode: 'ERROR_NO_SLOT_AVAILABLE', errorId: 2, status: 503 }, 2);
  expect((await post('getBalance', {})).status).toBe(200);
  for (let round = 0; round < 2; round += 1) {
    const response = await create();
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ errorId: 2, errorCode: 'ERROR_NO_SLOT_AVAILABLE', taskId: 0 });
  }
  expect(await (await create()).json()).toMatchObject({ errorId: 0 });
  service.fault('*', { kind: 'error', errorCode: null });
  expect(await (await post('getBalance', {})).json()).toEqual({ errorId: 1, errorCode: null, errorDescription: null });
});

test('other answers: any JSON, any text, very much of it', async () => {
  service.fault('createTask', { kind: 'json', value: { errorId: 0, taskId: 'a-string' } });
  service.fault('createTask', { kind: 'raw', text: '<h1>502</h1>', status: 502, headers: { 'x-from': 'proxy' } });
  service.fault('createTask', { kind: 'big', bytes: 3_000_000 });
  expect(await (await create()).json()).toEqual({ errorId: 0, taskId: 'a-string' });
  const raw = await create();
  expect([raw.status, raw.headers.get('content-type'), raw.headers.get('x-from'), await raw.text()]).toEqual([
    502,
    'text/html',
    'proxy',
    '<h1>502</h1>',
  ]);
  expect((await (await create()).text()).length).toBeGreaterThan(3_000_000);
  expect(service.tasks).toHaveLength(0);
});

test('a reset cuts the connection, before the work or after it', async () => {
  service.fault('createTask', { kind: 'reset' });
  await expect(create()).rejects.toThrow();
  expect(service.tasks).toHaveLength(0);
  service.fault('createTask', { kind: 'reset', afterWork: true });
  await expect(create()).rejects.toThrow();
  expect(service.tasks).toHaveLength(1);
  expect(service.requests.map(({ status }) => status)).toEqual([0, 0]);
});

test('a delay answers the truth, late', async () => {
  service.fault('createTask', { kind: 'delay', ms: 120 });
  const before = Date.now();
  expect(await (await create()).json()).toMatchObject({ errorId: 0 });
  expect(Date.now() - before).toBeGreaterThanOrEqual(118);
});

test('a caller that gives up does no harm', async () => {
  service.fault('createTask', { kind: 'delay', ms: 80 });
  const call = fetch(`${service.origin}/createTask`, { method: 'POST', body: '{}', signal: AbortSignal.timeout(20) });
  await expect(call).rejects.toThrow();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await create()).status).toBe(200);
});
