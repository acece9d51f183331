import { expect as base } from '@playwright/test';

type Expect = typeof base;

/** Playwright's own steps grow to a second, which is longer than most things here take. In ms. */
const INTERVALS = [20, 50, 100];

/** Playwright's `expect`, whose `poll` asks often. */
const often = (expect: Expect): Expect =>
  new Proxy(expect, {
    get(target, name, receiver) {
      if (name === 'poll')
        return ((actual, options) =>
          target.poll(actual, { intervals: INTERVALS, ...settled(options) })) as Expect['poll'];
      if (name === 'configure')
        return ((...to: Parameters<Expect['configure']>) => often(target.configure(...to))) as Expect['configure'];
      return Reflect.get(target, name, receiver);
    },
  });

/** A message alone is an option too. */
const settled = (options: Parameters<Expect['poll']>[1]) =>
  typeof options === 'string' ? { message: options } : options;

export const expect = often(base);
