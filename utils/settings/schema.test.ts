import { describe, expect, it } from 'vitest';
import { DEFAULTS, Settings, SettingsPatch } from './schema';

const rule = { picture: { selectors: ['#captcha'] }, field: { selectors: ['[name="code"]'] } };

describe('Settings', () => {
  it('has sane defaults', () => {
    expect(DEFAULTS).toEqual({
      mode: 'automatic',
      when: 'in-view',
      privateWindows: false,
      accounts: [],
      kinds: {},
      sites: {},
      pictures: {},
      budgets: { perDay: 200, moneyPerDay: 1, perSiteHour: 30, atOnce: 20, atOncePerSite: 5 },
      prices: {},
      keepDays: 90,
    });
  });

  it.each([
    { mode: 'on' },
    { when: 'always' },
    { budgets: { perDay: -1, moneyPerDay: 1, perSiteHour: 1, atOnce: 1, atOncePerSite: 1 } },
    { budgets: { perDay: 1.5, moneyPerDay: 1, perSiteHour: 1, atOnce: 1, atOncePerSite: 1 } },
    { budgets: { perDay: 1, moneyPerDay: 1, perSiteHour: 1, atOnce: 0, atOncePerSite: 1 } },
    { budgets: { perDay: Number.POSITIVE_INFINITY, moneyPerDay: 1, perSiteHour: 1, atOnce: 1, atOncePerSite: 1 } },
    { kinds: { hcaptcha2: {} } },
    { sites: { 'a.example': { mode: 'maybe' } } },
    { accounts: [{ service: '', clientKey: 'k' }] },
    { pictures: { 'https://a.example/': [rule] } },
    { pictures: { 'a.example': [] } },
    { pictures: { 'a.example': Array.from({ length: 11 }, () => rule) } },
    { pictures: { 'a.example': [{ ...rule, picture: { selectors: [] } }] } },
    { pictures: { 'a.example': [{ ...rule, picture: { selectors: ['x'.repeat(301)] } }] } },
    { pictures: { 'a.example': [{ ...rule, script: 'x' }] } },
    { unknown: 1 },
  ])('refuses %j', (value) => {
    expect(Settings.safeParse(value).success).toBe(false);
  });
});

describe('SettingsPatch', () => {
  it.each([
    { mode: 'ask' },
    { when: 'used' },
    { privateWindows: true },
    { sites: { 'a.example': { mode: 'off' } } },
    { pictures: { 'a.example': [rule], '127.0.0.1': [rule], localhost: [rule] } },
    {},
  ])('changes what it names and nothing else: %j', (patch) => {
    expect(SettingsPatch.parse(patch)).toEqual(patch);
  });

  it('carries no account', () => {
    expect(SettingsPatch.safeParse({ accounts: [] }).success).toBe(false);
  });
});
