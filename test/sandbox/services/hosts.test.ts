import { get } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, type ServiceId, startSandbox } from '../index.ts';
import { ask } from '../server/ask.ts';
import { KEY } from './caller.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
  for (const service of Object.values(sandbox.services)) service.addKey(KEY, 1);
});

afterAll(() => sandbox.close());

const balanceAt = (address: string, port = sandbox.port) =>
  ask(port, address, { method: 'POST', body: JSON.stringify({ clientKey: KEY }) });

const ADDRESSES: [ServiceId, string][] = [
  ['capmonster', 'https://api.capmonster.cloud/getBalance'],
  ['brocapgpt', 'https://api.brocapgpt.com/getBalance'],
  ['capkill', 'https://capkill.com/api/getBalance'],
  ['capkill', 'https://capkill.com/getBalance'],
  ['anticaptcha', 'https://api.anti-captcha.com/getBalance'],
  ['2captcha', 'https://api.2captcha.com/getBalance'],
  ['2captcha', 'https://api.rucaptcha.com/getBalance'],
  ['capsolver', 'https://api.capsolver.com/getBalance'],
];

test.each(ADDRESSES)('%s answers at %s', async (id, address) => {
  const before = sandbox.services[id].requests.length;
  expect(JSON.parse((await balanceAt(address)).body)).toMatchObject({ errorId: 0, balance: 1 });
  expect(sandbox.services[id].requests.slice(before)).toMatchObject([{ host: new URL(address).hostname }]);
});

test.each([
  ['captcha69', 'https://captcha69.com/getBalance'],
  ['captcha69', 'https://captcha69.com/'],
  ['2captcha', 'https://api.2captcha.com/api/'],
  ['capmonster', 'https://dash.capmonster.cloud/createTask'],
] as const)('%s has no balance at %s', async (_, address) => {
  expect((await balanceAt(address)).body).not.toContain('balance"');
});

test('each base is where its methods are, each origin the same service without a name', async () => {
  for (const [id, { base, origin }] of Object.entries(sandbox.services)) {
    const path = new URL(base).pathname.replace(/\/$/, '');
    const heard = await fetch(`${origin}${path}/createTask`, { method: 'POST', body: '{}' });
    expect([id, heard.headers.get('content-type')]).toEqual([id, 'application/json; charset=utf-8']);
    expect(sandbox.services[id as ServiceId].requests.at(-1)?.host).toBe('127.0.0.1');
  }
});

test('the certificate covers every name, and the rules send it home', async () => {
  for (const { base } of Object.values(sandbox.services)) {
    const { hostname } = new URL(base);
    expect(sandbox.resolverRules).toContain(`MAP ${hostname} 127.0.0.1:${sandbox.port}`);
    const status = await new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port: sandbox.port, servername: hostname, ca: sandbox.certificate };
      get({ ...options, path: '/nothing', headers: { host: hostname } }, (incoming) => {
        incoming.resume();
        resolve(incoming.statusCode);
      }).on('error', reject);
    });
    expect([hostname, status]).toEqual([hostname, 404]);
  }
});
