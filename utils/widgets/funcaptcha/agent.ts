import { setField } from '../../agent/field';
import type { AgentKind, Ask, Facts } from '../agent-kind';
import { scriptsOf } from './elements';
import { scriptSource, subdomainOf } from './keys';
import type { PageFacts, Question } from './question';
import { elementBy, enforcementFrame } from './view';

const FIELDS = 'input[name="fc-token"],input[name="verification-token"]';

/** What the page part last said of each widget. */
const said = new WeakMap<Element, PageFacts>();
/** Where the person was when the page's call was held: the best there is for a widget without a place. */
const pressed = new WeakMap<Element, Element>();

const keyOf = (widget: Element): string => scriptSource((widget as HTMLScriptElement).src)?.key ?? '';

function facts(widget: Element, page: PageFacts): Facts | null {
  const source = scriptSource((widget as HTMLScriptElement).src);
  if (!source) return null;
  said.set(widget, page);
  const { activeElement, body } = document;
  if (page.held && activeElement && activeElement !== body) pressed.set(widget, activeElement);
  return {
    executed: page.executed,
    held: page.held,
    challenge: {
      kind: 'funcaptcha',
      websiteKey: source.key,
      ...subdomainOf(source.host),
      ...(page.blob !== undefined && page.blob.length <= 32_768 && { blob: page.blob }),
    },
  };
}

const asked = (widget: Element, ask: Ask, op: 'describe' | 'prepare'): Facts | null => {
  const page = ask({ op, key: keyOf(widget) } satisfies Question, widget) as PageFacts | null;
  return page && facts(widget, page);
};

/** FunCaptcha (Arkose), current and legacy (fact sheet of widgets, 4). */
export const funcaptcha: AgentKind = {
  id: 'funcaptcha',

  places: () => [],

  find: (root) => scriptsOf(root),

  describe: (widget, ask) => asked(widget, ask, 'describe'),

  face(widget) {
    const place = elementBy(said.get(widget)?.selector);
    return funcaptcha.challengeFrame(widget) ?? place ?? pressed.get(widget) ?? null;
  },

  /** The frame is there, and may be drawn, before anything is asked of the person; the vendor says when it is. */
  challengeFrame: (widget) => (said.get(widget)?.shown ? enforcementFrame(document, keyOf(widget)) : null),

  answered: (widget) => said.get(widget)?.answered ?? false,

  hold: (widget, keep, ask) => void ask({ op: 'hold', key: keyOf(widget), keep } satisfies Question, widget),

  async prepare(widget, ask) {
    return { challenge: asked(widget, ask, 'prepare')?.challenge ?? null };
  },

  deliver(widget, token, ask) {
    for (const field of document.querySelectorAll<HTMLInputElement>(FIELDS)) setField(field, token);
    ask({ op: 'deliver', key: keyOf(widget), token } satisfies Question, widget);
  },

  // The vendor does nothing when a token expires.
  expire: () => {},
};
