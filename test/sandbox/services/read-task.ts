import type { Dialect, Problem } from './dialect.ts';
import { createFields, type Fields, isObject } from './fields.ts';
import type { Need, TaskType } from './kinds.ts';

export interface Order {
  type: TaskType;
  fields: Fields;
}

const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const PROXY_FIELDS = ['proxyType', 'proxyAddress', 'proxyPort'];

/** The host of a page's full address. */
export const hostnameOf = (address: string): string | undefined => {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).hostname || undefined;
};

const checkImage = (text: string, { atLeast, atMost }: Dialect['image']): Problem | undefined => {
  // No `data:` prefix and no line breaks; facts/services.md 2.5.
  if (text !== '' && !BASE64.test(text)) return 'imageBad';
  const bytes = Buffer.from(text, 'base64').byteLength;
  if (bytes < atLeast) return 'imageSmall';
  return bytes > atMost ? 'imageBig' : undefined;
};

const checkNeed = (dialect: Dialect, fields: Fields, [name, problem, form]: Need): Problem | undefined => {
  const text = fields.text(name);
  if (form === 'image') return checkImage(text, dialect.image);
  if (form === 'url') return hostnameOf(text) === undefined ? problem : undefined;
  return text === '' ? problem : undefined;
};

const checkProxy = (proxy: TaskType['proxy'], fields: Fields): Problem | undefined => {
  if (proxy === undefined) return undefined;
  if (proxy === 'string') return fields.text('proxy') === '' ? 'proxy' : undefined;
  const given = PROXY_FIELDS.filter((name) => fields.value(name) !== undefined && fields.value(name) !== '');
  if (proxy === 'optional' && given.length === 0) return undefined;
  return given.length < PROXY_FIELDS.length ? 'proxy' : undefined;
};

/** What a task asks for, or what is wrong with it. */
export const readTask = (dialect: Dialect, task: unknown): Order | Problem => {
  if (!isObject(task) || Object.keys(task).length === 0) return 'noTask';
  const fields = createFields(task, dialect.anyCase === true);
  const name = fields.text('type');
  const type = Object.hasOwn(dialect.types, name) ? dialect.types[name] : undefined;
  if (type === undefined) return 'type';
  const wrong = type.needs.map((need) => checkNeed(dialect, fields, need)).find((problem) => problem !== undefined);
  return wrong ?? type.check?.(fields) ?? checkProxy(type.proxy, fields) ?? { type, fields };
};
