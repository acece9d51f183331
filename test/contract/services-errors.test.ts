import { describe, expect, it } from 'vitest';
import { ERRORS, errorFact } from '../../utils/services/errors';
import { SERVICES } from '../../utils/services/registry';
import { DOCUMENTED, ENDS_TASK } from './services-error-table';
import { accountAt, answering, at, challenge, solvers } from './services-support';

/** 2Captcha's name begins with a digit. */
const SENTENCES = /^[A-Z2][^{}<>]*\.$/;
const minutes = (count: number) => ({ until: 'time', ms: count * 60_000 });

describe.each(DOCUMENTED)('$service: $code', ({ code, class: kind, service: id }) => {
  const service = at(id);
  const able = service.capabilities.recaptcha ? service : { ...service, capabilities: at('capmonster').capabilities };
  const reply = JSON.stringify({ errorId: 1, errorCode: code, errorDescription: 'localised', taskId: 0 });
  const { message, advice } = errorFact(code, id);
  const refusal = { class: kind, code, message, advice };

  it(`is of class ${kind}, and says what to do`, () => {
    const fact = errorFact(code, id);
    expect(fact.class).toBe(kind);
    expect(fact.message).toMatch(SENTENCES);
    expect(fact.advice).toMatch(SENTENCES);
    if (kind === 'config') expect(fact.pause).toBeDefined();
    if (kind === 'later') expect(fact.backOffMs).toBeGreaterThanOrEqual(1_000);
    const url = fact.goTo && service[fact.goTo];
    if (url) expect(url).toMatch(/^https:\/\//);
  });

  it('at createTask', async () => {
    const created = await answering(reply).client.createTask(accountAt(able), challenge);
    if (kind === 'now') expect(created).toMatchObject({ outcome: 'unknown' });
    else expect(created).toMatchObject({ outcome: 'refused', refusal });
  });

  it('at getTaskResult', async () => {
    const progress = await answering(reply).client.getTaskResult(accountAt(able), challenge, '7');
    if (kind === 'now') expect(progress).toEqual({ outcome: 'working', retryAfterMs: null });
    else if (kind === 'later' && !ENDS_TASK.includes(code)) {
      const wait = errorFact(code, id).backOffMs;
      expect(progress).toMatchObject({ outcome: 'working', retryAfterMs: wait, refusal });
    } else expect(progress).toMatchObject({ outcome: 'failed', refusal });
  });

  if (service.tellsBalance && kind !== 'now')
    it('at getBalance', async () => {
      const balance = await answering(reply).client.getBalance(accountAt(service));
      expect(balance).toMatchObject({ outcome: 'failed', refusal });
    });
});

describe('the same code, another meaning', () => {
  it.each([
    ['ERROR_IP_BANNED', 'capmonster', minutes(10)],
    ['ERROR_IP_BANNED', 'brocapgpt', minutes(10)],
    ['ERROR_IP_BANNED', 'capsolver', minutes(30)],
    ['ERROR_KEY_TEMP_BLOCKED', 'capsolver', minutes(5)],
    ['ERROR_KEY_DOES_NOT_EXIST', 'capkill', { until: 'key' }],
    ['ERROR_ZERO_BALANCE', '2captcha', { until: 'money' }],
    ['ERROR_IP_NOT_ALLOWED', 'anticaptcha', { until: 'check' }],
  ])('%s pauses %s', (code, id, pause) => {
    expect(errorFact(code, id)).toMatchObject({ pause });
    expect(errorFact(code, id).scope).toBeUndefined();
  });

  it('ERROR_NO_SUCH_METHOD: the task type here, the address there', async () => {
    const reply = answering('{"errorId":1,"errorCode":"ERROR_NO_SUCH_METHOD"}');
    expect(await reply.client.createTask(accountAt(at('capmonster')), challenge)).toMatchObject({
      refusal: { scope: 'type', taskType: 'RecaptchaV2Task' },
    });
    const other = await reply.client.createTask(accountAt(at('anticaptcha')), challenge);
    expect(other).toMatchObject({ refusal: { pause: { until: 'check' } } });
    expect(JSON.stringify(other)).not.toContain('taskType');
  });

  it('ERROR_NO_SLOT_AVAILABLE: too many at once, a bid too low, or nobody there', () => {
    const said = ['capmonster', 'anticaptcha', 'captcha69'].map(
      (id) => errorFact('ERROR_NO_SLOT_AVAILABLE', id).message,
    );
    expect(new Set(said).size).toBe(3);
  });

  it.each([
    ['anticaptcha', true],
    ['2captcha', false],
    ['capsolver', false],
    ['capmonster', undefined],
  ])('an unsolvable task at %s is charged: %s', async (id, charged) => {
    const { client } = answering('{"errorId":1,"errorCode":"ERROR_CAPTCHA_UNSOLVABLE"}');
    const progress = await client.getTaskResult(accountAt(at(id)), challenge, '7');
    expect(progress.outcome === 'failed' && progress.refusal.charged).toBe(charged);
  });

  it('holds for a custom service by its dialect', async () => {
    const { client } = answering('{"errorId":1,"errorCode":"ERROR_IP_BANNED"}');
    const account = accountAt(at('custom'), { dialect: 'capsolver' });
    expect(await client.createTask(account, challenge)).toMatchObject({ refusal: { pause: minutes(30) } });
    expect(await client.createTask({ ...account, dialect: 'gone' }, challenge)).toMatchObject({
      refusal: { pause: minutes(10) },
    });
  });
});

describe.each(solvers('recaptcha'))('$label: a code that nobody documents', (service) => {
  it.each([
    ['"ERROR_NEW_ONE"', 'ERROR_NEW_ONE', / answered ERROR_NEW_ONE\.$/],
    ['"<b>x</b>"', 'bxb', / answered bxb\.$/],
    ['null', '', /an error it did not name/],
    ['""', '', /an error it did not name/],
  ])('%s is worth one more try, and is shown as it came', async (errorCode, code, message) => {
    const { client } = answering(`{"errorId":1,"errorCode":${errorCode}}`);
    const refusal = { class: 'later', once: true, code, message: expect.stringMatching(message) };
    const account = accountAt(service);
    expect(await client.createTask(account, challenge)).toMatchObject({ outcome: 'refused', refusal });
    const progress = await client.getTaskResult(account, challenge, '7');
    expect(progress).toMatchObject({ outcome: 'working', refusal });
  });
});

it('knows no code that the fact sheet does not, and misses none', () => {
  const ours = [ERRORS, ...SERVICES.map(({ errors }) => errors)].flatMap((table) => Object.keys(table));
  expect([...new Set(ours)].sort()).toEqual([...new Set(DOCUMENTED.map(({ code }) => code))].sort());
});
