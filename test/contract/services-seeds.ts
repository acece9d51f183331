/**
 * Request examples of the five seed pages, as they stand there. `kind` names the contract that a widget has to follow
 * for Solvent to send this; `type` is written where the page itself uses two names for one task.
 */
export interface SeedExample {
  seed: string;
  service: string;
  kind: 'recaptcha' | 'funcaptcha' | 'image';
  text: string;
  callbackUrl?: string;
  /** What the newest page of the service calls this task; the example has the older name, which lives on. */
  type?: string;
}

const capmonsterRecaptcha = `{
  "clientKey":"API_KEY",
  "task":
  {
    "type":"RecaptchaV2Task",
    "websiteURL":"https://lessons.zennolab.com/captchas/recaptcha/v2_simple.php?level=high",
    "websiteKey":"6Lcg7CMUAAAAANphynKgn9YAgA4tQ2KI_iqRyTwd"
  }
}`;
const capmonsterCallback = `{
  "clientKey": "API_KEY",
  "task": {
    "type": "NoCaptchaTaskProxyless",
    "websiteURL": "https://lessons.zennolab.com/captchas/recaptcha/v2_simple.php?level=high",
    "websiteKey": "6Lcg7CMUAAAAANphynKgn9YAgA4tQ2KI_iqRyTwd"
  },
  "callbackUrl": "https://yourwebsite.com/callback"
}`;
const capmonsterImage = `{
  "clientKey":"API_KEY",
  "task":
  {
    "type":"ImageToTextTask",
    "body":"BASE64_BODY_HERE!"
  }
}`;
const callback = { callbackUrl: 'https://yourwebsite.com/callback' };

export const SEED_EXAMPLES: readonly SeedExample[] = [
  {
    seed: '000 BrocapGPT (ru)',
    service: 'brocapgpt',
    kind: 'funcaptcha',
    text: `{
      "clientKey":"67b6bcbb1a728ea8d563de6d169a2057",
      "task":
      {
        "type":"FunCaptchaTaskProxyless",
        "websiteURL":"http://mywebsite.com/",
        "funcaptchaApiJSSubdomain":"mywebsite-api.funcaptcha.com",
        "data": "{\\"blob\\":\\"dyXvXANMbHj1iDyz.Qj97JtSqR2n%2BuoY1V%2FbdgbrG7p%2FmKiqdU9AwJ6MifEt0np4vfYn6TTJDJEfZDlcz9Q1XMn9przeOV%2FCr2%2FIpi%2FC1s%3D\\"}",
        "websitePublicKey":"69A21A01-CC7B-B9C6-0F9A-E7FA06677FFC"
      }
    }`,
  },
  { seed: '001 CapMonster (pt)', service: 'capmonster', kind: 'recaptcha', text: capmonsterRecaptcha },
  { seed: '002 CapMonster (zh)', service: 'capmonster', kind: 'recaptcha', text: capmonsterRecaptcha },
  {
    seed: '001 and 002 CapMonster, callback',
    service: 'capmonster',
    kind: 'recaptcha',
    text: capmonsterCallback,
    ...callback,
    type: 'RecaptchaV2Task',
  },
  { seed: '001 and 002 CapMonster, image', service: 'capmonster', kind: 'image', text: capmonsterImage },
  {
    seed: '003 CapKill',
    service: 'capkill',
    kind: 'recaptcha',
    text: `{
      "clientKey":"67b6bcbb1a728ea8d563de6d169a2057",
      "task":
        {
          "type":"NoCaptchaTaskProxyless",
          "websiteURL":"https://www.google.com/recaptcha/api2/demo",
          "websiteKey":"6Le-wvkSAAAAAPBMRTvw0Q4Muexq9bi0DJwx_mJ-"
        }
    }`,
  },
  {
    seed: '003 CapKill, image',
    service: 'capkill',
    kind: 'image',
    text: `{
      "clientKey":"67b6bcbb1a728ea8d563de6d169a2057",
      "task":
        {
          "type":"ImageToTextTask",
          "body":"BASE64_BODY_HERE!"
        }
    }`,
  },
  {
    seed: '004 Captcha69, callback',
    service: 'captcha69',
    kind: 'recaptcha',
    text: `{
      "clientKey": "max1_YOUR_API_KEY",
      "task": {
        "type": "RecaptchaV2Task",
        "websiteURL": "https://example.com/captcha-page",
        "websiteKey": "6Lcg7CMUAAAAANphynKgn9YAgA4tQ2KI_iqRyTwd"
      },
      "callbackUrl": "https://yourwebsite.com/callback"
    }`,
    ...callback,
  },
  {
    seed: '004 Captcha69',
    service: 'captcha69',
    kind: 'recaptcha',
    text: `{
      "clientKey": "max1_YOUR_API_KEY",
      "task": {
        "type": "RecaptchaV2Task",
        "websiteURL": "https://example.com/captcha-page",
        "websiteKey": "6Lcg7CMUAAAAANphynKgn9YAgA4tQ2KI_iqRyTwd"
      }
    }`,
  },
  {
    seed: '004 Captcha69, image',
    service: 'captcha69',
    kind: 'image',
    text: `{
      "clientKey": "max1_YOUR_API_KEY",
      "task": {
        "type": "ImageToTextTask",
        "body": "BASE64_BODY_HERE!"
      }
    }`,
  },
];
