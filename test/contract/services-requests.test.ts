import { describe, expect, it } from 'vitest';
import { taskFor } from '../../utils/services/client';
import { SERVICES } from '../../utils/services/registry';
import type { PlacedChallenge } from '../../utils/widgets/challenge';
import type { Kind } from '../../utils/widgets/kinds';
import type { RecaptchaChallenge } from '../../utils/widgets/recaptcha/challenge';
import { SEED_EXAMPLES } from './services-seeds';
import { accountAt, answering, at, challenge, KEY } from './services-support';

type Example = { clientKey: string; task: Record<string, string> & { type: string } };

/** The widget that an example speaks of. */
const WIDGETS: Record<Kind, (task: Record<string, string>) => PlacedChallenge> = {
  recaptcha: ({ websiteURL = '', websiteKey = '' }) => ({ ...challenge, websiteURL, websiteKey }),
  funcaptcha: ({ websiteURL = '', websitePublicKey = '', funcaptchaApiJSSubdomain: subdomain, data = '{}' }) => ({
    kind: 'funcaptcha',
    websiteURL,
    websiteKey: websitePublicKey,
    subdomain,
    ...(JSON.parse(data) as { blob?: string }),
  }),
  image: ({ body }) => ({ kind: 'image', picture: 'p', field: 'f', body, websiteURL: challenge.websiteURL }),
};
/** In the place of their "BASE64_BODY_HERE!". */
const PICTURE = 'iVBORw0KGgo'.repeat(20);
const MADE = '{"errorId":0,"taskId":1}';

describe('the seeds’ own examples', () => {
  for (const { seed, service, kind, text, callbackUrl, type } of SEED_EXAMPLES) {
    it(seed, async () => {
      const example = JSON.parse(text.replace('BASE64_BODY_HERE!', PICTURE)) as Example;
      const { clientKey, task } = example;
      const { client, sent } = answering(MADE);
      await client.createTask(
        accountAt(at(service), { clientKey, ...(callbackUrl && { options: { callbackUrl } }) }),
        WIDGETS[kind](task),
      );
      expect(sent().body).toEqual(type ? { ...example, task: { ...task, type } } : example);
    });
  }
});

const place = { websiteURL: challenge.websiteURL, websiteKey: challenge.websiteKey };
const net = { apiDomain: 'www.recaptcha.net' } as const;
const everything: Partial<PlacedChallenge<RecaptchaChallenge>> = { invisible: true, s: 'ONE', action: 'login', ...net };

