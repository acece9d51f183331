import { byHand, type ErrorFacts, fact, MINUTE, reload, waitAMinute } from './error-fact';

/** Not now: the service is busy, or this try went wrong on its way (fact sheet of services, 3). */
export const BUSY_ERRORS: ErrorFacts = {
  CAPTCHA_NOT_READY: fact('now', 'Still working.', 'Wait a moment.'),
  CAPCHA_NOT_READY: fact('now', 'Still working.', 'Wait a moment.'),
  ERROR_NO_SLOT_AVAILABLE: fact('later', '{service} has no free worker just now.', waitAMinute, { backOffMs: 5_000 }),
  // CapSolver's own spelling, and the right one that its clients use.
  ERROR_SERVICE_UNAVALIABLE: fact('later', '{service} is overloaded.', waitAMinute, { backOffMs: 15_000 }),
  ERROR_SERVICE_UNAVAILABLE: fact('later', '{service} is overloaded.', waitAMinute, { backOffMs: 15_000 }),
  ERROR_RATE_LIMIT: fact('later', 'You have reached the rate limit of your package at {service}.', waitAMinute, {
    goTo: 'dashboard',
    backOffMs: 15_000,
  }),
  ERROR_TOO_MUCH_REQUESTS: fact('later', '{service} was asked too often.', waitAMinute, { backOffMs: 15_000 }),
  ERROR_ALL_WORKERS_FILTERED: fact(
    'later',
    'All workers of {service} are excluded by your reports.',
    'Wait an hour, or add a second service.',
    { backOffMs: MINUTE, endsTask: true },
  ),
  ERROR_RECAPTCHA_TIMEOUT: fact('later', '{service} took too long over this one.', reload, {
    backOffMs: 5_000,
    once: true,
    endsTask: true,
  }),
  ERROR_TASK_TIMEOUT: fact('later', '{service} did not solve this one in time.', reload, {
    backOffMs: 5_000,
    once: true,
    endsTask: true,
  }),
  ERROR_FAILED_LOADING_WIDGET: fact('later', 'The widget did not load at {service}.', reload, {
    backOffMs: 5_000,
    once: true,
    endsTask: true,
  }),
};

const ours = '{service} reaches sites through a proxy of its own';
const asksForOne = '{service} asks for a proxy, which Solvent does not use.';
const another = 'Add another service, or solve this one by hand.';
const tenMinutes = { pause: { until: 'time', ms: 10 * MINUTE }, scope: 'type' } as const;
const untilKey = { pause: { until: 'key' }, scope: 'type' } as const;
const slow = { backOffMs: 5_000, once: true, endsTask: true } as const;

/**
 * Solvent sends no proxy, so these speak of the service's own, or of a type that needs one. CapMonster bans who repeats
 * them (fact sheet, 0.9); how long to wait is documented nowhere, so its ban of ten minutes serves as the pause.
 */
export const PROXY_ERRORS: ErrorFacts = {
  ERROR_PROXY_CONNECT_REFUSED: fact('config', `${ours}, and that one refused.`, another, tenMinutes),
  ERROR_PROXY_CONNECT_TIMEOUT: fact('later', `${ours}, and that one was too slow.`, reload, slow),
  ERROR_PROXY_READ_TIMEOUT: fact('later', `${ours}, and that one was too slow.`, reload, slow),
  ERROR_PROXY_BANNED: fact('config', `${ours}, and the site refuses that one.`, byHand, tenMinutes),
  ERROR_PROXY_MISSING: fact('config', asksForOne, another, untilKey),
  ERROR_PROXY_NOT_AUTHORISED: fact('config', `${ours}, and could not log in to it.`, another, tenMinutes),
  ERROR_PROXY_TRANSPARENT: fact('config', `${ours}, and that one does not hide it.`, another, tenMinutes),
  ERROR_PROXY_HAS_NO_IMAGE_SUPPORT: fact('config', `${ours}, and that one loads no images.`, another, tenMinutes),
  ERROR_PROXY_INCOMPATIBLE_HTTP_VERSION: fact('config', `${ours}, and that one is too old.`, another, tenMinutes),
  ERROR_BAD_PROXY: fact('config', `${ours}, and that one is dead.`, another, tenMinutes),
};
