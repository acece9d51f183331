import type { Exchange } from '../server/exchange.ts';

export type Fields = [name: string, value: string][];

const fromJson = (body: string): Fields => {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' ? inner : JSON.stringify(inner),
    ]);
  } catch {
    // Not JSON after all: a form without fields.
    return [];
  }
};

const fromMultipart = async ({ bytes, headers }: Exchange): Promise<Fields> => {
  const type = headers['content-type'] ?? '';
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  return [...form].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
};

/** The fields of a posted form, whichever way it was encoded; repeated names stay apart. */
export const readFields = async (exchange: Exchange): Promise<Fields> => {
  const type = exchange.headers['content-type'] ?? '';
  if (type.includes('json')) return fromJson(exchange.body);
  if (type.startsWith('multipart/form-data')) return fromMultipart(exchange);
  return [...new URLSearchParams(exchange.body)];
};

/** The fields as an object: the second `name` becomes `name[1]` and so on. */
export const toRecord = (fields: Fields): Record<string, string> => {
  const record: Record<string, string> = {};
  const seen = new Map<string, number>();
  for (const [name, value] of fields) {
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    record[count === 0 ? name : `${name}[${count}]`] = value;
  }
  return record;
};
