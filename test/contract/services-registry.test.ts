import { describe, expect, it } from 'vitest';
import { capmonster } from '../../utils/services/capmonster';
import { DIALECTS } from '../../utils/services/dialect';
import { serviceProfile } from '../../utils/services/profile';
import { hostPatterns, SERVICES, serviceOf } from '../../utils/services/registry';
import type { Service } from '../../utils/services/service';
import { KINDS } from '../../utils/widgets/kinds';

const files = import.meta.glob<Record<string, unknown>>(['../../utils/services/*.ts', '!**/*.test.ts'], {
  eager: true,
});
const isService = (value: unknown): value is Service =>
  typeof value === 'object' && value !== null && 'capabilities' in value && 'base' in value;
const found = Object.entries(files).flatMap(([path, exported]) =>
  Object.values(exported)
    .filter(isService)
    .map((service) => ({ path, service })),
);

describe('the registry', () => {
  it('shows these names in this order', () => {
    expect(SERVICES.map(({ id, label }) => `${id}: ${label}`)).toEqual([
      'capmonster: CapMonster Cloud',
      'brocapgpt: BrocapGPT',
      'capkill: CapKill',
      'captcha69: Captcha69',
      'anticaptcha: Anti-Captcha',
      '2captcha: 2Captcha',
      'capsolver: CapSolver',
      'custom: Custom',
    ]);
  });

  it('holds every service that has a file, and each has one of its name', () => {
    expect(found.map(({ service }) => service.id).sort()).toEqual(SERVICES.map(({ id }) => id).sort());
    for (const { path, service } of found) {
      expect(path).toBe(`../../utils/services/${service.id}.ts`);
      expect(serviceOf(service.id)).toBe(service);
    }
    expect(serviceOf('gone')).toBeUndefined();
  });

  it('gives every service an id, a name and an address of its own', () => {
    for (const values of [
      SERVICES.map(({ id }) => id),
      SERVICES.map(({ label }) => label),
      SERVICES.map((s) => s.base),
    ])
      expect(new Set(values).size).toBe(SERVICES.length);
  });

  it('offers every dialect but the custom one', () => {
    expect(DIALECTS.map(({ id }) => id)).toEqual(SERVICES.slice(0, -1).map(({ id }) => id));
  });

  it('derives the host permissions of the manifest', () => {
    expect(hostPatterns()).toEqual([
      'https://api.capmonster.cloud/*',
      'https://api.brocapgpt.com/*',
      'https://capkill.com/api/*',
      'https://captcha69.com/*',
      'https://api.anti-captcha.com/*',
      'https://api.2captcha.com/*',
      'https://api.capsolver.com/*',
    ]);
    for (const pattern of hostPatterns())
      expect(pattern).toMatch(/^https:\/\/[a-z0-9]+([.-][a-z0-9]+)+\/([a-z]+\/)?\*$/);
  });
});

describe.each(SERVICES)('$label', (service) => {
  it('is sound', () => {
    const { id, base, dashboard, topUp, keyHint, errors } = service;
    expect(id).toMatch(/^[a-z0-9]+$/);
    if (id === 'custom') expect(base).toBeNull();
    else expect(base).toMatch(/^https:\/\/[^?#]+[^/?#]$/);
    for (const link of [dashboard, topUp]) if (link !== null) expect(link).toMatch(/^https:\/\/[^?#]+$/);
    expect(keyHint.length).toBeGreaterThan(0);
    for (const code of Object.keys(errors)) expect(code).toMatch(/^[A-Z_]+$/);
  });

  it('never polls faster than it allows, nor more than 120 times', () => {
    for (const kind of KINDS)
      for (const options of [undefined, { nocache: true }]) {
        const { firstMs, intervalMs, giveUpMs } = serviceProfile(service.id, kind, { options });
        expect(firstMs).toBeGreaterThanOrEqual(1_000);
        expect(intervalMs).toBeGreaterThanOrEqual(Math.max(2_000, service.minIntervalMs));
        expect((giveUpMs - firstMs) / intervalMs).toBeLessThan(120);
      }
  });

  it('reports only kinds that it solves', () => {
    for (const kind of Object.keys(service.reports)) expect(service.capabilities).toHaveProperty(kind);
  });
});

// Fact sheet, 1.5.
it.each([
  ['capmonster', 2_000, 2_000],
  ['capkill', 2_000, 3_000],
  ['captcha69', 3_000, 3_000],
  ['anticaptcha', 2_000, 5_000],
  ['2captcha', 5_000, 5_000],
  ['capsolver', 3_000, 3_000],
])('%s allows a poll every %i ms; the first is after %i', (id, interval, first) => {
  expect(serviceOf(id)?.minIntervalMs).toBe(interval);
  expect(serviceProfile(id, 'recaptcha').firstMs).toBe(first);
});

it('waits longer where no token may be used twice, and follows the dialect', () => {
  expect(serviceProfile('capmonster', 'recaptcha', { options: { nocache: true } }).firstMs).toBe(10_000);
  expect(serviceProfile('2captcha', 'recaptcha', { options: { nocache: true } }).firstMs).toBe(5_000);
  expect(serviceProfile('custom', 'recaptcha', { dialect: '2captcha' }).intervalMs).toBe(5_000);
  expect(serviceProfile('gone', 'recaptcha').intervalMs).toBe(5_000);
});

it.each(['http://127.0.0.1:8080', 'http://localhost/api', 'http://[::1]:1/'])(
  'is asked at once at %s, on the same computer, and then as its dialect has it',
  (address) => {
    const { polls } = capmonster.capabilities.recaptcha ?? expect.fail('does it no more');
    expect(serviceProfile('custom', 'recaptcha', { address })).toEqual({ ...polls, firstMs: 250 });
    expect(serviceProfile('capmonster', 'recaptcha', { address })).toEqual(polls);
    expect(serviceProfile('custom', 'recaptcha', { address: 'https://127.0.0.1.example' })).toEqual(polls);
  },
);
