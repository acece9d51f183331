import { setField } from '../../agent/field';
import type { AgentKind, Facts } from '../agent-kind';
import type { PageFacts, Question } from './question';

const FIELD = 'textarea[name="g-recaptcha-response"]';
const ANCHOR = 'iframe[src*="/recaptcha/api2/anchor"],iframe[src*="/recaptcha/enterprise/anchor"]';

/** The widget's field and its frame share a box a few levels up (fact sheet of widgets, 1.4). */
function anchorOf(field: Element): HTMLIFrameElement | null {
  let box = field.parentElement;
  for (let level = 0; box && level < 4 && box !== document.body; level++, box = box.parentElement) {
    const frames = box.querySelectorAll<HTMLIFrameElement>(ANCHOR);
    if (frames.length > 1) return null;
    if (frames[0]) return frames[0];
  }
  return null;
}

function challengeFrame(field: Element): Element | null {
  const name = anchorOf(field)?.name;
  if (!name?.startsWith('a-')) return null;
  return field.ownerDocument.querySelector(`iframe[name="c-${CSS.escape(name.slice(2))}"]`);
}

/** reCAPTCHA v2, checkbox and invisible, plain and Enterprise (fact sheet of widgets, 1). */
export const recaptcha: AgentKind = {
  id: 'recaptcha',

  places: (root) => [...root.querySelectorAll('.g-recaptcha')],

  find: (roots) => roots.flatMap((root) => [...root.querySelectorAll(FIELD)]),

  describe(field, ask) {
    const anchor = anchorOf(field);
    if (!anchor || !URL.canParse(anchor.src)) return null;
    const address = new URL(anchor.src);
    const page = ask({ op: 'describe' } satisfies Question, field) as PageFacts | null;
    // A score widget: nothing to click, and no challenge ever.
    if (page?.score) return null;
    const enterprise = address.pathname.includes('/enterprise/');
    const s = address.searchParams.get('s') || page?.s;
    const facts: Facts = {
      executed: page?.executed ?? false,
      challenge: {
        kind: 'recaptcha',
        websiteKey: (address.searchParams.get('k') || page?.websiteKey || '').slice(0, 256),
        invisible: address.searchParams.get('size') === 'invisible',
        enterprise,
        // Longer than the background takes is none of the vendor's making, and must not silence the other widgets.
        ...(page?.action && page.action.length <= 256 && { action: page.action }),
        ...(s && s.length <= 8_192 && { s }),
        ...(enterprise && {
          apiDomain: address.hostname.endsWith('recaptcha.net') ? 'www.recaptcha.net' : 'www.google.com',
        }),
      },
    };
    return facts;
  },

  face: anchorOf,
  challengeFrame,
  answered: (field) => (field as HTMLTextAreaElement).value !== '',

  deliver(field, token, ask) {
    setField(field as HTMLTextAreaElement, token);
    hideChallenge(field);
    ask({ op: 'deliver', token } satisfies Question, field);
  },

  expire(field, token, ask) {
    if ((field as HTMLTextAreaElement).value === token) setField(field as HTMLTextAreaElement, '');
    ask({ op: 'expire', token } satisfies Question, field);
  },
};

/** An open challenge would cover the page after it was answered; the vendor hides its box in this way too. */
function hideChallenge(field: Element): void {
  const frame = challengeFrame(field);
  let box = frame?.parentElement;
  while (box && box.parentElement !== box.ownerDocument.body) box = box.parentElement;
  if (!box || !frame?.checkVisibility({ visibilityProperty: true })) return;
  box.style.visibility = 'hidden';
  box.style.opacity = '0';
  box.style.top = '-10000px';
}
