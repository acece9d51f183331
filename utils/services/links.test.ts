import { expect, it } from 'vitest';
import { linkForCode } from './links';
import { SERVICES } from './registry';

it.each(SERVICES)('$label: a key and an empty account come with the way there', ({ id, base, dashboard, topUp }) => {
  const links = ['ERROR_KEY_DOES_NOT_EXIST', 'ERROR_ZERO_BALANCE'].map((code) => linkForCode(code, id));
  if (base === null) expect(links).toEqual([null, null]);
  else
    expect(links).toEqual([
      { label: 'Open dashboard', url: dashboard },
      { label: 'Top up', url: topUp },
    ]);
});

it('nowhere to go for a task that failed, an unknown code and an unknown service', () => {
  expect(linkForCode('ERROR_CAPTCHA_UNSOLVABLE', 'capmonster')).toBeNull();
  expect(linkForCode('', 'capmonster')).toBeNull();
  expect(linkForCode('ERROR_ZERO_BALANCE', 'gone')).toBeNull();
});
