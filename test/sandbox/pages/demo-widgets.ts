import type { Enforcement } from '../arkose/client/types.ts';
import type { DemoCard, DemoKind } from './demo-cards.ts';

interface VendorApi {
  render(element: Element, params: Record<string, unknown>): number;
  execute(id: number): unknown;
}

type VendorGlobals = Record<string, unknown> & { grecaptcha?: VendorApi & { enterprise?: VendorApi } };

/** What becomes of a widget. */
export interface DemoEvents {
  show(card: DemoCard): void;
  finish(card: DemoCard, token: string): Promise<void>;
}

const elementOf = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

/** reCAPTCHA in its five forms: those that the vendor does not render by itself are rendered once its script calls. */
export const startRecaptcha = (cards: readonly DemoCard[], { show, finish }: DemoEvents): void => {
  const page = window as unknown as VendorGlobals;
  const slotOf = ({ id }: DemoCard): HTMLElement => elementOf(`slot-${id}`);
  const paramsOf = (card: DemoCard): Record<string, unknown> => ({
    sitekey: card.websiteKey,
    callback: (token: string) => finish(card, token),
  });
  const renderEnterprise = (card: DemoCard): void => {
    page.grecaptcha?.enterprise?.render(slotOf(card), { ...paramsOf(card), action: 'login', s: 'one-time-value' });
  };
  const renderInvisible = (card: DemoCard): void => {
    const id = page.grecaptcha?.render(slotOf(card), { ...paramsOf(card), size: 'invisible', badge: 'inline' });
    const button = elementOf(`ask-${card.id}`) as HTMLButtonElement;
    button.disabled = false;
    button.addEventListener('click', () => {
      show(card);
      page.grecaptcha?.execute(id ?? 0);
    });
  };
  const renderExplicit = (card: DemoCard): void => {
    page.grecaptcha?.render(slotOf(card), paramsOf(card));
  };
  const each = (kind: DemoKind, act: (card: DemoCard) => void): void => {
    for (const card of cards) if (card.kind === kind) act(card);
  };

  for (const card of cards) {
    page[`demo_${card.id}`] = (token: string) => finish(card, token);
    // An invisible widget is shown when it is asked for, the others once their frame is in the page.
    if (card.kind !== 'invisible') {
      new MutationObserver(() => show(card)).observe(slotOf(card), { childList: true });
    }
  }
  page['demoLoaded'] = () => {
    each('explicit', renderExplicit);
    each('invisible', renderInvisible);
  };
  page['demoEnterpriseLoaded'] = () => each('enterprise', renderEnterprise);
};

/** FunCaptcha, inline. Its frame is there, unseen, before there is a challenge: the vendor says when it is shown. */
export const startFuncaptcha = (card: DemoCard, { show, finish }: DemoEvents): void => {
  (window as unknown as VendorGlobals)['demoArkoseLoaded'] = (enforcement: Enforcement) => {
    enforcement.setConfig({
      selector: `#slot-${card.id}`,
      mode: 'inline',
      onShow: () => show(card),
      onCompleted: ({ token }) => finish(card, token ?? ''),
    });
  };
};

/** A picture, which has no callback: its field's `change` is one. `input` comes with each letter that is typed. */
export const startImage = (card: DemoCard, { show, finish }: DemoEvents): void => {
  const form = elementOf(`slot-${card.id}`).closest('form') as HTMLFormElement;
  const picture = form.querySelector('img') as HTMLImageElement;
  const field = form.elements.namedItem(card.field) as HTMLInputElement;
  if (picture.complete) show(card);
  else picture.addEventListener('load', () => show(card));
  field.addEventListener('change', () => {
    if (field.value !== '') void finish(card, field.value);
  });
  // Enter and the button leave the field, and so have sent its value already.
  form.addEventListener('submit', (event) => event.preventDefault());
};
