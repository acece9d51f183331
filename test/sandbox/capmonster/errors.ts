/** The codes this service answers with; facts/services.md section 3. The texts are ours, clients must not read them. */
export const ERRORS = {
  ERROR_KEY_DOES_NOT_EXIST: 'Account authorization key not found in the system',
  ERROR_ZERO_BALANCE: 'Account has zero balance',
  ERROR_TASK_ABSENT: 'Task property is empty or not set, or the request is not JSON',
  ERROR_TASK_NOT_SUPPORTED: 'Task type is not supported or incorrect',
  ERROR_RECAPTCHA_INVALID_DOMAIN: 'websiteURL is missing, malformed, or does not match the site key',
  ERROR_RECAPTCHA_INVALID_SITEKEY: 'websiteKey is missing',
  ERROR_ZERO_CAPTCHA_FILESIZE: 'The image is smaller than 100 bytes',
  ERROR_TOO_BIG_CAPTCHA_FILESIZE: 'The image is larger than 500000 bytes',
  ERROR_NO_SUCH_CAPCHA_ID: 'No such task, or its result is no longer kept',
  ERROR_TOO_MUCH_REQUESTS: 'More than 120 result requests for one task',
} as const;

export type ErrorCode = keyof typeof ERRORS;

/** The body of a refusal. createTask adds `taskId: 0` to it (section 1.3). */
export const refusal = (errorCode: ErrorCode): { errorId: 1; errorCode: ErrorCode; errorDescription: string } => ({
  errorId: 1,
  errorCode,
  errorDescription: ERRORS[errorCode],
});
