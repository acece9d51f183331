import { afterEach, describe, expect, it } from 'vitest';
import { dayBefore, dayOf, lastDays } from './day';

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

describe('days', () => {
  it.each([
    ['Pacific/Kiritimati', '2026-11-23'],
    ['UTC', '2026-11-22'],
    ['Asia/Kathmandu', '2026-11-22'],
    ['Pacific/Pago_Pago', '2026-11-22'],
  ])('a moment in %s is on %s', (name, day) => {
    process.env['TZ'] = name;
    expect(dayOf(Date.UTC(2026, 10, 22, 12))).toBe(day);
  });

  it('are counted by the calendar, over months, leap days and the change of the clocks', () => {
    process.env['TZ'] = 'America/New_York';
    expect(dayBefore('2026-03-09', 1)).toBe('2026-03-08');
    expect(dayBefore('2028-03-01', 1)).toBe('2028-02-29');
    expect(dayBefore('2026-01-01', 90)).toBe('2025-10-03');
    expect(lastDays('2026-11-02', 3)).toEqual(['2026-10-31', '2026-11-01', '2026-11-02']);
  });
});
