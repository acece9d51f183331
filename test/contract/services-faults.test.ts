import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Account, createClient } from '../../utils/services/client';
import { errorFact } from '../../utils/services/errors';
import { SERVICES } from '../../utils/services/registry';
import { type Fault, type Sandbox, type ServiceId, startSandbox } from '../sandbox/index.ts';
import { at, challenge, KEY } from './services-support';

/** The client as it is, over a real connection, against every dialect of the sandbox and its whole plan of faults. */
const giveUpAfter = (ms: number) =>
  createClient({ fetch: (...args) => fetch(...args), timeout: () => AbortSignal.timeout(ms) });
const client = giveUpAfter(1_500);
/** For replies that never end, each of which is waited for as long as its client can. */
const hasty = giveUpAfter(400);
const IDS = SERVICES.filter(({ base }) => base !== null).map(({ id }) => id as ServiceId);
const SOLVING = IDS.filter((id) => at(id).capabilities.recaptcha);

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ seed: 7, solveAfterMs: 0 });
  sandbox.recaptcha.addSite({ websiteKey: challenge.websiteKey, secret: 'secret' });
});
afterAll(() => sandbox.close());
beforeEach(() => {
  for (const service of Object.values(sandbox.services)) {
    service.reset();
    service.addKey(KEY, 10);
  }
});

const accountAt = (id: ServiceId): Account => ({
  service: at('custom'),
  // CapKill's methods live under a path.
  base: sandbox.services[id].origin + new URL(at(id).base ?? '').pathname.replace(/\/$/, ''),
  dialect: id,
  clientKey: KEY,
});

const create = (id: ServiceId, asking = client) => asking.createTask(accountAt(id), challenge);
async function made(id: ServiceId): Promise<string> {
  const created = await create(id);
  if (created.outcome !== 'created') throw new Error(`${id}: ${JSON.stringify(created)}`);
  return created.taskId;
}
const result = (id: ServiceId, taskId: string, asking = client) =>
  asking.getTaskResult(accountAt(id), challenge, taskId);

type Ends = { createTask: string; getTaskResult: string; getBalance: string };
const LOST: Ends = { createTask: 'unknown', getTaskResult: 'working', getBalance: 'failed' };
const FINE: Ends = { createTask: 'created', getTaskResult: 'ready', getBalance: 'balance' };
/** The request did not get as far as a task. */
const NOT_TAKEN: Ends = { ...LOST, createTask: 'refused' };

const PLAN: [name: string, fault: Fault, ends: Ends, asking?: typeof client][] = [
  ['a reset', { kind: 'reset' }, LOST],
  ['a reset after the work', { kind: 'reset', afterWork: true }, LOST],
  ['a delay', { kind: 'delay', ms: 50 }, FINE],
  ['silence', { kind: 'hang' }, LOST, hasty],
  ['a slow loris', { kind: 'trickle', everyMs: 50 }, LOST, hasty],
  ['a slow reply that arrives', { kind: 'trickle', everyMs: 1, bytes: 40 }, FINE],
  ['half a reply', { kind: 'truncated' }, LOST],
  ['a reply that breaks off', { kind: 'truncated', cut: true }, LOST],
  ['a web page', { kind: 'html' }, LOST],
  ['a web page that says it is fine', { kind: 'html', status: 200 }, LOST],
  ['nothing', { kind: 'empty', status: 200 }, LOST],
  ['HTTP 504 without a word', { kind: 'empty', status: 504 }, LOST],
  ['HTTP 403 without a word', { kind: 'empty', status: 403 }, NOT_TAKEN],
  ['HTTP 429 with Retry-After', { kind: 'limited', retryAfter: 7 }, NOT_TAKEN],
  ['gzip', { kind: 'gzip' }, FINE],
  ['gzip that is none', { kind: 'gzip', lie: 'plain' }, LOST],
  ['gzip that nobody announced', { kind: 'gzip', lie: 'silent' }, LOST],
  ['half of a gzip', { kind: 'gzip', lie: 'cut' }, LOST],
  ['10 MB', { kind: 'big', bytes: 10_000_000 }, LOST],
  ['10 MB in a few bytes of gzip', { kind: 'big', bytes: 10_000_000, gzip: true }, LOST],
  ['not an object', { kind: 'json', value: [KEY] }, LOST],
  ['text with the key', { kind: 'raw', text: `bad key ${KEY}` }, LOST],
];

describe.each(SOLVING)('%s', (id) => {
  it.each(PLAN)('%s', async (_, fault, ends, asking = client) => {
    const service = sandbox.services[id];
    const taskId = await made(id);
    const heard: string[] = [];
    service.fault('createTask', fault);
    service.fault('getTaskResult', fault);
    const [created, progress] = await Promise.all([create(id, asking), result(id, taskId, asking)]);
    expect({ createTask: created.outcome, getTaskResult: progress.outcome }).toEqual({
      createTask: ends.createTask,
      getTaskResult: ends.getTaskResult,
    });
    heard.push(JSON.stringify([created, progress]));
    if (at(id).tellsBalance) {
      service.fault('getBalance', fault);
      const balance = await asking.getBalance(accountAt(id));
      expect(balance.outcome).toBe(ends.getBalance);
      heard.push(JSON.stringify(balance));
    }
    for (const text of heard) expect(text).not.toContain(KEY);
    if (fault.kind === 'limited')
      expect(progress).toMatchObject({ retryAfterMs: 7_000, refusal: { message: expect.stringMatching(/429/) } });
    // What was asked for is there all the same.
    service.clearFaults();
    expect(await result(id, taskId)).toMatchObject({ outcome: 'ready' });
  });

  it('every code that it documents, at every step', async () => {
    const service = sandbox.services[id];
    expect(service.errorCodes.length).toBeGreaterThan(0);
    for (const code of service.errorCodes) {
      const taskId = await made(id);
      const { class: kind, endsTask } = errorFact(code, id);
      service.fault('createTask', { kind: 'error', errorCode: code });
      expect(await create(id), code).toMatchObject(
        kind === 'now' ? { outcome: 'unknown' } : { outcome: 'refused', refusal: { class: kind, code } },
      );
      service.fault('getTaskResult', { kind: 'error', errorCode: code });
      const goesOn = kind === 'now' || (kind === 'later' && !endsTask);
      expect(await result(id, taskId), code).toMatchObject({ outcome: goesOn ? 'working' : 'failed' });
      service.reset();
    }
  });

  it('the same key twice: the last one counts, as everywhere', async () => {
    const service = sandbox.services[id];
    const taskId = await made(id);
    service.fault('getTaskResult', { kind: 'duplicate', fields: { status: 'processing' } });
    expect(await result(id, taskId)).toMatchObject({ outcome: 'ready' });
    service.fault('getTaskResult', { kind: 'duplicate', fields: { status: 'processing' }, last: true });
    expect(await result(id, taskId)).toMatchObject({ outcome: 'working' });
    service.fault('createTask', { kind: 'duplicate', fields: { taskId: 0 } });
    expect(await create(id)).toMatchObject({ outcome: 'created' });
  });

  it.each(['9007199254740993', '123456789012345678901234567890'])(
    'the id %s comes back digit by digit',
    async (digits) => {
      const service = sandbox.services[id];
      service.fault('createTask', { kind: 'hugeId', digits });
      const taskId = await made(id);
      expect(taskId).toBe(digits);
      expect(await result(id, taskId)).toMatchObject({ outcome: 'ready' });
      expect(service.requests.at(-1)?.rawBody).toContain(`"taskId":${digits}}`);
    },
  );
});
