import type { Call } from '../../page/line';

/** A widget as the vendor's client keeps it, or as the page asked for it. Runs in the page's world. */
export interface Client {
  /** The window whose API object made it. */
  home: Window;
  id: number;
  enterprise: boolean | undefined;
  options: Record<string, unknown>;
  /** Elements that belong to it: container, badge. */
  elements: Element[];
}

type Bag = Record<string, unknown>;

/** Windows of the same origin whose API may have drawn into this document: ours, those above, those within. */
export function homes(): Window[] {
  const found: Window[] = [window];
  let up: Window = window;
  while (up !== up.parent) {
    up = up.parent;
    found.push(up);
  }
  for (let index = 0; index < window.length && index < 50; index++) found.push(window[index] as Window);
  return found.filter((home) => configOf(home) !== null);
}

function configOf(home: Window): Bag | null {
  try {
    const config = (home as unknown as Bag)['___grecaptcha_cfg'];
    return isBag(config) ? config : null;
  } catch {
    // Another origin.
    return null;
  }
}

/** The ids of the clients of a window's API, in the order of their making. */
export function idsIn(home: Window): number[] {
  const clients = configOf(home)?.['clients'];
  return isBag(clients) ? Object.keys(clients).map(Number).filter(Number.isInteger) : [];
}

/** A client in the state of a window's API (fact sheet of widgets, 1.6): found by names of values, not of levels. */
export function clientAt(home: Window, id: number): Client | null {
  const clients = configOf(home)?.['clients'];
  const found = isBag(clients) ? search(clients[id]) : null;
  return found?.options ? { home, id, enterprise: undefined, options: found.options, elements: found.elements } : null;
}

/** Clients as the page's own `render` calls tell them: the arguments are what the page meant. */
export function clientsOf(calls: Call[]): Client[] {
  return calls.flatMap(({ path, args, result }) => {
    if (!path.endsWith('.render') || typeof result !== 'number') return [];
    const container = typeof args[0] === 'string' ? document.getElementById(args[0]) : args[0];
    const options = isBag(args[1]) ? args[1] : {};
    const elements = isNode(container) ? [container as Element] : [];
    return [{ home: window, id: result, enterprise: path.includes('.enterprise.'), options, elements }];
  });
}

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null;

function isNode(value: unknown): value is Node {
  return isBag(value) && typeof value['nodeType'] === 'number';
}

interface Found {
  options: Bag | null;
  elements: Element[];
}

/** Breadth first, at most five levels deep, at most 5,000 objects. */
function search(client: unknown): Found {
  const found: Found = { options: null, elements: [] };
  const seen = new Set<unknown>();
  let level = [client];
  for (let depth = 0; depth < 6 && level.length; depth++) {
    const fresh = level.filter((value) => isBag(value) && !seen.has(value) && seen.size < 5_000 && seen.add(value));
    level = fresh.flatMap((value) => inspect(value as Bag, found));
  }
  // Older clients are flat.
  if (!found.options && isBag(client) && typeof client['sitekey'] === 'string') found.options = client;
  return found;
}

/** Takes note of one object and returns what it holds; nodes and windows are not walked into. */
function inspect(value: Bag, found: Found): unknown[] {
  try {
    if (isNode(value)) {
      if (value.nodeType === Node.ELEMENT_NODE) found.elements.push(value as unknown as Element);
      return [];
    }
    if (value['window'] === value) return [];
    if (!found.options && typeof value['sitekey'] === 'string' && 'size' in value) found.options = value;
    return Object.keys(value).map((key) => value[key]);
  } catch {
    // A window of another origin throws when it is touched.
    return [];
  }
}
