import type { ServiceControl } from '../types.ts';

export const KEY = 'a-known-key';
export const SITE = { websiteKey: 'site-key', secret: 'site-secret' };
export const ENTERPRISE_SITE = { websiteKey: 'enterprise-key', secret: 'enterprise-secret', enterprise: true };
export const IMAGE = Buffer.alloc(300, 7).toString('base64');

type Json = Record<string, unknown>;

/** Every field that some kind needs: right for any type that a service takes. */
export const EVERYTHING: Json = {
  websiteURL: 'https://shop.test/login',
  websiteKey: SITE.websiteKey,
  websitePublicKey: '00000000-AAAA-BBBB-CCCC-000000000000',
  gt: '81388ea1fc187e0c335c0a8907ff2625',
  challenge: 'fresh',
  body: IMAGE,
  image: IMAGE,
  question: '/m/015qff',
  module: 'common',
  class: 'funcaptcha',
  imagesBase64: [IMAGE],
  metadata: { Task: 'Pick the image that is the correct way up' },
};

export const PROXY_FIELDS: Json = { proxyType: 'http', proxyAddress: '192.0.2.1', proxyPort: 8080 };

export interface Heard {
  status: number;
  headers: Headers;
  text: string;
  json: Json;
}

const hear = async (response: Response): Promise<Heard> => {
  const text = await response.text();
  const { status, headers } = response;
  return { status, headers, text, json: text.startsWith('{') ? (JSON.parse(text) as Json) : {} };
};

/** Calls a service over plain HTTP, as its tests do. */
export const caller = (service: ServiceControl) => {
  const root = new URL(service.base).pathname.replace(/\/$/, '');
  const send = (path: string, body: string): Promise<Response> =>
    fetch(`${service.origin}${root}/${path}`, { method: 'POST', body });
  const post = async (path: string, body: Json): Promise<Heard> =>
    hear(await send(path, JSON.stringify({ clientKey: KEY, ...body })));
  return {
    send,
    post,
    create: (task: unknown) => post('createTask', { task }),
    poll: (taskId: unknown) => post('getTaskResult', { taskId }),
    balance: () => post('getBalance', {}),
  };
};
