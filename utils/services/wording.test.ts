import { expect, it } from 'vitest';
import { capsolver } from './capsolver';
import { custom } from './custom';
import { ERRORS } from './errors';
import { SERVICES } from './registry';
import { said, worded } from './wording';

it.each([
  [capsolver, 'CapSolver has none. Ask CapSolver. CapSolver knows.'],
  [custom, 'Your custom service has none. Ask your custom service. Your custom service knows.'],
  [undefined, 'The service has none. Ask the service. The service knows.'],
])('names the service, also where a sentence begins', (service, words) => {
  expect(worded('{service} has none. Ask {service}. {service} knows.', service)).toBe(words);
});

it('every message about a service names it: several may be set up', () => {
  for (const service of SERVICES) {
    const name = service.base === null ? /your custom service/i : new RegExp(service.label);
    for (const [code, fact] of Object.entries({ ...ERRORS, ...service.errors })) {
      const { message, advice } = said(fact, service);
      expect(`${message} ${advice}`, code).not.toMatch(/\bthe service\b(?! address)|[{}]/i);
      if (fact.class === 'config' || fact.pause) expect(`${message} ${advice}`, code).toMatch(name);
    }
  }
});
