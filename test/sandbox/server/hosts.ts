export const SERVICE_HOSTS = ['api.capmonster.cloud', 'api.anti-captcha.com'] as const;
export const RECAPTCHA_HOSTS = ['google.com', 'www.google.com', 'recaptcha.net', 'www.recaptcha.net'] as const;
export const STATIC_HOST = 'www.gstatic.com';
export const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]'] as const;

/** Every host name that the certificate covers and the resolver rules send home. */
export const PLAYED_HOSTS: readonly string[] = [...SERVICE_HOSTS, ...RECAPTCHA_HOSTS, STATIC_HOST, '*.test'];

export type Part = 'service' | 'recaptcha' | 'static' | 'site' | 'nobody';

const isIn = (list: readonly string[], host: string): boolean => list.includes(host);

/** Which part of the sandbox answers for a host. */
export const partFor = (host: string): Part => {
  if (isIn(SERVICE_HOSTS, host) || isIn(LOOPBACK_HOSTS, host)) return 'service';
  if (isIn(RECAPTCHA_HOSTS, host)) return 'recaptcha';
  if (host === STATIC_HOST) return 'static';
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
