import { byHand, type ErrorFacts, fact, reload } from './error-fact';

const ourFault = 'Solve this one by hand, and report it to the makers of Solvent.';
const sameAgain = 'Solve this one by hand; the same task would fail again.';

/** This task is lost, or its parameters are used up; the account is in order (fact sheet of services, 3). */
export const TASK_ERRORS: ErrorFacts = {
  ERROR_CAPTCHA_UNSOLVABLE: fact('task', '{service} could not solve this one.', reload, { once: true }),
  ERROR_BAD_DUPLICATES: fact('task', 'The workers of {service} did not agree on an answer.', reload),
  ERROR_WRONG_USERAGENT: fact('task', '{service} says that the browser named in the task is out of date.', byHand),
  ERROR_RECAPTCHA_OLD_BROWSER: fact('task', 'The browser that {service} used was refused.', byHand),
  ERROR_RECAPTCHA_INVALID_SITEKEY: fact('task', '{service} says that the site key is wrong.', sameAgain),
  ERROR_RECAPTCHA_INVALID_DOMAIN: fact('task', '{service} says that the site key is for another site.', sameAgain),
  ERROR_DOMAIN_NOT_ALLOWED: fact('task', '{service} does not work for this site.', sameAgain),
  ERROR_INVISIBLE_RECAPTCHA: fact(
    'task',
    'The widget is invisible, and {service} took it for a visible one.',
    ourFault,
  ),
  ERROR_VISIBLE_RECAPTCHA: fact('task', 'The widget is visible, and {service} took it for an invisible one.', ourFault),
  ERROR_INCORRECT_SESSION_DATA: fact('task', '{service} misses a value in the task.', ourFault),
  ERROR_INVALID_TASK_DATA: fact('task', '{service} refuses a value in the task.', sameAgain),
  ERROR_BAD_REQUEST: fact('task', '{service} could not read the task.', ourFault),
  ERROR_BAD_PARAMETERS: fact('task', '{service} misses a value in the task, or refuses one.', sameAgain),
  ERROR_PAGEURL: fact('task', '{service} refuses the address of this page.', sameAgain),
  ERROR_TASK_ABSENT: fact('task', '{service} could not read the task.', ourFault),
  ERROR_TOO_BIG_CAPTCHA_FILESIZE: fact('task', 'The picture is too big for {service}.', byHand),
  ERROR_ZERO_CAPTCHA_FILESIZE: fact('task', 'The picture is too small to be one.', reload),
  ERROR_IMAGE_TYPE_NOT_SUPPORTED: fact('task', '{service} does not take pictures of this type.', byHand),
  ERROR_IMAGE_BODY_NOT_CORRECT: fact('task', '{service} could not read the picture.', reload),
  ERROR_INVALID_IMAGE: fact('task', '{service} refuses the size of the picture.', byHand),
  ERROR_PARSE_IMAGE_FAIL: fact('task', '{service} could not read the picture.', reload),
  ERROR_BAD_IMGINSTRUCTIONS: fact('task', '{service} could not read the picture with the instructions.', byHand),
  ERROR_UNKNOWN_QUESTION: fact('task', '{service} does not know the question of this one.', byHand),
  ERROR_TEMPLATE_NOT_FOUND: fact('task', '{service} does not know this template.', ourFault),
  ERROR_TASK_CANCELED: fact('task', '{service} has cancelled the task.', reload),
  ERROR_NO_SUCH_CAPCHA_ID: fact('expired', '{service} no longer knows this task.', reload),
  WRONG_CAPTCHA_ID: fact('expired', '{service} no longer knows this task.', reload),
  ERROR_TASKID_INVALID: fact('expired', '{service} no longer knows this task.', reload),
  ERROR_TOKEN_EXPIRED: fact('expired', 'A one-time value of the page was used up.', reload),
};
