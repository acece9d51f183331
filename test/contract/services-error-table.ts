import type { ErrorClass } from '../../utils/services/errors';

/**
 * Fact sheet of services, 3, by hand and independent of the code: code, class, and who documents it. B BrocapGPT,
 * M CapMonster, K CapKill, X Captcha69, A Anti-Captcha, 2 2Captcha, S CapSolver.
 */
const TABLE = `
CAPTCHA_NOT_READY                     now     B M
CAPCHA_NOT_READY                      now     B M
NOT_FIND_ID                           now     X
ERROR_KEY_DOES_NOT_EXIST              config  B M K X A 2
ERROR_WRONG_USER_KEY                  config  X 2
ERROR_KEY_NOT_AUTHORIZED              config  X
ERROR_KEY_DENIED_ACCESS               config  S
ERROR_KEY_TEMP_BLOCKED                later   S
ERROR_ACCOUNT_SUSPENDED               config  A 2
ERROR_ZERO_BALANCE                    config  B M X A 2 S
ERROR_SETTLEMENT_FAILED               config  S
ERROR_IP_NOT_ALLOWED                  config  B M A 2
ERROR_IP_BANNED                       config  B M S
ERROR_IP_BLOCKED                      config  B M A 2
ERROR_NO_SLOT_AVAILABLE               later   B M X A 2
ERROR_SERVICE_UNAVALIABLE             later   S
ERROR_SERVICE_UNAVAILABLE             later   S
ERROR_RATE_LIMIT                      later   S
ERROR_TOO_MUCH_REQUESTS               later   B M
ERROR_CAPTCHA_UNSOLVABLE              task    B M A 2 S
ERROR_BAD_DUPLICATES                  task    A 2
ERROR_RECAPTCHA_TIMEOUT               later   B M A
ERROR_TASK_TIMEOUT                    later   S
ERROR_FAILED_LOADING_WIDGET           later   A
ERROR_NO_SUCH_CAPCHA_ID               expired B M A 2
WRONG_CAPTCHA_ID                      expired B M A 2
ERROR_TASKID_INVALID                  expired S
ERROR_TOKEN_EXPIRED                   expired B M A
ERROR_WRONG_USERAGENT                 task    M
ERROR_RECAPTCHA_OLD_BROWSER           task    A
ERROR_RECAPTCHA_INVALID_SITEKEY       task    B M X A 2
ERROR_RECAPTCHA_INVALID_DOMAIN        task    B M X A
ERROR_DOMAIN_NOT_ALLOWED              task    B M
ERROR_INVISIBLE_RECAPTCHA             task    A
ERROR_VISIBLE_RECAPTCHA               task    A
ERROR_ALL_WORKERS_FILTERED            later   A
ERROR_INCORRECT_SESSION_DATA          task    A
ERROR_INVALID_TASK_DATA               task    S
ERROR_BAD_REQUEST                     task    S
ERROR_BAD_PARAMETERS                  task    2
ERROR_PAGEURL                         task    2
ERROR_TASK_ABSENT                     task    B M X A 2
ERROR_TASK_NOT_SUPPORTED              config  B M X A 2 S
ERROR_NO_SUCH_METHOD                  config  B M A 2
ERROR_TOO_BIG_CAPTCHA_FILESIZE        task    B M A 2
ERROR_ZERO_CAPTCHA_FILESIZE           task    B M A 2
ERROR_IMAGE_TYPE_NOT_SUPPORTED        task    A 2
ERROR_IMAGE_BODY_NOT_CORRECT          task    X
ERROR_INVALID_IMAGE                   task    S
ERROR_PARSE_IMAGE_FAIL                task    S
ERROR_BAD_IMGINSTRUCTIONS             task    2
ERROR_UNKNOWN_QUESTION                task    S
ERROR_PROXY_CONNECT_REFUSED           config  B M A
ERROR_PROXY_CONNECT_TIMEOUT           later   A
ERROR_PROXY_READ_TIMEOUT              later   M A
ERROR_PROXY_BANNED                    config  B M A S
ERROR_PROXY_MISSING                   config  M
ERROR_PROXY_NOT_AUTHORISED            config  M A
ERROR_PROXY_TRANSPARENT               config  A
ERROR_PROXY_HAS_NO_IMAGE_SUPPORT      config  A
ERROR_PROXY_INCOMPATIBLE_HTTP_VERSION config  A
ERROR_BAD_PROXY                       config  2
ERROR_FUNCAPTCHA_NOT_ALLOWED          config  A
ERROR_TEMPLATE_NOT_FOUND              task    A
ERROR_TASK_CANCELED                   task    A
ERROR_ACCESS_DENIED                   config  A
`;

const IDS: Record<string, string> = {
  B: 'brocapgpt',
  M: 'capmonster',
  K: 'capkill',
  X: 'captcha69',
  A: 'anticaptcha',
  '2': '2captcha',
  S: 'capsolver',
};

export interface DocumentedError {
  code: string;
  class: ErrorClass;
  service: string;
}

/** One entry a code and service. */
export const DOCUMENTED: DocumentedError[] = TABLE.trim()
  .split('\n')
  .flatMap((line) => {
    const [code = '', kind = '', ...letters] = line.split(/\s+/);
    return letters.map((letter) => ({ code, class: kind as ErrorClass, service: IDS[letter] ?? letter }));
  });

/** Errors that end a task although a new one may be tried: they say that time ran out, or that nobody was there. */
export const ENDS_TASK = [
  'ERROR_RECAPTCHA_TIMEOUT',
  'ERROR_TASK_TIMEOUT',
  'ERROR_FAILED_LOADING_WIDGET',
  'ERROR_ALL_WORKERS_FILTERED',
  'ERROR_PROXY_CONNECT_TIMEOUT',
  'ERROR_PROXY_READ_TIMEOUT',
];
