import { answer, json } from '../server/reply.ts';
import type { SidePage } from './dialect.ts';
import { USER_AGENT } from './user-agent.ts';

// USD per 1000, as printed in 2024-10 where anything was; facts/services.md 5. `rc2` is the price that tests set.
const PRICES: readonly [id: string, name: string, price: number, type: string][] = [
  ['recaptcha3', 'reCAPTCHA v3', 0.9, 'token'],
  ['rc2e', 'reCAPTCHA v2 Enterprise', 1, 'token'],
  ['text', 'Image to text', 0.02, 'image'],
  ['geetest', 'GeeTest', 1.2, 'token'],
  ['cf-turnstile', 'Turnstile', 1.3, 'token'],
  ['funcaptcha', 'FunCaptcha', 0.15, 'image'],
  ['complex-rc2_3x3', 'reCAPTCHA tiles 3x3', 0.2, 'image'],
  ['complex-rc2_3x3_dynamic', 'reCAPTCHA tiles 3x3, replaced', 0.04, 'dynamic'],
  ['complex-rc2_4x4', 'reCAPTCHA tiles 4x4', 0.1, 'image'],
];

const row = (id: string, name: string, price: number, type: string) => ({
  Id: id,
  Name: name,
  LogoPath: `/logos/${id}.svg`,
  SubType: null,
  SubTypeLogoPath: null,
  Price: price,
  SuccessRate: 99,
  Speed: 10,
  LinkKey: id,
  ResultType: type,
});

/** The price list and the current User-Agent, each on its own host; facts/services.md 1.1 and 5. */
export const PAGES: readonly SidePage[] = [
  {
    host: 'dash.capmonster.cloud',
    path: '/api/prices',
    reply: (price) =>
      json({
        PricesV2: [
          row('rc2', 'reCAPTCHA v2', Math.round(price * 1e6) / 1e3, 'token'),
          ...PRICES.map((each) => row(...each)),
        ],
      }),
  },
  {
    host: 'capmonster.cloud',
    path: '/api/useragent/actual',
    reply: () => answer('text/plain; charset=utf-8', USER_AGENT),
  },
  { host: 'data-docs.capmonster.cloud', path: '/', reply: () => json({ UserAgent: USER_AGENT }) },
];
