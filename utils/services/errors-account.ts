import { type ErrorFacts, fact, MINUTE } from './error-fact';

const checkKey = 'Check the key, or copy it again from the dashboard of {service}.';
const until = { key: { until: 'key' }, money: { until: 'money' }, check: { until: 'check' } } as const;
const minutes = (count: number) => ({ until: 'time', ms: count * MINUTE }) as const;

/** Key, money and addresses: the account has to be put right before anything else is sent (fact sheet, 0.9 and 3). */
export const ACCOUNT_ERRORS: ErrorFacts = {
  ERROR_KEY_DOES_NOT_EXIST: fact('config', '{service} does not know this key.', checkKey, {
    goTo: 'dashboard',
    pause: until.key,
  }),
  ERROR_WRONG_USER_KEY: fact('config', '{service} says that this key has the wrong form.', checkKey, {
    goTo: 'dashboard',
    pause: until.key,
  }),
  ERROR_KEY_NOT_AUTHORIZED: fact('config', '{service} does not accept this key.', checkKey, {
    goTo: 'dashboard',
    pause: until.key,
  }),
  ERROR_KEY_DENIED_ACCESS: fact('config', '{service} refuses this key.', checkKey, {
    goTo: 'dashboard',
    pause: until.key,
  }),
  ERROR_ACCESS_DENIED: fact('config', '{service} refuses this account.', checkKey, {
    goTo: 'dashboard',
    pause: until.key,
  }),
  ERROR_ACCOUNT_SUSPENDED: fact(
    'config',
    '{service} has suspended your account.',
    'Write to the support of {service}, or use another account.',
    { goTo: 'dashboard', pause: until.key },
  ),
  ERROR_KEY_TEMP_BLOCKED: fact(
    'later',
    '{service} has blocked your key for five minutes, after too many errors.',
    'Wait five minutes; if it comes back, check the key in the dashboard of {service}.',
    { goTo: 'dashboard', pause: minutes(5), backOffMs: 5 * MINUTE },
  ),
  ERROR_ZERO_BALANCE: fact('config', 'Your account at {service} has no money left.', 'Top it up.', {
    goTo: 'topUp',
    pause: until.money,
  }),
  ERROR_SETTLEMENT_FAILED: fact(
    'config',
    '{service} could not charge your account.',
    'Look at your balance there and top it up.',
    { goTo: 'topUp', pause: until.money },
  ),
  ERROR_IP_NOT_ALLOWED: fact(
    'config',
    'Your account allows other addresses only, and yours is not among them.',
    'Allow your address in the settings of {service}, then check the key here.',
    { goTo: 'dashboard', pause: until.check },
  ),
  ERROR_IP_BANNED: fact(
    'config',
    '{service} has blocked your address for ten minutes.',
    'Wait ten minutes; check the key and the balance meanwhile.',
    { goTo: 'dashboard', pause: minutes(10) },
  ),
  // How long is documented nowhere; CapMonster's ban of ten minutes is the only figure there is (fact sheet, 0.9).
  ERROR_IP_BLOCKED: fact(
    'config',
    '{service} has blocked your address, after too many failing calls.',
    'Wait ten minutes; check the key and the balance meanwhile.',
    { goTo: 'dashboard', pause: minutes(10) },
  ),
  ERROR_FUNCAPTCHA_NOT_ALLOWED: fact(
    'config',
    'Your account at {service} may not solve FunCaptcha.',
    'Ask the support of {service} to allow it, or use another service.',
    { goTo: 'dashboard', pause: until.key, scope: 'type' },
  ),
  ERROR_TASK_NOT_SUPPORTED: fact(
    'config',
    '{service} does not solve this kind of captcha.',
    'Add another service, or solve this one by hand.',
    { pause: until.key, scope: 'type' },
  ),
  // CapMonster's and BrocapGPT's meaning, which compatible services copy; others say so in their own file.
  ERROR_NO_SUCH_METHOD: fact(
    'config',
    '{service} does not know this kind of task.',
    'Add another service, or solve this one by hand.',
    { pause: until.key, scope: 'type' },
  ),
};
