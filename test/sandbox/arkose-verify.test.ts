import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { type ArkoseSite, type Sandbox, type ServiceId, startSandbox } from './index.ts';
import { ask } from './server/ask.ts';

const PLAIN: ArkoseSite = { publicKey: '11111111-2222-4333-8444-555555555501', host: 'client-api.arkoselabs.com' };
const BLOB: ArkoseSite = { ...PLAIN, publicKey: '11111111-2222-4333-8444-555555555502', needsBlob: true };
const CUSTOM: ArkoseSite = { publicKey: '11111111-2222-4333-8444-555555555503', host: 'captcha.customer.test' };
const BOUND: ArkoseSite = { ...PLAIN, publicKey: '11111111-2222-4333-8444-555555555504', hostname: 'only.test' };

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 21, solveAfterMs: 0 });
  for (const site of [PLAIN, BLOB, CUSTOM, BOUND]) sandbox.arkose.addSite(site);
  for (const service of Object.values(sandbox.services)) service.addKey('key', 10);
});

beforeEach(() => sandbox.arkose.reset());

afterEach(() => {
  vi.useRealTimers();
});

afterAll(() => sandbox.close());

interface Order {
  publicKey: string;
  host?: string;
  blob?: string;
  page?: string;
  service?: ServiceId;
}

/** The token of a task as a service solves it. */
const buy = async ({
  publicKey,
  host,
  blob,
  page = 'https://shop.test/a',
  service = 'brocapgpt',
}: Order): Promise<string> => {
  const { origin, tasks } = sandbox.services[service];
  const task = {
    type: 'FunCaptchaTaskProxyless',
    websiteURL: page,
    websitePublicKey: publicKey,
    ...(host === undefined ? {} : { funcaptchaApiJSSubdomain: host }),
    ...(blob === undefined ? {} : { data: JSON.stringify({ blob }) }),
  };
  const body = JSON.stringify({ clientKey: 'key', task });
  const reply = await ask(Number(new URL(origin).port), `${origin}/createTask`, { method: 'POST', body });
  expect(JSON.parse(reply.body)).toMatchObject({ errorId: 0 });
  return tasks.at(-1)?.token ?? '';
};

const verify = (token: string, { publicKey }: ArkoseSite, more: object = {}): string[] =>
  sandbox.arkose.verify({ token, publicKey, ...more }).errorCodes;

/** A session that a widget opens, and leaves unsolved. */
const openInWidget = async ({ publicKey, host }: ArkoseSite, blob: string): Promise<void> => {
  const body = new URLSearchParams({ site: 'https://shop.test', 'data[blob]': blob }).toString();
  await ask(sandbox.port, `https://${host}/fc/gt2/public_key/${publicKey}`, { method: 'POST', body });
};

const SERVICES: ServiceId[] = ['brocapgpt', 'anticaptcha', '2captcha'];

test.each(SERVICES)('%s sells tokens that verification takes, once', async (service) => {
  const token = await buy({ publicKey: PLAIN.publicKey, service });
  expect(verify(token, PLAIN, { hostname: 'shop.test' })).toEqual([]);
  expect(verify(token, PLAIN)).toEqual(['used']);
  const blob = sandbox.arkose.issueBlob(BLOB.publicKey);
  expect(verify(await buy({ publicKey: BLOB.publicKey, blob, service }), BLOB, { blob })).toEqual([]);
});

test('only for its key, host and site', async () => {
  const token = await buy({ publicKey: PLAIN.publicKey });
  expect(verify(token, CUSTOM)).toEqual(['wrong-key']);
  expect(verify(token, PLAIN, { hostname: 'elsewhere.test' })).toEqual(['wrong-site']);
  expect(verify(token, PLAIN), 'a refusal uses nothing up').toEqual([]);
  expect(verify(await buy({ publicKey: CUSTOM.publicKey }), CUSTOM)).toEqual(['wrong-subdomain']);
  expect(verify(await buy({ publicKey: CUSTOM.publicKey, host: `https://${CUSTOM.host}` }), CUSTOM)).toEqual([
    'wrong-subdomain',
  ]);
  expect(verify(await buy({ publicKey: CUSTOM.publicKey, host: CUSTOM.host }), CUSTOM)).toEqual([]);
  expect(verify(await buy({ publicKey: BOUND.publicKey }), BOUND)).toEqual(['wrong-site']);
  expect(verify(await buy({ publicKey: BOUND.publicKey, page: 'https://only.test/' }), BOUND)).toEqual([]);
});

