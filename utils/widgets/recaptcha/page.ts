import type { Hooks } from '../../page/hooks';
import type { Hook, Recorder } from '../../page/line';
import { type Client, clientAt, clientsOf, homes, idsIn } from './clients';
import type { PageFacts, Question } from './question';

const holds = (client: Client, field: Element): boolean =>
  client.elements.some((element) => element !== document.body && element.contains(field));

/**
 * The client in the vendor's state that a response field belongs to: its box holds the field. The number in the field's
 * id is tried first, so that a page with hundreds of widgets is not searched hundreds of times.
 */
function keptClient(field: Element): Client | null {
  const number = Number(/^g-recaptcha-response-(\d+)$/.exec(field.id)?.[1] ?? 0);
  const named = homes().flatMap((home) => clientAt(home, number) ?? []);
  const sure = named.find((client) => holds(client, field));
  if (sure) return sure;
  for (const home of homes()) {
    for (const id of idsIn(home)) {
      const client = clientAt(home, id);
      if (client && holds(client, field)) return client;
    }
  }
  return named[0] ?? null;
}

function clientOf(field: Element, recorder: Recorder): Client | null {
  const recorded = clientsOf(recorder.calls);
  const kept = keptClient(field);
  const asked =
    recorded.findLast((client) => holds(client, field)) ??
    (kept?.home === window ? recorded.findLast(({ id }) => id === kept.id) : undefined);
  if (!kept || !asked) return asked ?? kept;
  // The page's own words win; attributes of the element that the client has read complete them.
  return { ...kept, enterprise: asked.enterprise, options: { ...kept.options, ...asked.options } };
}

const text = (value: unknown) => (typeof value === 'string' && value ? value : undefined);

/** The page's world, for reCAPTCHA: what only the page's own scripts can see and do. */
export function recaptchaPage(
  recorder: Recorder,
  hooks: Hooks,
): (question: Question, field: Element | null) => unknown {
  /** Answers by window and client id, as `getResponse` gives them. */
  const answers = new Map<Window, Map<number, string>>();
  const executed = new Set<number>();
  const waiting = new Map<number, ((token: string) => void)[]>();

  const firstId = () => Math.min(...homes().flatMap(idsIn));
  const idIn = ([id]: unknown[]) => (id === undefined || id === null ? firstId() : id);

  const getResponse: Hook = (args, original) => {
    const own = original();
    if (own) return own;
    const id = idIn(args);
    // Ids begin anew in each window: one that this window has is meant here.
    const homes_ = idsIn(window).includes(id as number) ? [window] : [...answers.keys()];
    for (const home of homes_) {
      const token = answers.get(home)?.get(id as number);
      if (token !== undefined) return token;
    }
    return own;
  };

  const reset: Hook = (args, original) => {
    const id = idIn(args) as number;
    for (const [, tokens] of answers) tokens.delete(id);
    executed.delete(id);
    return original();
  };

  const execute: Hook = (args, original) => {
    const id = idIn(args);
    const result = original() as PromiseLike<string> | undefined;
    // By site key or with an action it is v3, whose own promise is left alone.
    if (typeof id !== 'number' || args[1]) return result;
    executed.add(id);
    if (typeof result?.then !== 'function') return result;
    return new Promise<string>((resolve, reject) => {
      result.then(resolve, reject);
      const others = waiting.get(id) ?? [];
      waiting.set(id, [...others, resolve]);
    });
  };

  for (const path of ['grecaptcha', 'grecaptcha.enterprise'])
    Object.assign(hooks, {
      [`${path}.getResponse`]: getResponse,
      [`${path}.reset`]: reset,
      [`${path}.execute`]: execute,
    });

  function watchApis(): void {
    for (const home of homes()) {
      const api = (home as unknown as Record<string, unknown>)['grecaptcha'];
      if (api && typeof api === 'object') recorder.watch(api, 'grecaptcha');
    }
  }

  function callback(client: Client, name: 'callback' | 'expired-callback', ...args: string[]): void {
    const attribute = client.elements.map((element) => element.getAttribute(`data-${name}`)).find(Boolean);
    const given = client.options[name] ?? attribute;
    // A string is the name of a property, never an expression (fact sheet of widgets, 1.2).
    const called = typeof given === 'string' ? (client.home as unknown as Record<string, unknown>)[given] : given;
    if (typeof called === 'function') called(...args);
  }

  function describe(field: Element): PageFacts | null {
    const client = clientOf(field, recorder);
    if (!client) return null;
    const { options } = client;
    const s = text(options['s']);
    const action = text(options['action']);
    return {
      websiteKey: text(options['sitekey']) ?? '',
      ...(action && { action }),
      ...(s && { s }),
      score: 'promise-callback' in options && !options['callback'],
      executed: executed.has(client.id),
    };
  }

  return (question, field) => {
    if (!field) return null;
    watchApis();
    if (question.op === 'describe') return describe(field);
    const client = clientOf(field, recorder);
    if (!client) return false;
    const tokens = answers.get(client.home) ?? new Map<number, string>();
    answers.set(client.home, tokens);
    if (question.op === 'deliver') {
      tokens.set(client.id, question.token);
      for (const resolve of waiting.get(client.id) ?? []) resolve(question.token);
      waiting.delete(client.id);
      executed.delete(client.id);
      callback(client, 'callback', question.token);
    } else if (tokens.get(client.id) === question.token) {
      tokens.delete(client.id);
      callback(client, 'expired-callback');
    }
    return true;
  };
}
