import { guard } from '../../utils/widgets/funcaptcha/enforcement';
import {
  type Config,
  type Enforcement,
  EVENTS,
  type EventName,
} from '../../utils/widgets/funcaptcha/enforcement-config';
import { createHold } from '../../utils/widgets/funcaptcha/hold';

/** An enforcement object and what was called on it. */
export function fakeVendor(finish: (api: Enforcement) => Enforcement = (api) => api) {
  const calls: string[] = [];
  const given: Config = {};
  const api = finish({
    setConfig(config) {
      calls.push('setConfig');
      Object.assign(given, config);
    },
    getConfig: () => ({ ...given }),
    run: () => calls.push('run'),
    reset: () => calls.push('reset'),
  });
  const hold = () => createHold(setTimeout, clearTimeout, () => {});
  return {
    api,
    calls,
    given,
    says: (event: EventName, answer: object = {}) => (given[event] as (answer: object) => void)(answer),
    guard: () => guard(api, { key: 'K', hold: hold(), later: setTimeout, changed: () => {}, hide: () => () => {} }),
  };
}

/** A page that has configured its guarded enforcement object, and what it heard. */
export function guarded(config: Config) {
  const vendor = fakeVendor();
  const widget = vendor.guard();
  const heard: string[] = [];
  const answers: unknown[] = [];
  const listeners = Object.fromEntries(
    EVENTS.map((name) => [
      name,
      (answer: { token?: string } = {}) => {
        heard.push(['onReady'].includes(name) ? name : `${name} ${answer.token ?? ''}`);
        if (name === 'onCompleted') answers.push(answer);
      },
    ]),
  );
  vendor.api.setConfig({ ...listeners, ...config });
  return { api: vendor.api, vendor, widget, page: { heard, answers } };
}
