import { recaptcha, taskType } from './kinds.ts';

const PROXY = { proxy: 'fields' } as const;

/** The names that Anti-Captcha and 2Captcha share: the bare one needs a proxy; facts/services.md 2.1. */
export const TOKEN_TYPES = {
  RecaptchaV2TaskProxyless: recaptcha('plain'),
  RecaptchaV2Task: recaptcha('plain', PROXY),
  NoCaptchaTaskProxyless: recaptcha('plain'),
  NoCaptchaTask: recaptcha('plain', PROXY),
  RecaptchaV2EnterpriseTaskProxyless: recaptcha('enterprise'),
  RecaptchaV2EnterpriseTask: recaptcha('enterprise', PROXY),
  RecaptchaV3TaskProxyless: recaptcha('flagged'),
  FunCaptchaTaskProxyless: taskType('funcaptcha'),
  FunCaptchaTask: taskType('funcaptcha', PROXY),
  HCaptchaTaskProxyless: taskType('hcaptcha'),
  HCaptchaTask: taskType('hcaptcha', PROXY),
  TurnstileTaskProxyless: taskType('turnstile'),
  TurnstileTask: taskType('turnstile', PROXY),
  GeeTestTaskProxyless: taskType('geetest'),
  GeeTestTask: taskType('geetest', PROXY),
  ImageToTextTask: taskType('text'),
};
