import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyPreset, type Preset, readPreset } from './preset';
import { DEFAULTS } from './schema';

const KEY = '0123456789abcdef0123456789abcdef';
const problems = (text: string) => {
  const result = readPreset(text);
  return result.ok ? [] : result.problems;
};

describe('readPreset', () => {
  it('takes the smallest and the fullest', () => {
    expect(readPreset(`{"service":"capmonster","key":" ${KEY} "}`)).toEqual({
      ok: true,
      preset: { service: 'capmonster', key: KEY },
    });
    const full = {
      service: 'custom',
      key: KEY,
      address: 'http://127.0.0.1:8080',
      wholeAddress: true,
      mode: 'ask',
      when: 'used',
      privateWindows: true,
      kinds: { recaptcha: { mode: 'automatic', always: true } },
      sites: { 'site.example': { mode: 'off' } },
      pictures: { 'site.example': [{ picture: { selectors: ['#captcha'] }, field: { selectors: ['#code'] } }] },
      budgets: { perDay: 3, moneyPerDay: 0.5 },
      prices: { captcha69: { recaptcha: 0.5 } },
      keepDays: 30,
    };
    expect(readPreset(JSON.stringify(full))).toEqual({ ok: true, preset: full });
  });

  it.each<[string, number, string]>([
    [`{\n  "service": "capmonster",\n  "key": ""\n}`, 3, 'key'],
    [`{\n  "service": "capmonster"\n}`, 1, 'key'],
    [`\n\n{\n  "service": "capmonster"\n}`, 3, 'key'],
    [`{\r\n  "service": "capmonsta",\r\n  "key": "${KEY}"\r\n}`, 2, 'service'],
    [`{\n"service": "capmonster",\n"key": "${KEY}",\n"mdoe": "ask"\n}`, 4, 'mdoe'],
    [`{\n"service": "capmonster",\n"key": "${KEY}",\n"mode": "on"\n}`, 4, 'mode'],
    [`{\n"service": "capmonster",\n"key": "${KEY}",\n"budgets": {\n"perDay": -1\n}}`, 5, 'budgets.perDay'],
    [`{\n"service": "capmonster",\n"key": "${KEY}",\n"budgets": {\n"perWeek": 1\n}}`, 5, 'budgets.perWeek'],
    [
      `{\n"service": "capmonster",\n"key": "${KEY}",\n"sites": {\n"a.example":\n{"mode": "on"}\n}}`,
      6,
      'sites.a.example.mode',
    ],
    [`{\n"service": "capmonster",\n"key": "${KEY}",\n"kinds": {\n"recaptha": {}\n}}`, 5, 'kinds.recaptha'],
    [`{\n"service": "capmonster",\n"key": "${KEY}",\n"address": "https://x.example"\n}`, 4, 'address'],
    [`{\n"service": "custom",\n"key": "${KEY}",\n"address": "http://x.example"\n}`, 4, 'address'],
    [`{\n"service": "custom",\n"key": "${KEY}"\n}`, 1, 'address'],
    [`{\n"service": "capmonster",\n"key": ${Number.MAX_SAFE_INTEGER}\n}`, 3, 'key'],
    ['[]', 1, ''],
    ['7', 1, ''],
    ['', 1, ''],
    [`{\n"service": "capmonster",\n"key": "${KEY}",\n}`, 4, ''],
    [`{\n"service": "capmonster"\n"key": "${KEY}"\n}`, 3, ''],
    [`{\n// mine\n"service": "capmonster"}`, 2, ''],
    [`{"service":"capmonster","key":"${KEY}"}\n}`, 2, ''],
    [`{"service":"capmonster",\n"key":"${KEY}`, 2, ''],
  ])('names line and field: %s', (text, line, field) => {
    expect(problems(text)).toMatchObject([{ line, field, message: expect.stringMatching(/./) }]);
  });

  it('names every problem at once', () => {
    const text = `{\n"service": "custom",\n"key": "",\n"mode": "on",\n"x": 1,\n"address": "http://a.example"\n}`;
    expect(
      problems(text)
        .map(({ field }) => field)
        .sort(),
    ).toEqual(['address', 'key', 'mode', 'x']);
  });

  it('never throws and never shows the key, wherever it stands', () => {
    const value = fc.oneof(
      fc.constant(KEY),
      fc.constant(`x${KEY}`),
      fc.json().map((text) => JSON.parse(text) as unknown),
    );
    const preset = fc.dictionary(
      fc.constantFrom(
        'service',
        'key',
        'address',
        'mode',
        'when',
        'sites',
        'kinds',
        'budgets',
        'wholeAddress',
        'other',
      ),
      fc.oneof(value, fc.dictionary(fc.constantFrom('recaptcha', 'a.example', 'mode', 'perDay'), value)),
    );
    const text = fc
      .tuple(
        preset.map((object) => JSON.stringify(object, null, 1)),
        fc.nat(),
        fc.constantFrom('', '}', '"', '\\', '\u0007', '//', ','),
      )
      .map(([json, at, junk]) => json.slice(0, at % (json.length + 1)) + junk + json.slice(at % (json.length + 1)));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), (file) => {
        const found = problems(file);
        expect(JSON.stringify(found)).not.toContain(KEY);
        for (const { line } of found) expect(line).toBeGreaterThan(0);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('applyPreset', () => {
  const preset: Preset = { service: 'capmonster', key: KEY };

  it('puts its account first and leaves the rest', () => {
    const before = {
      ...DEFAULTS,
      mode: 'ask' as const,
      accounts: [
        { service: 'custom', clientKey: 'C', address: 'https://c.example' },
        { service: 'capmonster', clientKey: 'old', wholeAddress: true },
      ],
      sites: { 'a.example': { mode: 'off' as const } },
      budgets: { ...DEFAULTS.budgets, perDay: 7 },
      prices: { capkill: { recaptcha: 1 } },
    };
    expect(
      applyPreset(before, {
        ...preset,
        budgets: { atOnce: 2 },
        sites: { 'b.example': { always: true } },
        prices: { captcha69: { recaptcha: 0.5 } },
      }),
    ).toEqual({
      ...before,
      accounts: [{ service: 'capmonster', clientKey: KEY }, before.accounts[0]],
      sites: { 'a.example': { mode: 'off' }, 'b.example': { always: true } },
      budgets: { ...DEFAULTS.budgets, perDay: 7, atOnce: 2 },
      prices: { capkill: { recaptcha: 1 }, captcha69: { recaptcha: 0.5 } },
    });
  });

  it('sets what it names', () => {
    expect(applyPreset(DEFAULTS, { ...preset, mode: 'off', when: 'used', privateWindows: true })).toMatchObject({
      mode: 'off',
      when: 'used',
      privateWindows: true,
    });
  });
});
