import { DEFAULT_API_HOST, HOSTED_HOST, LEGACY_HOST } from '../arkose/hosts.ts';
import type { ArkoseSite, Sandbox } from '../types.ts';
import type { ArkoseKey } from './arkose-assemble.ts';
import * as current from './arkose-current.ts';
import * as legacy from './arkose-legacy.ts';
import type { TestPage } from './assemble.ts';

/** How a person begins: presses "Verify", finds the challenge there, or sends the form. */
export type ArkoseWay = 'ask' | 'there' | 'send';

export interface ArkoseEntry {
  name: string;
  url: string;
  way: ArkoseWay;
  /** In the order of the page's forms. */
  keys: readonly string[];
  kind: 'current' | 'hosted' | 'legacy';
}

export const ARKOSE_HOST = 'https://arkose.test';

const key = (nth: number): string => `5A4DB0C5-000${nth}-4A11-8C0D-A2C05E5A4DB0`;

/** Made-up keys in the shape of real ones. */
export const ARKOSE_KEYS = {
  first: { publicKey: key(1), host: DEFAULT_API_HOST },
  second: { publicKey: key(2), host: DEFAULT_API_HOST },
  /** Takes no session without a blob. */
  blob: { publicKey: key(3), host: DEFAULT_API_HOST, needsBlob: true },
  company: { publicKey: key(4), host: 'shop-api.arkoselabs.com' },
  custom: { publicKey: key(5), host: 'captcha.customer.test', needsBlob: true },
  legacy: { publicKey: key(6), host: LEGACY_HOST },
  legacyBlob: { publicKey: key(7), host: LEGACY_HOST, needsBlob: true },
} as const satisfies Record<string, ArkoseSite>;

const { first, second, blob, company, custom, legacy: old, legacyBlob } = ARKOSE_KEYS;

interface Means {
  blob(of: ArkoseKey): string;
  session(of: ArkoseKey): string;
}

interface Making {
  make(means: Means): TestPage;
  keys?: readonly ArkoseKey[];
  way?: ArkoseWay;
  kind?: ArkoseEntry['kind'];
}

const onHosted = ({ publicKey }: ArkoseKey): ArkoseKey => ({ publicKey, host: HOSTED_HOST });

const PAGES: Record<string, Making> = {
  lightbox: { make: () => current.lightbox(first) },
  'lightbox-blob': { make: (means) => current.lightbox(blob, means.blob(blob)), keys: [blob] },
  inline: { make: () => current.inline(first), way: 'there' },
  'inline-run': { make: () => current.inline(first, { run: true }), way: 'there' },
  'inline-blob': { make: (means) => current.inline(blob, { blob: means.blob(blob) }), keys: [blob], way: 'there' },
  'two-keys': { make: () => current.twoKeys([first, second]), keys: [first, second] },
  company: { make: () => current.lightbox(company), keys: [company] },
  'custom-domain': { make: (means) => current.lightbox(custom, means.blob(custom)), keys: [custom] },
  'deleted-callback': {
    make: (means) => current.deletedCallback(blob, means.blob(blob)),
    keys: [blob],
    way: 'send',
  },
  'late-callback': { make: () => current.lateCallback(first) },
  'refresh-blob': { make: (means) => current.refreshBlob(blob, means.blob(blob)), keys: [blob] },
  resets: { make: () => current.resets(first) },
  hosted: { make: () => current.hosted(onHosted(first)), way: 'there', kind: 'hosted' },
  'hosted-blob': {
    make: (means) => current.hosted(onHosted(blob), means.blob(blob)),
    keys: [blob],
    way: 'there',
    kind: 'hosted',
  },
  'legacy-constructor': { make: () => legacy.legacyConstructor(old, {}), keys: [old], way: 'there', kind: 'legacy' },
  'legacy-call': {
    make: () => legacy.legacyConstructor(old, { bare: true }),
    keys: [old],
    way: 'there',
    kind: 'legacy',
  },
  'legacy-blob': {
    make: (means) => legacy.legacyConstructor(legacyBlob, { blob: means.blob(legacyBlob) }),
    keys: [legacyBlob],
    way: 'there',
    kind: 'legacy',
  },
  'legacy-declarative': {
    make: () => legacy.legacyDeclarative(old, 'funcaptcha'),
    keys: [old],
    way: 'there',
    kind: 'legacy',
  },
  'legacy-capitals': {
    make: () => legacy.legacyDeclarative(old, 'FunCaptcha'),
    keys: [old],
    way: 'there',
    kind: 'legacy',
  },
  'legacy-server': {
    make: (means) => legacy.legacyServer(old, means.session(old)),
    keys: [old],
    way: 'there',
    kind: 'legacy',
  },
};

/** The pages by name, before they are served anywhere. */
export const ARKOSE_ENTRIES: readonly ArkoseEntry[] = Object.entries(PAGES).map(
  ([name, { keys = [first], way = 'ask', kind = 'current' }]) => ({
    name,
    url: `${ARKOSE_HOST}/${name}`,
    way,
    keys: keys.map(({ publicKey }) => publicKey),
    kind,
  }),
);

/** Makes the keys known and serves every page, with a fresh blob or session at each load. */
export const serveArkose = ({ arkose, sites }: Sandbox): readonly ArkoseEntry[] => {
  const hostname = new URL(ARKOSE_HOST).hostname;
  const means: Means = {
    blob: ({ publicKey }) => arkose.issueBlob(publicKey),
    session: ({ publicKey }) => arkose.openSession({ publicKey, hostname }),
  };
  for (const site of Object.values(ARKOSE_KEYS)) {
    arkose.addSite(site);
    const fresh = (): string => JSON.stringify({ blob: arkose.issueBlob(site.publicKey) });
    sites.page(`${ARKOSE_HOST}/blob/${site.publicKey}`, fresh, { 'content-type': 'application/json' });
  }
  for (const [name, { make }] of Object.entries(PAGES)) sites.page(`${ARKOSE_HOST}/${name}`, () => make(means).html);
  return ARKOSE_ENTRIES;
};
