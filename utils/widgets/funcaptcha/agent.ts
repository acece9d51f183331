import { setField } from '../../agent/field';
import type { AgentKind, Ask, Facts } from '../agent-kind';
import {
  currentSource,
  FIELDS,
  fieldsOf,
  isHosted,
  legacyFrame,
  legacyHost,
  legacyPlaces,
  sessionOf,
  widgetsIn,
} from './elements';
import { hostedSource, readToken, subdomainOf } from './keys';
import type { PageFacts, Question } from './question';
import { elementBy, enforcementFrame } from './view';

/** What the page part last said of each widget. */
const said = new WeakMap<Element, PageFacts>();
/** Where the person was when the page's call was held: the best there is for a widget without a place. */
const pressed = new WeakMap<Element, Element>();

const question = <Q extends Question>(widget: Element, rest: Q): Q => {
  const source = currentSource(widget);
  return source ? { ...rest, key: source.key } : rest;
};

/** Key and host, each form in its own way. */
function sourceOf(widget: Element, page: PageFacts): { key: string; host?: string } {
  const current = currentSource(widget);
  if (current) return current;
  if (isHosted(widget)) {
    const { host } = readToken(page.session ?? '');
    return { key: hostedSource(widget.src)?.key ?? '', ...(host && { host }) };
  }
  const { key, host = legacyHost() } = readToken(sessionOf(widget));
  return { key: page.key ?? widget.getAttribute('data-pkey') ?? key ?? '', ...(host && { host }) };
}

function asked(widget: Element, ask: Ask, op: 'describe' | 'prepare'): Facts | null {
  const page = ask(question(widget, { op }), widget) as PageFacts | null;
  if (!page) return null;
  said.set(widget, page);
  const { activeElement, body } = document;
  if (page.held && activeElement && activeElement !== body) pressed.set(widget, activeElement);
  const { key, host } = sourceOf(widget, page);
  return {
    executed: page.executed,
    held: page.held,
    challenge: {
      kind: 'funcaptcha',
      websiteKey: key.slice(0, 256),
      ...subdomainOf(host),
      // Longer than the background takes is none of the vendor's making, and must not silence the other widgets.
      ...(page.blob !== undefined && page.blob.length <= 32_768 && { blob: page.blob }),
    },
  };
}

/**
 * The frame with the challenge. That of the current client is there, and may be drawn, before anything is asked of the
 * person; the vendor says when it is.
 */
function challengeFrame(widget: Element): Element | null {
  const page = said.get(widget);
  if (!page?.shown) return null;
  const source = currentSource(widget);
  if (source) return enforcementFrame(document, source.key);
  if (isHosted(widget)) return widget;
  return readToken(sessionOf(widget)).suppressed ? null : legacyFrame(widget);
}

/** FunCaptcha (Arkose): the current client, the hosted page, and the legacy one (fact sheet of widgets, 4). */
export const funcaptcha: AgentKind = {
  id: 'funcaptcha',

  places: legacyPlaces,
  find: (roots) => roots.flatMap(widgetsIn),
  describe: (widget, ask) => asked(widget, ask, 'describe'),

  face(widget) {
    const place = currentSource(widget) ? elementBy(said.get(widget)?.selector) : widget;
    return challengeFrame(widget) ?? [place, pressed.get(widget)].find((each) => each?.checkVisibility()) ?? null;
  },

  challengeFrame,

  answered: (widget) => said.get(widget)?.answered ?? false,

  hold: (widget, keep, ask) => void ask(question(widget, { op: 'hold', keep }), widget),

  async prepare(widget, ask) {
    return { challenge: asked(widget, ask, 'prepare')?.challenge ?? null };
  },

  deliver(widget, token, ask) {
    const { key } = readToken(token);
    const fields =
      currentSource(widget) || isHosted(widget)
        ? [...document.querySelectorAll<HTMLInputElement>(FIELDS)].filter(
            ({ value }) => (readToken(value).key ?? key) === key,
          )
        : fieldsOf(widget);
    for (const field of fields) setField(field, token);
    ask(question(widget, { op: 'deliver', token }), widget);
  },

  // The vendor does nothing when a token expires.
  expire: () => {},
};
