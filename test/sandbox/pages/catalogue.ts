import type { Sandbox } from '../types.ts';
import { serveArkose } from './arkose-catalogue.ts';
import type { TestPage } from './assemble.ts';
import * as forms from './forms.ts';

/** How a person gets through a page: ticks boxes, asks by a button, or presses the form's own bound button. */
export type Way = 'tick' | 'ask' | 'press';

export interface Entry {
  name: string;
  url: string;
  way: Way;
  widgets: number;
}

export const HOST = 'https://forms.test';

/** Made-up keys, in the shape of real ones (40 characters, 6L first). */
export const KEYS = {
  first: `6Lsandbox${'A'.repeat(31)}`,
  second: `6Lsandbox${'B'.repeat(31)}`,
  third: `6Lsandbox${'C'.repeat(31)}`,
  enterprise: `6Lsandbox${'E'.repeat(31)}`,
} as const;

const { first, second, third, enterprise } = KEYS;

const PAGES: Record<string, { page: TestPage; way?: Way; widgets?: number }> = {
  declarative: { page: forms.declarative([first]) },
  'three-forms': { page: forms.declarative([first, second, third]), widgets: 3 },
  'by-element': { page: forms.explicitByElement(first) },
  'by-id': { page: forms.explicitById(first) },
  detached: { page: forms.detached(first) },
  'into-frame': { page: forms.intoFrame(first) },
  enterprise: { page: forms.enterprise(enterprise) },
  'recaptcha-net': { page: forms.otherHost(first, 'recaptcha.net') },
  'www-recaptcha-net': { page: forms.otherHost(first, 'www.recaptcha.net') },
  'google-com': { page: forms.otherHost(first, 'google.com') },
  isolated: { page: forms.isolated(first, second), widgets: 2 },
  'odd-callback': { page: forms.oddCallback(first) },
  'own-stub': { page: forms.ownStub(first) },
  'single-page': { page: forms.singlePage(first) },
  'remove-and-render': { page: forms.removeAndRender(first) },
  'strict-csp': { page: forms.strictCsp(first) },
  'trusted-types': { page: forms.trustedTypes(first) },
  frozen: { page: forms.frozen(first) },
  'invisible-execute': { page: forms.invisibleExecute(first), way: 'ask' },
  'invisible-declarative': { page: forms.invisibleDeclarative(first), way: 'ask' },
  score: { page: forms.score(first), way: 'ask' },
  'bound-button': { page: forms.boundButton(first), way: 'press' },
  'bound-button-by-call': { page: forms.boundButtonByCall(first), way: 'press' },
};

/** The pages by name, before they are served anywhere. */
export const ENTRIES: readonly Entry[] = Object.entries(PAGES).map(([name, { way = 'tick', widgets = 1 }]) => ({
  name,
  url: `${HOST}/${name}`,
  way,
  widgets,
}));

/** Makes the keys known and serves every page of the catalogue, and with them those of arkose-catalogue.ts. */
export const serveCatalogue = (sandbox: Sandbox): readonly Entry[] => {
  const { recaptcha, sites } = sandbox;
  serveArkose(sandbox);
  for (const [name, websiteKey] of Object.entries(KEYS)) {
    recaptcha.addSite({ websiteKey, secret: `secret-of-${name}`, enterprise: name === 'enterprise' });
  }
  for (const { name, url } of ENTRIES) {
    const page = PAGES[name]?.page;
    if (page !== undefined) sites.page(url, page.html, page.headers);
  }
  return ENTRIES;
};
