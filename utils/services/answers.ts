import type { ServiceAnswer } from './service';

/** As long as the journal takes; no real token comes near it. */
const LONGEST_TOKEN = 100_000;
const COOKIE_NAME = /^[\w!#$%&'*+.^`|~-]{1,256}$/;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A token under one of these names, with the solver's browser and cookies where they come along (fact sheet, 0.8). */
export function tokenAnswer(solution: Record<string, unknown>, names: readonly string[]): ServiceAnswer | null {
  const token = names.map((name) => solution[name]).find((value) => typeof value === 'string' && value.trim() !== '');
  if (typeof token !== 'string' || token.length > LONGEST_TOKEN) return null;
  const { userAgent } = solution;
  const cookies = cookiesIn(solution['cookies']);
  return {
    token,
    ...(typeof userAgent === 'string' && userAgent && userAgent.length <= 1_000 && { userAgent }),
    ...(cookies && { cookies }),
  };
}

/** An object in CapMonster's replies; `a=1; b=2` is how the family writes them elsewhere. Null: none. */
function cookiesIn(value: unknown): Record<string, string> | null {
  const pairs = typeof value === 'string' ? fromHeader(value) : isObject(value) ? Object.entries(value) : [];
  const cookies = pairs.filter(
    (pair): pair is [string, string] =>
      COOKIE_NAME.test(pair[0]) && pair[0] !== '__proto__' && typeof pair[1] === 'string' && pair[1].length <= 4_096,
  );
  return cookies.length ? Object.fromEntries(cookies.slice(0, 50)) : null;
}

const fromHeader = (text: string): [string, string][] =>
  text.split(';').map((part) => {
    const [name = '', ...rest] = part.split('=');
    return [name.trim(), rest.join('=').trim()];
  });

/** The answer without anything that holds the key: a service may echo what it was sent. */
export function withoutKey(answer: ServiceAnswer, holdsKey: (text: string) => boolean): ServiceAnswer | null {
  const { token, userAgent, cookies } = answer;
  if (holdsKey(token)) return null;
  const harmless = Object.entries(cookies ?? {}).filter((pair) => !pair.some(holdsKey));
  return {
    token,
    ...(userAgent && !holdsKey(userAgent) && { userAgent }),
    ...(harmless.length > 0 && { cookies: Object.fromEntries(harmless) }),
  };
}