/** Fact sheet, 2.1 and 2.2: what goes out for each form, or why nothing does. */
const TASKS: Record<string, [form: string, widget: Partial<PlacedChallenge<RecaptchaChallenge>>, task: object][]> = {
  capmonster: [
    ['plain', {}, { type: 'RecaptchaV2Task' }],
    ['invisible', { invisible: true }, { type: 'RecaptchaV2Task', isInvisible: true }],
    ['plain, full', everything, { type: 'RecaptchaV2Task', isInvisible: true, recaptchaDataSValue: 'ONE' }],
    ['Enterprise', { enterprise: true }, { type: 'RecaptchaV2EnterpriseTask' }],
    [
      'Enterprise, full',
      { ...everything, enterprise: true },
      {
        type: 'RecaptchaV2EnterpriseTask',
        isInvisible: true,
        enterprisePayload: { s: 'ONE' },
        pageAction: 'login',
        ...net,
      },
    ],
    ['www.google.com', { enterprise: true, apiDomain: 'www.google.com' }, { type: 'RecaptchaV2EnterpriseTask' }],
  ],
  brocapgpt: [
    ['plain', {}, { unsupported: 'kind' }],
    ['Enterprise', { enterprise: true }, { unsupported: 'kind' }],
  ],
  capkill: [
    ['plain', {}, { type: 'NoCaptchaTaskProxyless' }],
    ['invisible', { invisible: true, action: 'login', ...net }, { type: 'NoCaptchaTaskProxyless' }],
    ['data-s', { s: 'ONE' }, { unsupported: 'one-time-value' }],
    ['Enterprise', { enterprise: true }, { unsupported: 'enterprise' }],
  ],
  captcha69: [
    ['plain', {}, { type: 'RecaptchaV2Task' }],
    ['invisible', { invisible: true, action: 'login', ...net }, { type: 'RecaptchaV2Task' }],
    ['data-s', { s: 'ONE' }, { unsupported: 'one-time-value' }],
    ['Enterprise', { enterprise: true }, { unsupported: 'enterprise' }],
  ],
  anticaptcha: [
    ['plain', {}, { type: 'RecaptchaV2TaskProxyless' }],
    ['invisible', { invisible: true }, { type: 'RecaptchaV2TaskProxyless', isInvisible: true }],
    ['plain, full', everything, { type: 'RecaptchaV2TaskProxyless', isInvisible: true, recaptchaDataSValue: 'ONE' }],
    ['Enterprise', { enterprise: true }, { type: 'RecaptchaV2EnterpriseTaskProxyless' }],
    [
      'Enterprise, full',
      { ...everything, enterprise: true },
      { type: 'RecaptchaV2EnterpriseTaskProxyless', isInvisible: true, enterprisePayload: { s: 'ONE' }, ...net },
    ],
  ],
  '2captcha': [
    ['plain', {}, { type: 'RecaptchaV2TaskProxyless' }],
    ['invisible', { invisible: true }, { type: 'RecaptchaV2TaskProxyless', isInvisible: true }],
    [
      'plain, full',
      everything,
      { type: 'RecaptchaV2TaskProxyless', isInvisible: true, recaptchaDataSValue: 'ONE', ...net },
    ],
    ['Enterprise', { enterprise: true }, { type: 'RecaptchaV2EnterpriseTaskProxyless' }],
    [
      'Enterprise, invisible',
      { enterprise: true, invisible: true, action: 'login', ...net },
      { type: 'RecaptchaV2EnterpriseTaskProxyless', isInvisible: true, ...net },
    ],
    ['Enterprise with s', { enterprise: true, s: 'ONE' }, { unsupported: 'one-time-value' }],
  ],
  capsolver: [
    ['plain', {}, { type: 'ReCaptchaV2TaskProxyLess' }],
    ['invisible', { invisible: true }, { type: 'ReCaptchaV2TaskProxyLess', isInvisible: true }],
    [
      'plain, full',
      everything,
      {
        type: 'ReCaptchaV2TaskProxyLess',
        isInvisible: true,
        recaptchaDataSValue: 'ONE',
        pageAction: 'login',
        ...net,
      },
    ],
    [
      'Enterprise, full',
      { ...everything, enterprise: true },
      {
        type: 'ReCaptchaV2EnterpriseTaskProxyLess',
        isInvisible: true,
        enterprisePayload: { s: 'ONE' },
        pageAction: 'login',
        ...net,
      },
    ],
  ],
  custom: [['plain', {}, { type: 'RecaptchaV2Task' }]],
};

describe('createTask', () => {
  it('is described for every service', () => {
    expect(Object.keys(TASKS).sort()).toEqual(SERVICES.map(({ id }) => id).sort());
  });

  describe.each(Object.entries(TASKS))('%s', (id, rows) => {
    it.each(rows)('%s', async (_, widget, expected) => {
      const { client, sent, fetch } = answering(MADE);
      const account = accountAt(at(id));
      const created = await client.createTask(account, { ...challenge, ...widget });
      expect(taskFor(account, { ...challenge, ...widget })).toEqual(
        'type' in expected ? { ...place, ...expected } : expected,
      );
      if ('unsupported' in expected) {
        expect(fetch).not.toHaveBeenCalled();
        expect(created).toMatchObject({ outcome: 'refused', refusal: { ...expected, class: 'task', code: '' } });
      } else {
        expect(created).toEqual({ outcome: 'created', taskId: '1' });
        expect(sent().body).toEqual({ clientKey: KEY, task: { ...place, ...expected } });
      }
    });
  });

  it.each([
    ['capmonster', 'https://api.capmonster.cloud/createTask'],
    ['capkill', 'https://capkill.com/api/createTask'],
    ['captcha69', 'https://captcha69.com/createTask'],
    ['anticaptcha', 'https://api.anti-captcha.com/createTask'],
    ['2captcha', 'https://api.2captcha.com/createTask'],
    ['capsolver', 'https://api.capsolver.com/createTask'],
    ['custom', 'https://own.example/v1/createTask'],
  ])('of %s goes to %s', async (id, url) => {
    const { client, sent } = answering(MADE);
    await client.createTask(accountAt(at(id)), challenge);
    expect(sent().url).toBe(url);
  });

  // The bare names need a proxy at these, and no other service knows theirs (fact sheet, 2.1).
  it.each(['anticaptcha', '2captcha', 'capsolver'])('never sends %s a type that needs a proxy', (id) => {
    for (const enterprise of [false, true])
      expect(taskFor(accountAt(at(id)), { ...challenge, enterprise })).toMatchObject({
        type: expect.stringMatching(/Proxy[lL]ess$/),
      });
  });

  it.each(SERVICES.filter(({ base }) => base !== null))(
    'speaks the dialect of $label to a custom address',
    async (model) => {
      const { client, sent, fetch } = answering(MADE);
      const account = accountAt(at('custom'), { dialect: model.id });
      await client.createTask(account, challenge);
      const task = taskFor(accountAt(model), challenge);
      if ('unsupported' in task) expect(fetch).not.toHaveBeenCalled();
      else expect(sent()).toEqual({ url: 'https://own.example/v1/createTask', body: { clientKey: KEY, task } });
    },
  );
});

