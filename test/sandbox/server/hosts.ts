import { ARKOSE_DOMAINS, isArkoseHost } from '../arkose/hosts.ts';
import type { ServiceId } from '../types.ts';

/** Each service's hosts; facts/services.md 1.1. CapMonster has its prices and its User-Agent on hosts of their own. */
export const SERVICE_HOSTS: Record<ServiceId, readonly string[]> = {
  capmonster: ['api.capmonster.cloud', 'capmonster.cloud', 'dash.capmonster.cloud', 'data-docs.capmonster.cloud'],
  brocapgpt: ['api.brocapgpt.com'],
  capkill: ['capkill.com'],
  captcha69: ['captcha69.com'],
  anticaptcha: ['api.anti-captcha.com'],
  '2captcha': ['api.2captcha.com', 'api.rucaptcha.com'],
  capsolver: ['api.capsolver.com'],
};
export const RECAPTCHA_HOSTS = ['google.com', 'www.google.com', 'recaptcha.net', 'www.recaptcha.net'] as const;
export const STATIC_HOST = 'www.gstatic.com';
export const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]'] as const;

/** Every host name that the certificate covers and the resolver rules send home. */
export const PLAYED_HOSTS: readonly string[] = [
  ...Object.values(SERVICE_HOSTS).flat(),
  ...RECAPTCHA_HOSTS,
  STATIC_HOST,
  ...ARKOSE_DOMAINS.flatMap((domain) => [domain, `*.${domain}`]),
  '*.test',
];

export type Part = 'service' | 'recaptcha' | 'static' | 'arkose' | 'site' | 'nobody';

const isIn = (list: readonly string[], host: string): boolean => list.includes(host);

export const isLoopback = (host: string): boolean => isIn(LOOPBACK_HOSTS, host);

/** Whose host this is; loopback on the sandbox's own port is CapMonster's. */
export const serviceFor = (host: string): ServiceId | undefined => {
  const found = Object.entries(SERVICE_HOSTS).find(([, hosts]) => isIn(hosts, host))?.[0] as ServiceId | undefined;
  return found ?? (isLoopback(host) ? 'capmonster' : undefined);
};

/** Which part of the sandbox answers for a host. */
export const partFor = (host: string): Part => {
  if (serviceFor(host) !== undefined) return 'service';
  if (isIn(RECAPTCHA_HOSTS, host)) return 'recaptcha';
  if (host === STATIC_HOST) return 'static';
  if (isArkoseHost(host)) return 'arkose';
  return host.endsWith('.test') ? 'site' : 'nobody';
};

/** Rules for Chromium's --host-resolver-rules: ours to loopback on any port, everything else to nowhere. */
export const resolverRulesFor = (port: number): string =>
  [
    ...PLAYED_HOSTS.map((host) => `MAP ${host} 127.0.0.1:${port}`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
    'EXCLUDE localhost',
  ].join(', ');