test('a blob is for one session, of widget or task, whichever comes first', async () => {
  const { publicKey } = BLOB;
  const [one, two, three] = [1, 2, 3].map(() => sandbox.arkose.issueBlob(publicKey)) as [string, string, string];
  await openInWidget(BLOB, one);
  expect(verify(await buy({ publicKey, blob: one }), BLOB)).toEqual(['blob-spent']);
  expect(verify(await buy({ publicKey, blob: two }), BLOB)).toEqual([]);
  expect(verify(await buy({ publicKey, blob: two, service: '2captcha' }), BLOB)).toEqual(['blob-spent']);
  expect(verify(await buy({ publicKey, blob: three }), BLOB, { blob: two })).toEqual(['blob-other']);
});

test('a blob must be there, known, and of this key', async () => {
  const { publicKey } = BLOB;
  const foreign = sandbox.arkose.issueBlob(PLAIN.publicKey);
  expect(verify(await buy({ publicKey }), BLOB)).toEqual(['blob-missing']);
  expect(verify(await buy({ publicKey, blob: 'made-up' }), BLOB)).toEqual(['blob-unknown']);
  expect(verify(await buy({ publicKey, blob: foreign }), BLOB)).toEqual(['blob-unknown']);
  expect(verify(await buy({ publicKey: PLAIN.publicKey, blob: foreign }), PLAIN), 'and is still unspent').toEqual([]);
});

test('not unsolved, not unknown, not old', async () => {
  const session = sandbox.arkose.openSession({ publicKey: PLAIN.publicKey, hostname: 'shop.test' });
  expect(verify(session, PLAIN)).toEqual(['unsolved']);
  expect(verify(session.replace(/^./, 'x'), PLAIN)).toEqual(['unknown-token']);
  expect(verify('', PLAIN)).toEqual(['missing-token']);
  vi.useFakeTimers({ toFake: ['Date'] });
  const [early, late] = [await buy({ publicKey: PLAIN.publicKey }), await buy({ publicKey: PLAIN.publicKey })];
  vi.setSystemTime(Date.now() + 29 * 60_000);
  expect(verify(early, PLAIN)).toEqual([]);
  vi.setSystemTime(Date.now() + 2 * 60_000);
  expect(verify(late, PLAIN)).toEqual(['expired']);
  expect(sandbox.arkose.verifications.at(-1)).toMatchObject({ token: late, success: false, errorCodes: ['expired'] });
});

test('over HTTP, as a customer’s server asks', async () => {
  const token = await buy({ publicKey: PLAIN.publicKey });
  const call = async (fields: object) => {
    const { status, body } = await ask(sandbox.port, 'https://verify-api.arkoselabs.com/api/v4/verify/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fields),
    });
    return { status, ...(JSON.parse(body) as object) };
  };
  const fields = { private_key: `private-${PLAIN.publicKey}`, session_token: token };
  expect(await call(fields)).toMatchObject({
    status: 200,
    session_details: { solved: true, public_key: PLAIN.publicKey, previously_verified: false },
    error: null,
  });
  expect(await call(fields)).toMatchObject({
    session_details: { solved: false, previously_verified: true },
    error: 'used',
  });
  expect(await call({ ...fields, session_token: 'none' })).toMatchObject({ status: 400 });
  expect(await call({ ...fields, private_key: 'none' })).toMatchObject({ status: 400, error: 'Invalid private key' });
});

test.each(['fc-token', 'verification-token', 'arkose_token'])('/submit checks %s', async (name) => {
  const submit = async (fields: Record<string, string>): Promise<unknown> => {
    const { body } = await ask(sandbox.port, 'https://shop.test/submit', {
      method: 'POST',
      headers: { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    });
    return JSON.parse(body);
  };
  const token = await buy({ publicKey: PLAIN.publicKey });
  const sitekey = PLAIN.publicKey;
  expect(await submit({ [name]: '' })).toEqual({ success: false, 'error-codes': ['missing-token'] });
  expect(await submit({ sitekey: CUSTOM.publicKey, [name]: token })).toEqual({
    success: false,
    'error-codes': ['wrong-key'],
  });
  const both = { sitekey, 'fc-token': '', 'verification-token': '', [name]: token, arkose_token: token };
  expect(await submit(both)).toEqual({ success: true, 'error-codes': [] });
  expect(await submit({ [name]: token })).toEqual({ success: false, 'error-codes': ['used'] });
});
