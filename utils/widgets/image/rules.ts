import { isAnswerField } from './fields';
import { LONGEST_PATH, LONGEST_SELECTOR, MAX_SELECTORS } from './limits';
import type { Look } from './look';
import { marksOf } from './marks';
import type { PictureRule, Target } from './rule';
import { matching, placesOf, queried } from './structure';

export interface Pair {
  picture: Element;
  field: HTMLInputElement;
}

/** What nearly nobody else on the page carries can tell an element from others; `autocomplete=off` cannot. */
const FEW = 2;
const MOST_SELECTORS = 6;
const MOST_HOSTS = 4;

/** Longer ones are refused by the schema. */
const fits = (selector: string): boolean => selector.length <= LONGEST_SELECTOR;

/** How to find an element again; null where it is out of reach (a closed shadow root, too many of them). */
export function targetOf(element: Element, look: Look): Target | null {
  const root = element.getRootNode() as ParentNode;
  const within = hostsOf(element);
  if (!within) return null;
  const tag = element.localName;
  const few = (mark: string) => queried(root, tag + mark).length <= FEW;
  const { names, traits } = marksOf(element);
  const own = { names: names.filter(few), traits: traits.filter(few) };
  const marks = [...own.names, ...own.traits];
  const tail = tag + (marks[0] ?? '');
  const places = placesOf(element, root, tail).filter((selector) => marks.length || isOnly(element, root, selector));
  const selectors = [...marks.map((mark) => tag + mark).slice(0, MOST_SELECTORS - 2), ...places].filter(fits);
  const size = look.size(element);
  if (!selectors.length) return null;
  return {
    selectors,
    ...(within.length && { within }),
    tag,
    ...(own.names.length && { names: own.names.filter(fits) }),
    ...(own.traits.length && { traits: own.traits.filter(fits).slice(0, MAX_SELECTORS) }),
    ...(size && { size: { width: Math.round(size.width), height: Math.round(size.height) } }),
  };
}

const isOnly = (element: Element, root: ParentNode, selector: string): boolean => {
  const found = queried(root, selector);
  return found.length === 1 && found[0] === element;
};

/** The shadow hosts around an element, outermost first. */
function hostsOf(element: Element): string[] | null {
  const hosts: string[] = [];
  let root = element.getRootNode();
  while (root instanceof ShadowRoot) {
    const { host } = root;
    root = host.getRootNode();
    const { names } = marksOf(host);
    const selectors = [...names.map((name) => host.localName + name), host.localName];
    const ways = [...selectors, ...placesOf(host, root as ParentNode, host.localName)].filter(fits);
    const selector = ways.find((each) => isOnly(host, root as ParentNode, each));
    if (!selector || hosts.length >= MOST_HOSTS) return null;
    hosts.unshift(selector);
  }
  return hosts;
}

/** The root that a target is in, or null: it is not there (yet). */
function rootOf({ within = [] }: Target, top: ParentNode): ParentNode | null {
  let root: ParentNode | null = top;
  for (const selector of within) {
    const hosts: Element[] = root ? queried(root, selector) : [];
    root = hosts.length === 1 ? (hosts[0]?.shadowRoot ?? null) : null;
  }
  return root;
}

/**
 * The element that a target means. Nothing rather than another one: what is found must agree with what was picked, and
 * be the only one that does. A picture that is not the captcha costs a task.
 */
export function findTarget(top: ParentNode, target: Target, look: Look): Element | null {
  const root = rootOf(target, top);
  let left: Element[] | null = null;
  for (const selector of root ? target.selectors : []) {
    const found = queried(root as ParentNode, selector).filter((element) => agrees(element, target, look));
    const narrowed: Element[] = left ? found.filter((element) => left?.includes(element)) : found;
    if (narrowed.length === 1) return narrowed[0] as Element;
    if (narrowed.length > 1) left = narrowed;
  }
  // Hidden duplicates: copies of a form for other screens.
  const seen = left?.filter((element) => look.visible(element)) ?? [];
  return seen.length === 1 ? (seen[0] as Element) : null;
}

function agrees(element: Element, { tag, names = [], traits = [], size }: Target, look: Look): boolean {
  if (tag && element.localName !== tag) return false;
  if (names.some((name) => matching(element, name))) return true;
  const held = traits.filter((trait) => matching(element, trait)).length;
  const needed = names.length ? 2 : Math.min(2, traits.length);
  if (held < needed || held * 2 < traits.length) return false;
  return !size || isLike(look.size(element), size);
}

/** A picture may be drawn larger or smaller on another screen; its proportions say more. */
function isLike(now: ReturnType<Look['size']>, then: NonNullable<Target['size']>): boolean {
  if (!now) return false;
  const aspect = now.width / now.height / (then.width / then.height);
  const scale = now.width / then.width;
  return aspect > 0.7 && aspect < 1.43 && scale > 0.4 && scale < 2.5;
}

/** Goes by little more than the place in the page. */
const isWeak = ({ names = [], traits = [] }: Target): boolean => !names.length && traits.length < 2;

const inSameForm = ({ picture, field }: Pair): boolean => field.form !== null && picture.closest('form') === field.form;

/** The rule for a pair, on a page with this path; null where one of them could not be found again. */
export function ruleFor(pair: Pair, path: string, look: Look): PictureRule | null {
  const picture = targetOf(pair.picture, look);
  const target = targetOf(pair.field, look);
  if (!picture || !target) return null;
  // A field is as wide as its form.
  const { size: _, ...field } = target;
  const rule: PictureRule = {
    ...((isWeak(picture) || isWeak(field)) && path.length <= LONGEST_PATH && { path }),
    picture,
    field,
    ...(inSameForm(pair) && { sameForm: true as const }),
  };
  const again = findPair(pair.picture.ownerDocument, rule, path, look);
  return again?.picture === pair.picture && again.field === pair.field ? rule : null;
}

/** The pair of a rule in a document, or null: not there, or not surely. */
export function findPair(document: ParentNode, rule: PictureRule, path: string, look: Look): Pair | null {
  if (rule.path !== undefined && rule.path !== path) return null;
  const picture = findTarget(document, rule.picture, look);
  const field = picture && findTarget(document, rule.field, look);
  if (!picture || !field || !isAnswerField(field) || isAnswerField(picture)) return null;
  return rule.sameForm && !inSameForm({ picture, field }) ? null : { picture, field };
}
