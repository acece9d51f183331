import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ERRORS, type ErrorClass, errorFact } from './errors';

/** A few, by hand. Every code at every service: test/contract/services-errors.test.ts. */
const CLASSES: Record<string, ErrorClass> = {
  CAPTCHA_NOT_READY: 'now',
  CAPCHA_NOT_READY: 'now',
  ERROR_KEY_DOES_NOT_EXIST: 'config',
  ERROR_ZERO_BALANCE: 'config',
  ERROR_IP_NOT_ALLOWED: 'config',
  ERROR_IP_BANNED: 'config',
  ERROR_IP_BLOCKED: 'config',
  ERROR_NO_SLOT_AVAILABLE: 'later',
  ERROR_TOO_MUCH_REQUESTS: 'later',
  ERROR_CAPTCHA_UNSOLVABLE: 'task',
  ERROR_NO_SUCH_CAPCHA_ID: 'expired',
  WRONG_CAPTCHA_ID: 'expired',
  ERROR_TOKEN_EXPIRED: 'expired',
  ERROR_WRONG_USERAGENT: 'task',
  ERROR_RECAPTCHA_INVALID_SITEKEY: 'task',
  ERROR_RECAPTCHA_INVALID_DOMAIN: 'task',
  ERROR_DOMAIN_NOT_ALLOWED: 'task',
  ERROR_TASK_ABSENT: 'task',
};

describe('errorFact', () => {
  it.each(Object.entries(CLASSES))('%s is of class %s', (code, kind) => {
    expect(errorFact(code).class).toBe(kind);
  });

  it.each(Object.keys(ERRORS))('%s is no dead end', (code) => {
    const { message, advice, goTo } = errorFact(code);
    expect(message).toMatch(/^[A-Z].*\.$/);
    expect(advice).toMatch(/^[A-Z].*\.$/);
    // What can be done at the service comes with the way there.
    if (/dashboard|top it up|settings of|support of/i.test(advice)) expect(goTo).toBeDefined();
  });

  it('does not promise that Solvent tries again where nothing does', () => {
    const later = Object.values(ERRORS).filter((fact) => fact.class === 'later');
    expect(later.filter(({ advice }) => /Solvent tries again/.test(advice))).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('knows no code %s', (code) => {
    expect(errorFact(code)).toMatchObject({ class: 'later', once: true, message: `The service answered ${code}.` });
  });

  it('names an unknown code, and only what a code may hold', () => {
    expect(errorFact('ERROR_NEW').message).toBe('The service answered ERROR_NEW.');
    expect(errorFact('<b>"x"</b>').message).toBe('The service answered bxb.');
    expect(errorFact('').message).toBe('The service answered with an error it did not name.');
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (code) => errorFact(code).message.length <= 90));
  });
});