const funcaptcha = {
  kind: 'funcaptcha',
  websiteURL: 'https://site.example/p',
  websiteKey: '69A21A01-CC7B-B9C6-0F9A-E7FA06677FFC',
} as const;
const hosted = { ...funcaptcha, subdomain: 'site-api.arkoselabs.com', blob: 'a%2Bb"c=' };
const page = { websiteURL: funcaptcha.websiteURL, websitePublicKey: funcaptcha.websiteKey };

/** Fact sheet, 2.1 and 2.4. Null: not documented there. */
const FUNCAPTCHA: Record<string, string | null> = {
  capmonster: 'FunCaptchaTask',
  brocapgpt: 'FunCaptchaTaskProxyless',
  capkill: null,
  captcha69: null,
  anticaptcha: 'FunCaptchaTaskProxyless',
  '2captcha': 'FunCaptchaTaskProxyless',
  capsolver: null,
  custom: 'FunCaptchaTask',
};

describe.each(Object.entries(FUNCAPTCHA))('FunCaptcha at %s', (id, type) => {
  it('has the documented fields, the blob as JSON in a string', () => {
    const account = accountAt(at(id));
    const none = { unsupported: 'kind' };
    expect(taskFor(account, funcaptcha)).toEqual(type ? { type, ...page } : none);
    const data = JSON.stringify({ blob: hosted.blob });
    const full = { type, ...page, funcaptchaApiJSSubdomain: hosted.subdomain, data };
    expect(taskFor(account, hosted)).toEqual(type ? full : none);
  });
});

const picture = {
  kind: 'image',
  picture: 'p',
  field: 'f',
  body: PICTURE,
  websiteURL: 'https://site.example/p',
} as const;
const hinted = {
  ...picture,
  hints: { numeric: true, caseSensitive: true, math: true, minLength: 4, maxLength: 6 },
} as const;

/** Fact sheet, 2.5: what of the hints each service documents. Null: no pictures. */
const PICTURES: Record<string, object | null> = {
  capmonster: { numeric: 1, case: true, math: true },
  brocapgpt: null,
  capkill: {},
  captcha69: {},
  anticaptcha: { numeric: 1, case: true, math: true, minLength: 4, maxLength: 6 },
  '2captcha': {},
  capsolver: { case: true },
  custom: { numeric: 1, case: true, math: true },
};

describe.each(Object.entries(PICTURES))('a picture at %s', (id, hints) => {
  const account = accountAt(at(id));
  const task = { type: 'ImageToTextTask', body: PICTURE };

  it('goes with the hints that are documented, and no address', () => {
    expect(taskFor(account, picture)).toEqual(hints ? task : { unsupported: 'kind' });
    expect(taskFor(account, hinted)).toEqual(hints ? { ...task, ...hints } : { unsupported: 'kind' });
  });

  it('is not sent where it is larger or smaller than the service takes', () => {
    if (!hints) return expect(taskFor(account, picture)).toEqual({ unsupported: 'kind' });
    expect(taskFor(account, { ...picture, body: 'A'.repeat(120) })).toEqual({ unsupported: 'picture-size' });
    expect(taskFor(account, { ...picture, body: 'A'.repeat(680_000) })).toEqual({ unsupported: 'picture-size' });
    expect(taskFor(account, { ...picture, body: 'A'.repeat(66_000) })).toMatchObject({ type: 'ImageToTextTask' });
  });
});
