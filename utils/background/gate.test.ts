import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { newJob, challenge as recaptcha } from '../../test/fakes/jobs';
import { capmonster } from '../services/capmonster';
import { type Account, createClient } from '../services/client';
import { refusalFor } from '../services/refusal';
import { accountStates } from '../settings/accounts';
import { pauseFor } from '../settings/pauses';
import { gated } from './gate';
import { createRests } from './rests';
import { createTickets } from './tickets';

const account: Account = { service: capmonster, base: 'https://api.capmonster.cloud', clientKey: 'KEY' };
const challenge = { ...recaptcha, websiteURL: 'https://site.example/' };
const FINE = '{"errorId":0,"taskId":1,"status":"success"}';
const fetch = vi.fn(async () => new Response(FINE));
let clock = 0;
const tickets = createTickets(() => clock);
const client = gated(createClient({ fetch, timeout: () => new AbortController().signal }), {
  claim: tickets.claim,
  rests: createRests(() => clock),
  now: () => clock,
});

beforeEach(async () => {
  clock = 0;
  fetch.mockClear();
  for (const key of Object.keys(await accountStates.all())) await accountStates.set(key, { state: 'unchecked' });
  fakeBrowser.reset();
});

async function pause(code: string, polling = false): Promise<void> {
  const met = { challenge, type: 'RecaptchaV2Task', polling };
  const found = pauseFor(capmonster, refusalFor(capmonster, code), met, clock);
  if (found) await accountStates.set(found.key, found.state);
}

const sent = async () => {
  const outcomes = [
    await client.createTask(account, challenge),
    await client.createTask(account, { ...challenge, enterprise: true }),
    await client.getTaskResult(account, challenge, '1'),
    await client.reportIncorrect(account, 'recaptcha', '1'),
  ];
  const requests = fetch.mock.calls.length;
  fetch.mockClear();
  return { requests, outcomes: outcomes.map(({ outcome }) => outcome) };
};

it('lets everything through while nothing is paused', async () => {
  expect(await sent()).toEqual({ requests: 4, outcomes: ['created', 'created', 'working', 'reported'] });
});

it.each(['ERROR_KEY_DOES_NOT_EXIST', 'ERROR_ACCOUNT_SUSPENDED', 'ERROR_IP_NOT_ALLOWED', 'ERROR_IP_BANNED'])(
  '%s: no further request, not even for jobs that were on their way',
  async (code) => {
    await pause(code);
    expect(await sent()).toEqual({ requests: 0, outcomes: ['refused', 'refused', 'failed', 'failed'] });
    expect(await client.createTask(account, challenge)).toMatchObject({
      refusal: { class: 'config', code, message: refusalFor(capmonster, code).message },
    });
  },
);

it('a ban ends after its time, and being held back does not make it longer', async () => {
  await pause('ERROR_IP_BANNED');
  clock = 599_999;
  const held = await client.createTask(account, challenge);
  expect(held.outcome === 'refused' && held.refusal.pause).toBeUndefined();
  clock = 600_000;
  expect(await sent()).toMatchObject({ requests: 4 });
});

it('no money: no new task; what was paid for is fetched', async () => {
  await pause('ERROR_ZERO_BALANCE');
  expect(await sent()).toEqual({ requests: 2, outcomes: ['refused', 'refused', 'working', 'reported'] });
  await pause('ERROR_ZERO_BALANCE', true);
  expect(await sent()).toMatchObject({ requests: 0 });
});

it('one type of task: no new task of that type, and everything else', async () => {
  await pause('ERROR_TASK_NOT_SUPPORTED');
  expect(await sent()).toEqual({ requests: 3, outcomes: ['refused', 'created', 'working', 'reported'] });
});

it('the balance is always asked for at the person’s word', async () => {
  await pause('ERROR_KEY_DOES_NOT_EXIST');
  await client.getBalance(account);
  expect(fetch).toHaveBeenCalledOnce();
});

it.each([
  [false, 'https://site.example/form'],
  [true, 'https://site.example/form?order=7#top'],
])('a service that may have the whole address (%s) is told %s', async (wholeAddress, websiteURL) => {
  await client.createTask(
    { ...account, wholeAddress },
    { ...challenge, websiteURL: 'https://site.example/form?order=7#top' },
  );
  const [, init] = fetch.mock.calls[0] as unknown as [string, { body: string }];
  expect(JSON.parse(init.body).task.websiteURL).toBe(websiteURL);
});

it('Retry-After holds for every job, also after the worker has died, and for that method alone', async () => {
  clock = 5_000_000;
  const limited = new Response('', { status: 429, headers: { 'Retry-After': '60' } });
  fetch.mockResolvedValueOnce(limited);
  expect(await client.createTask(account, challenge)).toMatchObject({ refusal: { retryAfterMs: 60_000 } });
  clock += 20_000;
  fetch.mockClear();
  const tickets = createTickets(() => clock);
  const another = gated(createClient({ fetch, timeout: () => new AbortController().signal }), {
    claim: tickets.claim,
    rests: createRests(() => clock),
    now: () => clock,
  });
  for (const each of [client, another])
    expect(await each.createTask(account, challenge)).toMatchObject({
      outcome: 'refused',
      refusal: { class: 'later', retryAfterMs: 40_000, message: 'CapMonster Cloud was asked too often.' },
    });
  expect(fetch).not.toHaveBeenCalled();
  expect(await client.getTaskResult(account, challenge, '1')).toMatchObject({ outcome: 'working' });
  expect(fetch).toHaveBeenCalledOnce();
  clock += 40_000;
  expect(await client.createTask(account, challenge)).toMatchObject({ outcome: 'created' });
});

it('polls wait together where one was told to come back later; their tasks go on', async () => {
  clock = 9_000_000;
  fetch.mockResolvedValueOnce(new Response('', { status: 429, headers: { 'Retry-After': '8' } }));
  await client.getTaskResult(account, challenge, '1');
  clock += 3_000;
  expect(await client.getTaskResult(account, challenge, '2')).toMatchObject({
    outcome: 'working',
    retryAfterMs: 5_000,
    refusal: { class: 'later' },
  });
  expect(fetch).toHaveBeenCalledOnce();
});

it('reports an answer once, whoever asks', async () => {
  clock = 12_000_000;
  await tickets.keep(newJob({ since: clock, state: { name: 'delivered', taskId: '77' } }));
  fetch.mockClear();
  expect(await client.reportIncorrect(account, 'recaptcha', '77')).toEqual({ outcome: 'reported' });
  expect(await client.reportIncorrect(account, 'recaptcha', '77')).toMatchObject({
    outcome: 'failed',
    refusal: { message: 'It was reported before.' },
  });
  expect(fetch).toHaveBeenCalledOnce();
});
