/**
 * The five classes of error and what each asks for (fact sheet of services, 3): `now` ask again at the next poll,
 * `later` back off, `config` stop and tell the person, `task` this task is lost, `expired` get fresh parameters.
 */
export type ErrorClass = 'now' | 'later' | 'config' | 'task' | 'expired';

export interface ErrorFact {
  class: ErrorClass;
  /** What happened, for the person. */
  message: string;
  /** What to do next. */
  advice: string;
  /** Where that can be done. */
  goTo?: 'dashboard' | 'topUp';
}

const wait = 'Nothing to do: Solvent tries again later.';
const reload = 'Reload the page to try again, or solve this one by hand.';
const byHand = 'Solve this one by hand.';
const checkKey = 'Check the key, or copy it again from the dashboard of the service.';

const fact = (kind: ErrorClass, message: string, advice: string, goTo?: ErrorFact['goTo']): ErrorFact => ({
  class: kind,
  message,
  advice,
  ...(goTo && { goTo }),
});

export const ERRORS: Readonly<Record<string, ErrorFact>> = {
  CAPTCHA_NOT_READY: fact('now', 'Still working.', wait),
  CAPCHA_NOT_READY: fact('now', 'Still working.', wait),
  ERROR_KEY_DOES_NOT_EXIST: fact('config', 'The service does not know this key.', checkKey, 'dashboard'),
  ERROR_ZERO_BALANCE: fact('config', 'Your account at the service has no money left.', 'Top it up.', 'topUp'),
  ERROR_IP_NOT_ALLOWED: fact(
    'config',
    'Your account allows other addresses only, and yours is not among them.',
    'Allow your address in the settings of the service.',
    'dashboard',
  ),
  ERROR_IP_BANNED: fact('config', 'The service has blocked your address for a while.', 'Wait ten minutes.'),
  ERROR_IP_BLOCKED: fact('config', 'The service has blocked your address for a while.', 'Wait ten minutes.'),
  ERROR_NO_SLOT_AVAILABLE: fact('later', 'The service has no free worker just now.', wait),
  ERROR_TOO_MUCH_REQUESTS: fact('later', 'The service was asked too often.', wait),
  ERROR_CAPTCHA_UNSOLVABLE: fact('task', 'The service could not solve this one.', reload),
  ERROR_RECAPTCHA_TIMEOUT: fact('task', 'The service took too long over this one.', reload),
  ERROR_NO_SUCH_CAPCHA_ID: fact('expired', 'The service no longer knows this task.', reload),
  WRONG_CAPTCHA_ID: fact('expired', 'The service no longer knows this task.', reload),
  ERROR_TOKEN_EXPIRED: fact('expired', 'A one-time value of the page was used up.', reload),
  ERROR_WRONG_USERAGENT: fact('task', 'The service refused the browser named in the task.', byHand),
  ERROR_RECAPTCHA_INVALID_SITEKEY: fact('task', 'The service says that the site key is wrong.', byHand),
  ERROR_RECAPTCHA_INVALID_DOMAIN: fact('task', 'The service says that the site key is for another site.', byHand),
  ERROR_DOMAIN_NOT_ALLOWED: fact('task', 'The service does not work for this site.', byHand),
  ERROR_TASK_ABSENT: fact('task', 'The service could not read the task.', byHand),
  ERROR_TASK_NOT_SUPPORTED: fact('task', 'The service does not solve this kind of captcha.', byHand),
  ERROR_NO_SUCH_METHOD: fact('task', 'The service does not solve this kind of captcha.', byHand),
  ERROR_PROXY_CONNECT_REFUSED: fact('task', 'The service could not reach the site.', byHand),
  ERROR_PROXY_READ_TIMEOUT: fact('task', 'The service could not reach the site.', byHand),
  ERROR_PROXY_BANNED: fact('task', 'The site refuses the service.', byHand),
  ERROR_PROXY_MISSING: fact('task', 'The service asks for a proxy, which Solvent does not use.', byHand),
  ERROR_PROXY_NOT_AUTHORISED: fact('task', 'The service asks for a proxy, which Solvent does not use.', byHand),
};

const unknown = (code: string): ErrorFact =>
  fact('task', code ? `The service answered ${code}.` : 'The service answered with an error it did not name.', reload);

/** What an error code means. Unknown and missing codes lose the task, and the person reads the code itself. */
export function errorFact(code: string): ErrorFact {
  return Object.hasOwn(ERRORS, code)
    ? (ERRORS[code] as ErrorFact)
    : unknown(code.replace(/[^\w .-]/g, '').slice(0, 60));
}
